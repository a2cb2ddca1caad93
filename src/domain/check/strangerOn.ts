import type { PlanReader } from '../plan/PlanDocument.ts'
import { superiorAt } from '../plan/unitStates.ts'
import type { Id } from '../records/ids.ts'
import type { Relationship } from '../records/relationship.ts'
import type { Unit } from '../records/unit.ts'
import type { CheckContext } from './CheckContext.ts'

/** Epoch ms; infinite where it is open. */
export const relationshipEnd = (tie: Relationship): number => tie.to ?? Number.POSITIVE_INFINITY

/** Units that lead a mission in the plan as it stands. */
export function leadersOf(context: CheckContext, mission: Id<'mission'>): readonly Id<'unit'>[] {
  const assignments = context.plan.indexes.assignmentsOfMission.get(mission)
  return assignments.filter((a) => a.part === 'supported').map((a) => a.unit)
}

/** Who leads without a say over a unit then, and a relationship it has instead; null where all is well or unknown. */
export function strangerOn(
  context: CheckContext,
  unit: Unit,
  leaders: readonly Id<'unit'>[],
  start: number,
): { readonly leader: Id<'unit'>; readonly tie: Relationship } | null {
  const { plan } = context
  const known = plan.indexes.relationshipsOf.get(unit.id)
  if (known.length === 0) return null
  const at = context.toInstant(start)
  const ties = known.filter((tie) => tie.from <= at && at < relationshipEnd(tie))
  const [tie] = [...ties].sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))
  const [first] = [...leaders].sort()
  if (tie === undefined || first === undefined) return null
  const above = chainOf(plan, unit.id, at)
  for (const { superior } of ties) for (const id of chainOf(plan, superior, at)) above.add(id)
  const hasSay = leaders.some((leader) => {
    if (above.has(leader)) return true
    const over = chainOf(plan, leader, at)
    return ties.some(({ superior }) => over.has(superior))
  })
  return hasSay ? null : { leader: first, tie }
}

/** A unit and all above it at an instant. */
function chainOf(plan: PlanReader, id: Id<'unit'>, at: number): Set<Id<'unit'>> {
  const chain = new Set<Id<'unit'>>()
  for (let next: Id<'unit'> | null = id; next !== null && !chain.has(next); ) {
    chain.add(next)
    const unit: Unit | undefined = plan.get(next)
    next = unit === undefined ? null : superiorAt(unit, at)
  }
  return chain
}
