import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { Unit } from '../../../domain/records/unit.ts'
import { formatDtg } from '../../../domain/time/dtg.ts'
import { formatDayCount, formatRelative, toInstant } from '../../../domain/time/planTime.ts'
import type { Texts } from '../../texts/TextContext.tsx'
import type { Bar } from './barLanes.ts'

export type PlanMeta = PlanReader['meta']

/** `D+20 · 230600R ENE 23` */
export function timeWords(minute: number, meta: PlanMeta, { language }: Texts): string {
  return `${formatDayCount(minute)} · ${formatDtg(toInstant(minute, meta.hHour), meta.timeZone, language)}`
}

/** The same with the hours after the turn of the day, for the pointer. */
export function exactTimeWords(minute: number, meta: PlanMeta, { language }: Texts): string {
  return `${formatDtg(toInstant(minute, meta.hHour), meta.timeZone, language)} · ${formatRelative(minute)}`
}

export const unitName = (unit: Unit): string => (unit.designation === '' ? unit.name : unit.designation)

/** What a screen reader says of a bar: mission, unit, from when to when, part, status, and what is wrong. */
export function barWords(
  bar: Bar,
  unit: Unit | undefined,
  meta: PlanMeta,
  texts: Texts,
  errors: number,
  warnings: number,
): string {
  const kept = known.get(bar)
  if (kept?.texts === texts && kept.meta === meta && kept.errors === errors && kept.warnings === warnings) {
    return kept.words
  }
  const words = writeBarWords(bar, unit, meta, texts, errors, warnings)
  known.set(bar, { texts, meta, errors, warnings, words })
  return words
}

/** A bar is a new one after every change of its own, so its words hold as long as it does. */
const known = new WeakMap<
  Bar,
  {
    readonly texts: Texts
    readonly meta: PlanMeta
    readonly errors: number
    readonly warnings: number
    readonly words: string
  }
>()

function writeBarWords(
  bar: Bar,
  unit: Unit | undefined,
  meta: PlanMeta,
  texts: Texts,
  errors: number,
  warnings: number,
): string {
  const { mission, assignment } = bar
  const { t, language } = texts
  const dtg = (minute: number): string => formatDtg(toInstant(minute, meta.hHour), meta.timeZone, language)
  return [
    `${mission.code} ${mission.title}`,
    unit === undefined ? '' : unitName(unit),
    t('matrix.bar-time', { day: formatDayCount(bar.start), from: dtg(bar.start), to: dtg(bar.end) }),
    t(`part.${assignment.part}`),
    t(`status.${mission.status}`),
    mission.notional === true ? t('notional') : '',
    errors > 0 ? t('matrix.errors', { count: errors }) : '',
    warnings > 0 ? t('matrix.warnings', { count: warnings }) : '',
  ]
    .filter((part) => part !== '')
    .join(', ')
}
