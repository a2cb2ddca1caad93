import { missionPosition } from '../geo/locationPosition.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Dependency } from '../records/dependency.ts'
import type { Id } from '../records/ids.ts'
import type { Mission } from '../records/mission.ts'
import type { Unit } from '../records/unit.ts'
import { assertNever } from '../result.ts'
import { allocatedSpans } from './allocation.ts'
import { busyUntil } from './clash.ts'
import { type CheckContext, type Span, spanOf } from './CheckContext.ts'
import { TRAVEL_TOLERANCE_MINUTES, wayBetween, wayFromLocation } from './travelGap.ts'

/** Planned times lie within ten years of H-hour, as the records allow. */
export const LAST_MINUTE = 5_256_000

const MOST_STEPS = 500

/** What a start has to respect besides the units' time and travel. */
interface Demands {
  readonly units: readonly Unit[]
  readonly isAllocated: boolean
  readonly notBefore: number
  readonly notAfter: number
}

/**
 * The first start, from a time on, at which all of a mission's units are free, there in time and allocated, and its order
 * and bounds hold. Where there is none, the first at which only the units named are free and there, so that at least the
 * finding in hand is mended; null where even that is not to be had.
 */
export function firstFit(
  context: CheckContext,
  mission: Mission,
  from: number,
  units: readonly Id<'unit'>[],
  isAllocated = false,
): number | null {
  const own = unitsOf(context.plan, mission.id).filter((unit) => units.includes(unit.id))
  const relaxed = { units: own, isAllocated, notBefore: Number.NEGATIVE_INFINITY, notAfter: LAST_MINUTE }
  return strictFit(context, mission, from) ?? search(context, mission, from, relaxed)
}

/** The first start, from a time on, that all of a mission's units, its order and its bounds allow; null where none does. */
export function strictFit(context: CheckContext, mission: Mission, from: number): number | null {
  const { first, last } = startBounds(context, mission)
  const units = unitsOf(context.plan, mission.id)
  return search(context, mission, from, { units, isAllocated: true, notBefore: first, notAfter: last })
}

function unitsOf(plan: PlanReader, mission: Id<'mission'>): Unit[] {
  const ids = new Set(plan.indexes.assignmentsOfMission.get(mission).map((a) => a.unit))
  return [...ids].flatMap((id) => plan.get(id) ?? [])
}

function search(context: CheckContext, mission: Mission, from: number, demands: Demands): number | null {
  let start = Math.ceil(Math.max(from, demands.notBefore, -LAST_MINUTE))
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (!(start <= Math.min(demands.notAfter, LAST_MINUTE))) return null
    let next = start
    for (const unit of demands.units) {
      next = Math.max(next, nextStartOf(context, unit, mission, start, demands.isAllocated))
    }
    if (next === start) return start
    start = Math.ceil(next)
  }
  return null
}

/** The start itself where the unit can keep it, else a later one worth trying. */
export function nextStartOf(
  context: CheckContext,
  unit: Unit,
  mission: Mission,
  start: number,
  isAllocated: boolean,
): number {
  const missionEnd = start + mission.duration.likely
  const end = missionEnd + context.recoveryMinutes
  const assignment = context.plan.indexes.assignmentsOfMission.get(mission.id).find((a) => a.unit === unit.id)
  const brings = assignment?.brings ?? unit.capabilities
  const busy = busyUntil(context, unit, { start, end, mission: mission.id, brings })
  if (busy !== null) return Math.max(busy, start + 1)
  if (isAllocated) {
    const allocated = nextAllocated(context, unit, { start, end: missionEnd })
    if (allocated !== start) return allocated
  }
  return unit.splittable ? start : nextInReach(context, unit, mission, { start, end })
}

function nextAllocated(context: CheckContext, unit: Unit, span: Span): number {
  for (const { from, to } of allocatedSpans(unit)) {
    const start = Math.max(span.start, Math.ceil(context.toRelative(from)))
    if (start + (span.end - span.start) <= context.toRelative(to)) return start
  }
  return Number.POSITIVE_INFINITY
}

