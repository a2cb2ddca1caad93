import type { Placement, Task } from '../../model/TaskingModel.ts'
import type { GoalTally } from './GoalTally.ts'

const NONE = Number.NEGATIVE_INFINITY

/** The last end of the placed tasks, minutes from H-hour; 0 where none is. */
export class FinishTally implements GoalTally {
  readonly #ends: Float64Array
  /** NaN while it has to be looked for. */
  #last = NONE

  constructor(count: number) {
    this.#ends = new Float64Array(count).fill(NONE)
  }

  placed(task: Task, { start }: Placement): void {
    const end = start + task.minutes
    this.#ends[task.index] = end
    if (end > this.#last) this.#last = end
  }

  removed({ index }: Task): void {
    if (this.#ends[index] === this.#last) this.#last = Number.NaN
    this.#ends[index] = NONE
  }

  /** Minutes by which tasks end after a time, summed. */
  beyond(time: number): number {
    let sum = 0
    for (const end of this.#ends) if (end > time) sum += end - time
    return sum
  }

  cost(): number {
    if (Number.isNaN(this.#last)) {
      let last = NONE
      for (const end of this.#ends) if (end > last) last = end
      this.#last = last
    }
    return this.#last === NONE ? 0 : this.#last
  }
}
