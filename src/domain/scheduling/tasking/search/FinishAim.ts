import { finishBound } from './finishBound.ts'
import type { TaskingModel } from '../model/TaskingModel.ts'

/** How much sooner than the best all is to be over, as a share of the time it takes. */
const SOONER = 0.01
/** For more tasks the bound takes too long to work out. */
const MOST_BOUND = 5_000

/**
 * The time that a search for an early finish works towards, a little before the best. The last end alone says too little:
 * many tasks have to go sooner before it does.
 */
export class FinishAim {
  /** Whether the finish is the first goal. */
  readonly isUsed: boolean
  readonly #first: number
  readonly #bound: number
  #isSooner = true

  constructor(model: TaskingModel) {
    const { tasks, request } = model
    const firsts = tasks.map((task) => task.first).filter(Number.isFinite)
    this.#first = firsts.reduce((a, b) => Math.min(a, b), firsts[0] ?? 0)
    this.isUsed = request.goals[0] === 'finish'
    this.#bound =
      (this.isUsed && tasks.length <= MOST_BOUND ? finishBound(model, () => true)?.bound : undefined) ??
      Number.NEGATIVE_INFINITY
  }

  at(finish: number): number {
    const sooner = finish - Math.max(1, SOONER * (finish - this.#first))
    return this.#isSooner ? Math.min(finish, Math.max(sooner, this.#bound)) : finish
  }

  /** Changes over between sooner than the best and no later than it, which leaves room for the other goals. */
  turn(): void {
    this.#isSooner = !this.#isSooner
  }
}
