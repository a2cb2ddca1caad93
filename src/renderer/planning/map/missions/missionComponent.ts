import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import type { ComponentKind } from '../../../../domain/records/common.ts'
import type { Mission } from '../../../../domain/records/mission.ts'

/** Components in the order in which bars are stacked and legends listed; the last stands for missions without one. */
export const COMPONENT_ORDER = ['ground', 'naval', 'air', 'sof', 'partners', 'none'] as const
export type MissionComponent = (typeof COMPONENT_ORDER)[number]

/** The component that leads a mission: that of the unit it supports first, else the first its type allows. */
export function missionComponent(plan: PlanReader, mission: Mission): MissionComponent {
  const assignments = plan.indexes.assignmentsOfMission.get(mission.id)
  const lead = assignments.find((a) => a.part === 'supported') ?? assignments[0]
  const unit = lead === undefined ? undefined : plan.get(lead.unit)
  const own: ComponentKind | undefined = unit === undefined ? undefined : plan.get(unit.component)?.kind
  return own ?? plan.get(mission.type)?.components[0] ?? 'none'
}
