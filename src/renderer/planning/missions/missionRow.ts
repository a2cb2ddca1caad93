import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { Assignment } from '../../../domain/records/assignment.ts'
import type { ComponentKind } from '../../../domain/records/common.ts'
import type { Mission } from '../../../domain/records/mission.ts'
import type { MissionType } from '../../../domain/records/missionType.ts'
import { searchedText } from '../../fields/recordText.ts'
import { folded } from '../../ui/folded.ts'

const NO_COMPONENTS: readonly ComponentKind[] = []

/**
 * A mission as the list shows, finds and sorts it. Stays the same object until something it shows changes. What costs more
 * than a look-up is worked out when it is first asked for.
 */
export class MissionRow {
  readonly kind = 'mission'
  readonly mission: Mission
  readonly type: MissionType | undefined
  readonly assignments: readonly Assignment[]
  readonly #plan: PlanReader
  #units: string | null = null
  #searched: string | null = null

  constructor(plan: PlanReader, mission: Mission) {
    this.#plan = plan
    this.mission = mission
    this.type = plan.get(mission.type)
    this.assignments = plan.indexes.assignmentsOfMission.get(mission.id)
  }

  get id(): string {
    return this.mission.id
  }

  /** Components that may lead it, by its type. */
  get components(): readonly ComponentKind[] {
    return this.type?.components ?? NO_COMPONENTS
  }

  /** Minutes from H-hour; null while it has no start. */
  get end(): number | null {
    return this.mission.start === null ? null : this.mission.start + this.mission.duration.likely
  }

  /** Designations of its units. */
  get units(): string {
    this.#units ??= this.assignments.map((a) => unitName(this.#plan, a)).join(', ')
    return this.#units
  }

  /** All it may be found by, folded. */
  get searched(): string {
    return this.#searched ?? this.prepareSearch()
  }

  /** Makes `searched` ahead of its being asked for. */
  prepareSearch(): string {
    const type = this.type === undefined ? '' : searchedText(this.type)
    this.#searched ??= `${searchedText(this.mission)} ${type} ${folded(this.units)}`
    return this.#searched
  }

  /** Whether it shows the mission as the plan has it now, names of units left aside. */
  isOf(plan: PlanReader, mission: Mission): boolean {
    return (
      this.mission === mission &&
      this.assignments === plan.indexes.assignmentsOfMission.get(mission.id) &&
      this.type === plan.get(mission.type)
    )
  }
}

function unitName(plan: PlanReader, { unit: id }: Assignment): string {
  const unit = plan.get(id)
  if (unit === undefined) return id
  return unit.designation === '' ? unit.name : unit.designation
}
