import type { Placement, Task } from '../../model/TaskingModel.ts'
import type { GoalTally } from './GoalTally.ts'

/** Minutes from the first start that a task's bounds allow to its start, times its weight, summed. */
export class LatenessTally implements GoalTally {
  #sum = 0

  placed(task: Task, { start }: Placement): void {
    this.#sum += task.weight * (start - task.first)
  }

  removed(task: Task, { start }: Placement): void {
    this.#sum -= task.weight * (start - task.first)
  }

  cost(): number {
    return this.#sum
  }
}
