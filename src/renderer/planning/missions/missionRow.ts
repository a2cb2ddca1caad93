import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { Assignment } from '../../../domain/records/assignment.ts'
import type { ComponentKind } from '../../../domain/records/common.ts'
import type { Mission } from '../../../domain/records/mission.ts'
import type { MissionType } from '../../../domain/records/missionType.ts'
import { searchedText } from '../../fields/recordText.ts'
import { folded } from '../../ui/folded.ts'

/** A mission as the list shows, finds and sorts it. Stays the same object until something it shows changes. */
export interface MissionRow {
  readonly kind: 'mission'
  readonly id: string
  readonly mission: Mission
  readonly type: MissionType | undefined
  /** Components that may lead it, by its type. */
  readonly components: readonly ComponentKind[]
  readonly assignments: readonly Assignment[]
  /** Designations of its units. */
  readonly units: string
  /** Minutes from H-hour; null while it has no start. */
  readonly end: number | null
  /** All it may be found by, folded. */
  readonly searched: string
}

const NO_COMPONENTS: readonly ComponentKind[] = []
const known = new WeakMap<Mission, MissionRow & { readonly unitNames: object }>()

/** The row of a mission; `unitNames` is another object whenever a unit was renamed. */
export function missionRow(plan: PlanReader, mission: Mission, unitNames: object): MissionRow {
  const type = plan.get(mission.type)
  const assignments = plan.indexes.assignmentsOfMission.get(mission.id)
  const before = known.get(mission)
  if (before?.assignments === assignments && before.type === type && before.unitNames === unitNames) return before
  const units = assignments.map((a) => unitName(plan, a)).join(', ')
  const row = {
    kind: 'mission' as const,
    id: mission.id,
    mission,
    type,
    components: type?.components ?? NO_COMPONENTS,
    assignments,
    units,
    end: mission.start === null ? null : mission.start + mission.duration.likely,
    searched: `${searchedText(mission)} ${type === undefined ? '' : searchedText(type)} ${folded(units)}`,
    unitNames,
  }
  known.set(mission, row)
  return row
}

function unitName(plan: PlanReader, { unit: id }: Assignment): string {
  const unit = plan.get(id)
  if (unit === undefined) return id
  return unit.designation === '' ? unit.name : unit.designation
}
