import type { Assignment } from '../records/assignment.ts'
import type { ComponentKind } from '../records/common.ts'
import type { Mission } from '../records/mission.ts'
import type { Unit } from '../records/unit.ts'
import type { Language } from '../time/dtg.ts'
import { freeUnits } from './candidates.ts'
import type { CheckContext } from './CheckContext.ts'
import type { Repair } from './Finding.ts'
import { sayUnit } from './saying.ts'

/** Kinds of component a unit put in this place of a mission may be of; null for any. */
function componentsFor(
  context: CheckContext,
  mission: Mission,
  assignment: Assignment,
): readonly ComponentKind[] | null {
  if (assignment.part === 'supported') return context.plan.get(mission.type)?.components ?? null
  const unit = context.plan.get(assignment.unit)
  const kind = unit === undefined ? undefined : context.plan.get(unit.component)?.kind
  return kind === undefined ? null : [kind]
}

/** Gives the place of one unit on a mission to another that can take it without a new conflict, and may by what the caller knows. */
export function handOverRepairs(
  context: CheckContext,
  mission: Mission,
  assignment: Assignment,
  language: Language,
  mayTake: (unit: Unit) => boolean = () => true,
): Repair[] {
  const { plan } = context
  const wanted = { brings: assignment.brings, components: componentsFor(context, mission, assignment), mayTake }
  return freeUnits(context, mission, wanted).map((unit) => {
    const [to, from] = [sayUnit(plan, unit.id), sayUnit(plan, assignment.unit)]
    const text =
      language === 'es'
        ? `Dar ${mission.code} a ${to} en lugar de ${from}`
        : `Give ${mission.code} to ${to} instead of ${from}`
    return { command: { type: 'reassignMission', assignment: assignment.id, unit: unit.id }, text }
  })
}
