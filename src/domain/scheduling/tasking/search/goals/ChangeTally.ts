import type { CapabilityQuantity } from '../../../../records/common.ts'
import type { Assignment } from '../../../../records/assignment.ts'
import type { Placement, Task, TaskingModel } from '../../model/TaskingModel.ts'
import type { GoalTally } from './GoalTally.ts'

/**
 * Changes to the plan as it stands: another start counts one, each unit that comes, goes, or has another part or brings
 * otherwise counts one, another legal basis counts one. A mission that has no units yet has none to change.
 */
export class ChangeTally implements GoalTally {
  readonly #model: TaskingModel
  /** By task: its assignments that are free to change. Made when first asked for. */
  readonly #present: (readonly Assignment[] | undefined)[] = []
  #sum = 0

  constructor(model: TaskingModel) {
    this.#model = model
  }

  placed(task: Task, placement: Placement): void {
    this.#sum += this.changesOf(task, placement)
  }

  removed(task: Task, placement: Placement): void {
    this.#sum -= this.changesOf(task, placement)
  }

  cost(): number {
    return this.#sum
  }

  changesOf(task: Task, { start, team, legalBasis }: Placement): number {
    const { mission } = task
    const present = this.#presentOf(task)
    let changes = (mission.start === start ? 0 : 1) + (mission.legalBasis === legalBasis ? 0 : 1)
    if (present.length === 0 && task.kept.every((a) => a.part === 'reserve')) return changes
    let stay = 0
    for (const member of team) {
      const id = this.#model.units[member.unit]?.id
      const before = present.find((a) => a.unit === id)
      if (before !== undefined) stay += 1
      if (before === undefined || before.part !== member.part || !isSame(before.brings, member.brings)) changes += 1
    }
    return changes + present.length - stay
  }

  #presentOf(task: Task): readonly Assignment[] {
    const known = this.#present[task.index]
    if (known !== undefined) return known
    const all = this.#model.plan.indexes.assignmentsOfMission.get(task.mission.id)
    const present = all.filter((a) => task.kept.every((kept) => kept.id !== a.id))
    this.#present[task.index] = present
    return present
  }
}

/** Whether two lists hold the same, in whatever order. */
function isSame(a: readonly CapabilityQuantity[], b: readonly CapabilityQuantity[]): boolean {
  if (a.length !== b.length) return false
  return a.every((x) => b.some((y) => y.capability === x.capability && y.quantity === x.quantity))
}
