import type { CSSProperties } from 'react'
import type { Finding, Severity } from '../../../domain/check/Finding.ts'
import { locationAt, readinessAt } from '../../../domain/plan/unitStates.ts'
import type { PlanRecord } from '../../../domain/records/plan.ts'
import type { Unit } from '../../../domain/records/unit.ts'
import { formatDay, formatDtg } from '../../../domain/time/dtg.ts'
import { toInstant } from '../../../domain/time/planTime.ts'
import { MilitarySymbol } from '../../fields/MilitarySymbol.tsx'
import { useCoordinates } from '../../fields/places/useCoordinates.ts'
import { worstSeverity } from '../../session/FindingsView.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import type { SessionState } from '../../session/SessionState.ts'
import { useTexts } from '../../texts/TextContext.tsx'
import { ToneIcon } from '../../ui/ToneIcon.tsx'
import { allocationSpans, shareOfHorizon } from './allocationSpans.ts'

type UnitProps = { readonly unit: Readonly<Unit> }

const SYMBOL_PIXELS = 20

const instantOf = (s: SessionState): number => toInstant(s.time, s.plan?.meta.hHour ?? 0)

/** Symbol and name; invented units say so. */
export function NameCell({ unit }: UnitProps) {
  const { t } = useTexts()
  return (
    <span className="forces-name">
      <MilitarySymbol code={unit.symbol} size={SYMBOL_PIXELS} />
      <span className="forces-name-text">{unit.name}</span>
      {unit.notional === true ? (
        <abbr className="forces-notional" title={t('notional')}>
          {t('forces.notional-sign')}
        </abbr>
      ) : null}
    </span>
  )
}

/** Pixels of a full bar of readiness. */
const BAR_PIXELS = 52

/**
 * Readiness at the chosen time, with a bar and the threshold on it; drawn again only when it changes. One element, as
 * rows come by the dozen when one scrolls.
 */
export function ReadinessCell({ unit, threshold }: UnitProps & { readonly threshold: number }) {
  const { t } = useTexts()
  const percent = useSessionState((s) => readinessAt(unit, instantOf(s)))
  if (percent === null) return <span className="forces-none">{t('forces.unstated')}</span>
  const isLow = percent < threshold
  const style: CSSProperties & Record<`--${'ready' | 'threshold-at'}`, string> = {
    '--ready': `${(percent * BAR_PIXELS) / 100}px`,
    '--threshold-at': `${(threshold * BAR_PIXELS) / 100}px`,
  }
  const words = isLow ? t('forces.below-threshold', { percent, threshold }) : undefined
  return (
    <span className="forces-readiness" data-low={isLow || undefined} style={style} title={words}>
      {t('forces.readiness', { percent })}
      {words === undefined ? null : <ToneIcon tone="warning" size={12} label={words} />}
    </span>
  )
}

/** Pixels that the horizon takes in a cell. */
const HORIZON_PIXELS = 72

/** Moves the lines of the chosen time in all cells at once; no row is drawn again for it. */
export function moveTimeLines(root: HTMLElement, share: number): void {
  const transform = timeLineAt(share)
  for (const line of root.querySelectorAll<HTMLElement>('.forces-now')) line.style.transform = transform
}

const timeLineAt = (share: number): string => `translateX(${Math.round(share * HORIZON_PIXELS)}px)`

/** Allocation periods over the plan's horizon, with the chosen time as a line, and the first in words. */
export function AllocationCell({ unit, meta }: UnitProps & { readonly meta: Readonly<PlanRecord> }) {
  const { t, language } = useTexts()
  const { store } = useSession()
  const { allocation } = unit
  const [first] = allocation
  if (first === undefined) return <span className="forces-none">{t('forces.no-allocation')}</span>
  const { timeZone } = meta
  // Two digits of the year, as a date-time group ends.
  const day = (instant: number): string =>
    `${formatDay(instant, timeZone, language)} ${formatDtg(instant, timeZone, language).slice(-2)}`
  const period = (p: (typeof allocation)[number]): string =>
    `${day(p.from)} – ${p.to === null ? t('forces.open-end') : day(p.to)}`
  const now = shareOfHorizon(meta, instantOf(store.getState()))
  const rest = allocation.length - 1
  return (
    <span className="forces-allocation" title={rest > 0 ? allocation.map(period).join('\n') : undefined}>
      <span className="forces-periods">
        {allocationSpans(meta, allocation).map(({ from, to }) => (
          <span key={from} style={{ left: `${from * 100}%`, width: `${Math.max(0.01, to - from) * 100}%` }} />
        ))}
        <span className="forces-now" style={{ transform: timeLineAt(now) }} />
      </span>
      {period(first)}
      {rest > 0 ? ` ${t('forces.more-periods', { count: rest })}` : ''}
    </span>
  )
}

/** Where the unit is at the chosen time: the place's name, or its coordinates. */
export function LocationCell({ unit }: UnitProps) {
  const { t } = useTexts()
  const { write } = useCoordinates()
  const text = useSessionState((s) => {
    const location = locationAt(unit, instantOf(s))
    if (location === null || s.plan === null) return null
    if ('place' in location) return s.plan.get(location.place)?.name ?? null
    return write(location.position, 10)
  })
  return text ?? <span className="forces-none">{t('forces.unstated')}</span>
}

/** How many missions it is on. */
export function MissionsCell({ unit }: UnitProps) {
  const count = useSessionState((s) => (s.revision < 0 ? 0 : s.plan?.indexes.assignmentsOfUnit.get(unit.id).length))
  return count === 0 ? null : count
}

/** The worst finding about the unit that nobody has accepted, and how many there are. */
export function FindingsCell({ unit }: UnitProps) {
  const { t } = useTexts()
  const summary = useSessionState((s) => summaryOf(s, s.findings.of(unit.id)))
  if (summary === null) return null
  const [severity, count] = summary.split(' ') as [Severity, string]
  const words = t('forces.finding-count', { count: Number(count), severity: t(`severity.${severity}`) })
  return (
    <span className="forces-findings" title={words}>
      <ToneIcon tone={severity} size={14} label={words} />
      <span aria-hidden>{count}</span>
    </span>
  )
}

/** Severity and count as one text, which a selector may return anew. */
function summaryOf(s: SessionState, findings: readonly Finding[]): string | null {
  const acceptances = s.plan?.indexes.acceptancesOfFinding
  const open = findings.length === 0 ? findings : findings.filter(({ key }) => acceptances?.get(key).length === 0)
  const worst = worstSeverity(open)
  return worst === null ? null : `${worst} ${open.length}`
}
