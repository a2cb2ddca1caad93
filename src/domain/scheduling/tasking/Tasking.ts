import type { Checker } from '../../check/Checker.ts'
import type { PlanDocument } from '../../plan/PlanDocument.ts'
import { goalsBefore, goalValues } from './goalValues.ts'
import type { Proposal, TaskingProgress } from './Proposal.ts'
import { StuckTasks } from './StuckTasks.ts'
import type { TaskingModel } from './TaskingModel.ts'
import type { TaskingRequest } from './TaskingRequest.ts'
import { TaskingSearch } from './TaskingSearch.ts'
import { writeProposal } from './writeProposal.ts'

/** Length of a step, so that who drives it can listen in between. */
const STEP_MS = 8
const MOST_AT_ONCE = 100_000

/**
 * A proposal in the making. The plan must not change while it lasts, and the checker must know it as it is. Without a
 * limit of time or rounds it goes on for as long as it is stepped.
 */
export class Tasking {
  readonly #plan: PlanDocument
  readonly #checker: Checker
  readonly #request: TaskingRequest
  readonly #stuck: StuckTasks
  readonly #model: TaskingModel
  readonly #search: TaskingSearch
  readonly #before: readonly (number | null)[]
  /** Milliseconds. */
  readonly #now: () => number
  readonly #began: number
  #writtenCosts: readonly number[] = []

  constructor(plan: PlanDocument, checker: Checker, request: TaskingRequest, now: () => number) {
    this.#began = now()
    this.#now = now
    this.#plan = plan
    this.#checker = checker
    this.#request = request
    this.#stuck = new StuckTasks(plan, request)
    this.#model = this.#stuck.model
    this.#search = new TaskingSearch(this.#model)
    this.#before = goalsBefore(this.#model)
  }

  /**
   * Searches for some milliseconds; false when nothing more will be tried. `reserve`: milliseconds of the time asked to
   * keep for what comes after. The first whole answer is made in any case, as long as there is time at all.
   */
  step(reserve = 0): boolean {
    const { rounds = Number.POSITIVE_INFINITY, seconds = Number.POSITIVE_INFINITY } = this.#request
    const ends = this.#began + seconds * 1_000 - reserve
    const pause = this.#now() + STEP_MS
    const left = rounds - this.#search.rounds
    if (this.#search.isDone || (this.#search.isReady && left <= 0)) return false
    this.#search.step(Math.min(left, MOST_AT_ONCE), () => this.#now() >= Math.min(pause, ends))
    if (this.#search.isDone || this.#now() >= ends) return false
    return !this.#search.isReady || this.#search.rounds < rounds
  }

  /** Whether every chosen mission was tried at least once. */
  get isReady(): boolean {
    return this.#search.isReady
  }

  /** Whether there is something to propose, and it is another than the proposal written last. */
  get isBetter(): boolean {
    const { costs, placements } = this.#search.best
    if (!this.#search.isReady && !placements.some((p) => p !== null)) return false
    return this.#writtenCosts.length !== costs.length || this.#writtenCosts.some((cost, i) => cost !== costs[i])
  }

  get progress(): TaskingProgress {
    const { rounds, best } = this.#search
    const placed = best.placements.reduce((sum, p) => (p === null ? sum : sum + 1), 0)
    const goals = goalValues(this.#model, this.#before, best.costs)
    return { rounds, placed, chosen: this.#model.tasks.length + this.#stuck.tasks.length, goals }
  }

  /** Writes the best so far as a proposal that the check has tried out, a slice of work at a time. */
  *proposalSteps(): Generator<undefined, Proposal> {
    const { placements, costs } = this.#search.best
    this.#writtenCosts = Array.from(costs)
    const goals = goalValues(this.#model, this.#before, costs)
    return yield* writeProposal(this.#plan, this.#checker, this.#stuck, [...placements], goals)
  }
}
