import type { PlanReader } from '../plan/PlanDocument.ts'
import type { CapabilityQuantity } from '../records/common.ts'
import type { Mission } from '../records/mission.ts'
import type { Unit } from '../records/unit.ts'

/** What a unit can give of what a mission's type asks for and its other units do not bring yet. */
export function bringsFor(plan: PlanReader, mission: Mission, unit: Unit): CapabilityQuantity[] {
  const type = plan.get(mission.type)
  if (type === undefined) return []
  const brought = plan.indexes.assignmentsOfMission.get(mission.id).filter((a) => a.unit !== unit.id)
  return type.capabilities.flatMap(({ capability, quantity }) => {
    const has = unit.capabilities.find((c) => c.capability === capability)?.quantity ?? 0
    const others = brought.flatMap((a) => a.brings).filter((b) => b.capability === capability)
    const open = quantity - others.reduce((sum, b) => sum + b.quantity, 0)
    const gives = Math.min(has, open)
    return gives > 0 ? [{ capability, quantity: gives }] : []
  })
}