/** Looks at the way from the stay before and to the stay after, whose places are known. */
function nextInReach(context: CheckContext, unit: Unit, mission: Mission, stay: Span): number {
  const others = context.scheduleOf(unit.id).filter((s) => s.mission.id !== mission.id)
  for (const before of others.filter((s) => s.end <= stay.start).sort((a, b) => b.end - a.end)) {
    const way = wayBetween(context, unit, before.mission, mission)
    if (way === null) continue
    if (stay.start - before.end + TRAVEL_TOLERANCE_MINUTES < way.minutes) return before.end + way.minutes
    break
  }
  for (const after of others.filter((s) => s.start >= stay.end)) {
    const way = wayBetween(context, unit, mission, after.mission)
    if (way === null) continue
    if (after.start - stay.end + TRAVEL_TOLERANCE_MINUTES < way.minutes) return after.end
    break
  }
  const isFirst = !others.some((s) => s.start < stay.start && missionPosition(context.plan, s.mission) !== null)
  if (!isFirst) return stay.start
  const way = wayFromLocation(context, unit, mission, stay.start)
  if (way === null || stay.start - way.since + TRAVEL_TOLERANCE_MINUTES >= way.minutes) return stay.start
  return way.since + way.minutes
}

/** Earliest and latest start by the mission's own bounds, its phase, and the missions it waits for or that wait for it. */
export function startBounds(
  context: CheckContext,
  mission: Mission,
): { readonly first: number; readonly last: number } {
  const length = mission.duration.likely
  const { plan } = context
  const phase = plan.meta.phases.find((p) => p.key === mission.phase)
  let first = Math.max(mission.earliest ?? -LAST_MINUTE, phase?.from ?? -LAST_MINUTE)
  let last = Math.min(mission.latest ?? LAST_MINUTE, phase?.to ?? LAST_MINUTE) - length
  for (const dependency of plan.indexes.dependenciesTo.get(mission.id)) {
    const start = successorStart(plan, dependency, length)
    if (start !== null) first = Math.max(first, start)
  }
  for (const dependency of plan.indexes.dependenciesFrom.get(mission.id)) {
    const start = predecessorStart(plan, dependency, length)
    if (start !== null) last = Math.min(last, start)
  }
  return { first, last }
}

function scheduled(plan: PlanReader, id: Id<'mission'>): Span | null {
  const mission = plan.get(id)
  return mission === undefined ? null : spanOf(mission)
}

/** Earliest start of a successor of some length that a dependency allows; null while its predecessor has no time. */
export function successorStart(plan: PlanReader, dependency: Dependency, minutes: number): number | null {
  const before = dependency.predecessor === dependency.successor ? null : scheduled(plan, dependency.predecessor)
  if (before === null || !Number.isFinite(dependency.lagMinutes)) return null
  switch (dependency.kind) {
    case 'finish-start':
      return before.end + dependency.lagMinutes
    case 'start-start':
      return before.start + dependency.lagMinutes
    case 'finish-finish':
      return before.end + dependency.lagMinutes - minutes
    case 'start-finish':
      return before.start + dependency.lagMinutes - minutes
    default:
      return assertNever(dependency.kind)
  }
}

/** Latest start of a predecessor of some length that a dependency allows; null while its successor has no time. */
export function predecessorStart(plan: PlanReader, dependency: Dependency, minutes: number): number | null {
  const after = dependency.predecessor === dependency.successor ? null : scheduled(plan, dependency.successor)
  if (after === null || !Number.isFinite(dependency.lagMinutes)) return null
  switch (dependency.kind) {
    case 'finish-start':
      return after.start - dependency.lagMinutes - minutes
    case 'start-start':
      return after.start - dependency.lagMinutes
    case 'finish-finish':
      return after.end - dependency.lagMinutes - minutes
    case 'start-finish':
      return after.end - dependency.lagMinutes
    default:
      return assertNever(dependency.kind)
  }
}
