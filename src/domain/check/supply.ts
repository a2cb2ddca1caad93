import type { Id } from '../records/ids.ts'
import type { Mission } from '../records/mission.ts'
import type { Unit } from '../records/unit.ts'
import { DAY } from '../time/planTime.ts'
import { type CheckContext, type Slot, spanOf } from './CheckContext.ts'

/** A mission before whose end what a unit carries runs out. Times in minutes from H-hour. */
export interface Shortage {
  readonly mission: Mission
  readonly start: number
  readonly end: number
  /** Minutes it can live on what it has as the mission starts. */
  readonly left: number
  /** When that, or what a resupply gave, is used up. */
  readonly out: number
}

type Stay = Pick<Slot, 'mission' | 'assignment' | 'start' | 'missionEnd'>

/** Ends of the missions tied to this one that resupply its units, ascending. */
function resupplyEnds({ plan }: CheckContext, mission: Mission): readonly number[] {
  if (mission.enablers.length === 0) return []
  return mission.enablers
    .flatMap((tie) => {
      const other = tie.kind === 'resupply' && tie.mission !== mission.id ? plan.get(tie.mission) : undefined
      const isGiving = other !== undefined && (plan.get(other.type)?.provides.includes('resupply') ?? false)
      return other === undefined || !isGiving ? [] : [spanOf(other)?.end ?? Number.NaN]
    })
    .filter((end) => Number.isFinite(end))
    .sort((a, b) => a - b)
}

/**
 * The stays on which a unit runs short: it starts full where it has rested long enough since the last, else with what is
 * left; each resupply fills it. In reserve it lives on its base. `resupplied` puts one resupply in the place of all of a mission's own.
 */
export function shortages(
  context: CheckContext,
  unit: Unit,
  stays: readonly Stay[],
  resupplied: { readonly mission: Id<'mission'>; readonly end: number } | null = null,
): readonly Shortage[] {
  const full = (unit.supplyDays ?? Number.NaN) * DAY
  if (!(full >= 0 && full < Number.MAX_SAFE_INTEGER)) return []
  const found: Shortage[] = []
  let last = Number.NEGATIVE_INFINITY
  let left = full
  for (const { mission, assignment, start, missionEnd: end } of stays) {
    if (assignment.part === 'reserve') continue
    if (start - last >= context.restMinutes) left = full
    const ends = resupplied?.mission === mission.id ? [resupplied.end] : resupplyEnds(context, mission)
    // What it eats while on two missions at once it eats once.
    let from = Math.max(start, last)
    const atStart = left
    let out: number | null = null
    for (const at of [...ends.filter((e) => e < end), end]) {
      if (at > from) {
        if (at - from > left) out ??= from + left
        left = Math.max(0, left - (at - from))
        from = at
      }
      if (at < end) left = full
    }
    if (out !== null) found.push({ mission, start, end, left: atStart, out })
    last = Math.max(last, end)
  }
  return found
}
