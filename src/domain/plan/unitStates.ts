import type { Location } from '../records/common.ts'
import type { Id } from '../records/ids.ts'
import type { Unit } from '../records/unit.ts'
import { stateAt } from '../time/dated.ts'

/** Superior of a unit at an instant: the dated one that holds, else the standing one. */
export function superiorAt(unit: Unit, instant: number): Id<'unit'> | null {
  const state = stateAt(unit.states.superior, instant)
  return state === undefined ? unit.parent : state.unit
}

/** Where a unit is at an instant: its dated location, else its home. */
export function locationAt(unit: Unit, instant: number): Location | null {
  return stateAt(unit.states.location, instant)?.at ?? unit.home
}

/** Readiness in percent at an instant; null where none was ever stated. */
export function readinessAt(unit: Unit, instant: number): number | null {
  return stateAt(unit.states.readiness, instant)?.percent ?? null
}

/** The instants at which any of the units comes under another superior, ascending. */
export function superiorTurns(units: Iterable<Unit>): readonly number[] {
  const turns = new Set<number>()
  for (const unit of units) for (const state of unit.states.superior) turns.add(state.from)
  return [...turns].sort((a, b) => a - b)
}
