import { type CheckContext, type Span, spanOf } from '../check/CheckContext.ts'
import { enablerMisfit, enablerStarts } from '../check/enablerTiming.ts'
import type { Repair } from '../check/Finding.ts'
import { firstFit, LAST_MINUTE } from '../check/fit.ts'
import { compareText } from '../check/load.ts'
import { sayTime } from '../check/saying.ts'
import { shiftRepair } from '../check/shift.ts'
import type { EnablerKind } from '../records/common.ts'
import type { Id } from '../records/ids.ts'
import type { Mission } from '../records/mission.ts'
import type { MissionType } from '../records/missionType.ts'
import type { Language } from '../time/dtg.ts'
import { formatSpan } from '../time/planTime.ts'
import { ENABLER_NAMES } from './enablerNames.ts'

/**
 * Ways to give a mission an enabler: bring the tied mission to the right time, tie another that already fits, move the
 * mission to where its enabler is, or add one of a type that provides it.
 */
export function enablerRepairs(
  context: CheckContext,
  mission: Mission,
  kind: EnablerKind,
  language: Language,
): Repair[] {
  const span = spanOf(mission)
  if (span === null) return []
  const tied = mission.enablers.flatMap((tie) => {
    const enabler = tie.kind === kind && tie.mission !== mission.id ? context.plan.get(tie.mission) : undefined
    return enabler !== undefined && enabler.status !== 'cancelled' && provides(context, enabler, kind) ? [enabler] : []
  })
  const first = tied[0]
  return [
    ...(first === undefined ? [] : moveEnabler(context, mission, first, span, kind, language)),
    ...linkFitting(context, mission, span, kind, language),
    ...(first === undefined ? [] : moveToEnabler(context, mission, first, kind, language)),
    ...addEnablerRepair(context, mission, span, kind, language),
  ]
}

function provides(context: CheckContext, mission: Mission, kind: EnablerKind): boolean {
  return context.plan.get(mission.type)?.provides.includes(kind) ?? false
}

function moveEnabler(
  context: CheckContext,
  mission: Mission,
  enabler: Mission,
  span: Span,
  kind: EnablerKind,
  language: Language,
): Repair[] {
  const starts = enablerStarts(kind, enabler.duration.likely, span, context.enablerLeadMinutes)
  if (starts === null) return stretchEnabler(context, enabler, span, language)
  const units = context.plan.indexes.assignmentsOfMission.get(enabler.id).map((a) => a.unit)
  // As near to the mission as its units can: right before an insertion's mission, right after an extraction's.
  const nearest = kind === 'extraction' ? starts.first : starts.last
  const fits = [nearest, starts.first].flatMap((from) => {
    const start = firstFit(context, enabler, from, units)
    return start !== null && start <= starts.last ? [start] : []
  })
  return shiftRepair(context, enabler, fits[0] ?? nearest, language, [mission.id])
}

function stretchEnabler(context: CheckContext, enabler: Mission, span: Span, language: Language): Repair[] {
  const likelyMinutes = span.end - span.start
  if (!Number.isInteger(likelyMinutes) || likelyMinutes < 1 || likelyMinutes > LAST_MINUTE) return []
  const [start, end] = [sayTime(context.plan, span.start, language), sayTime(context.plan, span.end, language)]
  const text =
    language === 'es'
      ? `Extender ${enabler.code} de ${start} a ${end} (${formatSpan(likelyMinutes)})`
      : `Stretch ${enabler.code} from ${start} to ${end} (${formatSpan(likelyMinutes)})`
  return [{ command: { type: 'stretchMission', mission: enabler.id, start: span.start, likelyMinutes }, text }]
}

/** Ties the mission of a providing type that fits as it stands and lies nearest in time. */
function linkFitting(
  context: CheckContext,
  mission: Mission,
  span: Span,
  kind: EnablerKind,
  language: Language,
): Repair[] {
  const place = JSON.stringify(mission.places[0]?.points[0] ?? null)
  const fitting = typesFor(context, kind).flatMap((type) =>
    context.plan.indexes.missionsOfType.get(type.id).flatMap((other) => {
      const at = spanOf(other)
      if (at === null || other.id === mission.id) return []
      if (enablerMisfit(kind, at, span, context.enablerLeadMinutes) !== null) return []
      const isHere = JSON.stringify(other.places[0]?.points[0] ?? null) === place
      return [{ other, isHere, apart: Math.abs(at.start - span.start) }]
    }),
  )
  fitting.sort(
    (a, b) => Number(b.isHere) - Number(a.isHere) || a.apart - b.apart || compareText(a.other.id, b.other.id),
  )
  const best = fitting[0]?.other
  if (best === undefined) return []
  const start = sayTime(context.plan, best.start ?? 0, language)
  const name = ENABLER_NAMES[language][kind]
  const text =
    language === 'es'
      ? `Vincular ${best.code} (${start}) como ${name} de ${mission.code}`
      : `Tie ${best.code} (${start}) as ${name} of ${mission.code}`
  return [{ command: { type: 'linkEnabler', mission: mission.id, kind, enabler: best.id }, text }]
}

/** Moves the mission to the time at which its enabler already stands. */
function moveToEnabler(
  context: CheckContext,
  mission: Mission,
  enabler: Mission,
  kind: EnablerKind,
  language: Language,
): Repair[] {
  const at = spanOf(enabler)
  if (at === null || mission.start === null) return []
  const minutes = mission.duration.likely
  const start = kind === 'insertion' ? at.end : kind === 'extraction' ? at.start - minutes : at.start
  const fits = enablerMisfit(kind, at, { start, end: start + minutes }, context.enablerLeadMinutes) === null
  return fits ? shiftRepair(context, mission, start, language, [enabler.id]) : []
}

function typesFor(context: CheckContext, kind: EnablerKind): (MissionType & { readonly id: Id<'mission-type'> })[] {
  return [...context.plan.all('mission-type')].filter((type) => type.provides.includes(kind))
}

/** Adds a mission of a type that provides a kind, over the time that the kind asks for. */
export function addEnablerRepair(
  context: CheckContext,
  mission: Mission,
  span: Span,
  kind: EnablerKind,
  language: Language,
): Repair[] {
  const type = typesFor(context, kind).sort((a, b) => compareText(a.code, b.code))[0]
  if (type === undefined) return []
  const isBefore = kind === 'insertion' || kind === 'route'
  const all = span.end - span.start
  const likely = type.duration.likely
  const lasts = isBefore || kind === 'extraction' ? likely : kind === 'resupply' ? Math.min(likely, all) : all
  const start = isBefore ? span.start - lasts : kind === 'extraction' ? span.end : span.start
  if (!Number.isInteger(start) || Math.abs(start) > LAST_MINUTE || lasts < 1 || lasts > LAST_MINUTE) return []
  const [at, name] = [sayTime(context.plan, start, language), ENABLER_NAMES[language][kind]]
  const text =
    language === 'es'
      ? `Añadir una misión ${type.code} el ${at} (${formatSpan(lasts)}) como ${name} de ${mission.code}`
      : `Add a ${type.code} mission at ${at} (${formatSpan(lasts)}) as ${name} of ${mission.code}`
  const command = { type: 'addEnabler', mission: mission.id, kind, missionType: type.id, start } as const
  return [{ command: { ...command, likelyMinutes: lasts }, text }]
}
