import { CheckContext, quantityOf, type Slot } from '../../check/CheckContext.ts'
import { wayBetween } from '../../check/travelGap.ts'
import type { ScheduledMission } from '../../plan/missionTimes.ts'
import type { PlanReader } from '../../plan/PlanDocument.ts'
import type { EnablerKind } from '../../records/common.ts'
import type { Id } from '../../records/ids.ts'
import type { Unit } from '../../records/unit.ts'
import type { ArcKind, RiskArc } from './RiskModel.ts'

/** An arc before tasks have their places. */
export interface PlannedArc {
  readonly from: Id<'mission'>
  readonly to: Id<'mission'>
  readonly kind: ArcKind
  readonly lag: number
  readonly because: RiskArc['because']
  readonly dependency: Id<'dependency'> | null
}

/** A unit that shares itself out is asked back over this many of its stays; more at once it hardly has. */
const LOOK_BACK = 12

/** All that makes one scheduled mission wait for another, as planned: dependencies, enablers, and units in turn. */
export function* plannedArcs(
  plan: PlanReader,
  scheduled: ReadonlyMap<Id, ScheduledMission>,
): Generator<PlannedArc, void> {
  for (const { id, predecessor, successor, kind, lagMinutes } of plan.all('dependency')) {
    if (predecessor === successor || !scheduled.has(predecessor) || !scheduled.has(successor)) continue
    yield { from: predecessor, to: successor, kind, lag: lagMinutes, because: 'dependency', dependency: id }
  }
  for (const mission of scheduled.values()) yield* enablerArcs(mission, scheduled)
  const context = new CheckContext(plan)
  for (const unit of plan.all('unit')) yield* unitArcs(context, unit)
}

function* enablerArcs(
  mission: ScheduledMission,
  scheduled: ReadonlyMap<Id, ScheduledMission>,
): Generator<PlannedArc, void> {
  for (const { kind, mission: id } of mission.enablers) {
    const enabler = scheduled.get(id)
    if (enabler === undefined || enabler.id === mission.id) continue
    const arc = enablerArc(kind, mission, enabler)
    if (arc !== null) yield { lag: 0, because: 'enabler', dependency: null, ...arc }
  }
}

type Ends = Pick<PlannedArc, 'from' | 'to' | 'kind'>

/** What is planned out of order is the check's to say; here it makes nobody wait. */
function enablerArc(kind: EnablerKind, mission: ScheduledMission, enabler: ScheduledMission): Ends | null {
  const end = (m: ScheduledMission): number => m.start + m.duration.likely
  const before: Ends = { from: enabler.id, to: mission.id, kind: 'finish-start' }
  const beside: Ends = { from: enabler.id, to: mission.id, kind: 'start-start' }
  if (kind === 'extraction') {
    return end(mission) <= enabler.start ? { from: mission.id, to: enabler.id, kind: 'finish-start' } : null
  }
  if ((kind === 'insertion' || kind === 'route') && end(enabler) <= mission.start) return before
  return kind !== 'insertion' && enabler.start <= mission.start ? beside : null
}

/** One mission after the other by the same unit, with recovery and travel in so far as the plan has left time for them. */
function* unitArcs(context: CheckContext, unit: Unit): Generator<PlannedArc, void> {
  const slots = context.scheduleOf(unit.id).filter((slot) => slot.assignment.part !== 'reserve')
  for (const [i, next] of slots.entries()) {
    const earlier = slots.slice(Math.max(0, i - LOOK_BACK), i).filter((slot) => slot.missionEnd <= next.start)
    const last = earlier.reduce<Slot | null>((a, b) => (a === null || b.missionEnd > a.missionEnd ? b : a), null)
    const binding = unit.splittable ? earlier.filter((slot) => isShared(unit, slot, next)) : last === null ? [] : [last]
    for (const slot of binding) {
      const way = wayBetween(context, unit, slot.mission, next.mission)
      const wanted = slot.end - slot.missionEnd + (way?.minutes ?? 0)
      const lag = Math.min(wanted, next.start - slot.missionEnd)
      const ends: Ends = { from: slot.mission.id, to: next.mission.id, kind: 'finish-start' }
      yield { ...ends, lag, because: 'unit', dependency: null }
    }
  }
}

/** Whether both together ask more of something than the unit has. */
function isShared(unit: Unit, a: Slot, b: Slot): boolean {
  return a.assignment.brings.some(({ capability }) => {
    const asked = quantityOf(a.assignment.brings, capability) + quantityOf(b.assignment.brings, capability)
    return asked > quantityOf(unit.capabilities, capability)
  })
}
