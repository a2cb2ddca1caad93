import type { PlanReader } from '../../domain/plan/PlanDocument.ts'
import { superiorAt } from '../../domain/plan/unitStates.ts'
import type { Id } from '../../domain/records/ids.ts'
import type { Unit } from '../../domain/records/unit.ts'

/** Units under their superior's id at an instant; those without one, or in a ring of superiors, under their component's. */
export function unitTree(
  plan: PlanReader,
  units: readonly Unit[],
  instant: number,
): ReadonlyMap<string, readonly Unit[]> {
  const below = new Map<string, Unit[]>()
  const known = new Set<string>()
  for (const unit of units) {
    const superior = superiorAt(unit, instant)
    const isBelow = superior !== null && plan.has(superior) && reachesHead(plan, unit, instant, known)
    const key = isBelow ? superior : unit.component
    const list = below.get(key)
    if (list === undefined) below.set(key, [unit])
    else list.push(unit)
  }
  return below
}

/** Whether going up from a unit ends at one without a superior; `known` remembers the units that do. */
function reachesHead(plan: PlanReader, unit: Unit, instant: number, known: Set<string>): boolean {
  const trail = new Set<string>()
  let at: Unit | undefined = unit
  while (at !== undefined && !known.has(at.id)) {
    if (trail.has(at.id)) return false
    trail.add(at.id)
    const superior: Id<'unit'> | null = superiorAt(at, instant)
    at = superior === null ? undefined : plan.get(superior)
  }
  for (const id of trail) known.add(id)
  return true
}
