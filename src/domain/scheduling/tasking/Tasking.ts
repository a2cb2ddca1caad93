import type { Checker } from '../../check/Checker.ts'
import type { PlanDocument } from '../../plan/PlanDocument.ts'
import { goalsBefore, goalValues } from './goalValues.ts'
import type { Proposal, TaskingProgress } from './Proposal.ts'
import { StuckTasks } from './StuckTasks.ts'
import type { TaskingRequest } from './TaskingRequest.ts'
import { TaskingSearch } from './TaskingSearch.ts'
import { emptyProposal, writeProposal } from './writeProposal.ts'

/** Length of a step, so that who drives it can listen in between. */
const STEP_MS = 8
const MOST_AT_ONCE = 100_000

/** What the search works on, once it is built. */
interface Desk {
  readonly stuck: StuckTasks
  readonly search: TaskingSearch
  readonly before: readonly (number | null)[]
}

/**
 * A proposal in the making. The plan must not change while it lasts, and the checker must know it as it is. Without a
 * limit of time or rounds it goes on for as long as it is stepped.
 */
export class Tasking {
  readonly #plan: PlanDocument
  readonly #checker: Checker
  readonly #request: TaskingRequest
  /** Milliseconds. */
  readonly #now: () => number
  readonly #began: number
  readonly #preparing: Generator<undefined, Desk>
  #desk: Desk | null = null
  #writtenCosts: readonly number[] = []

  constructor(plan: PlanDocument, checker: Checker, request: TaskingRequest, now: () => number) {
    this.#began = now()
    this.#now = now
    this.#plan = plan
    this.#checker = checker
    this.#request = request
    this.#preparing = prepare(plan, request)
  }

  /**
   * Searches for some milliseconds; false when nothing more will be tried. `reserve`: milliseconds of the time asked to
   * keep for what comes after. The first whole answer is made in any case, as long as there is time at all.
   */
  step(reserve = 0): boolean {
    const { rounds = Number.POSITIVE_INFINITY, seconds = Number.POSITIVE_INFINITY } = this.#request
    const ends = this.#began + seconds * 1_000 - reserve
    const pause = this.#now() + STEP_MS
    while (this.#desk === null) {
      const step = this.#preparing.next()
      if (step.done === true) this.#desk = step.value
      if (this.#now() >= Math.min(pause, ends)) return this.#now() < ends
    }
    const { search } = this.#desk
    const left = rounds - search.rounds
    if (search.isDone || (search.isReady && left <= 0)) return false
    search.step(Math.min(left, MOST_AT_ONCE), () => this.#now() >= Math.min(pause, ends))
    if (search.isDone || this.#now() >= ends) return false
    return !search.isReady || search.rounds < rounds
  }

  /** Whether every chosen mission was tried at least once. */
  get isReady(): boolean {
    return this.#desk?.search.isReady === true
  }

  /** Whether there is something to propose, and it is another than the proposal written last. */
  get isBetter(): boolean {
    if (this.#desk === null) return false
    const { costs, placements } = this.#desk.search.best
    if (!this.isReady && !placements.some((p) => p !== null)) return false
    return this.#writtenCosts.length !== costs.length || this.#writtenCosts.some((cost, i) => cost !== costs[i])
  }

  get progress(): TaskingProgress {
    if (this.#desk === null) return { rounds: 0, placed: 0, chosen: this.#request.missions.length, goals: [] }
    const { stuck, search, before } = this.#desk
    const { rounds, best } = search
    const placed = best.placements.reduce((sum, p) => (p === null ? sum : sum + 1), 0)
    const chosen = stuck.model.tasks.length + stuck.tasks.length
    return { rounds, placed, chosen, goals: goalValues(stuck.model, before, best.costs) }
  }

  /** Writes the best so far as a proposal that the check has tried out, a slice of work at a time. */
  *proposalSteps(): Generator<undefined, Proposal> {
    if (this.#desk === null) return emptyProposal(this.#plan, this.#request)
    const { stuck, search, before } = this.#desk
    const { placements, costs } = search.best
    this.#writtenCosts = Array.from(costs)
    const goals = goalValues(stuck.model, before, costs)
    return yield* writeProposal(this.#plan, this.#checker, stuck, [...placements], goals)
  }
}

function* prepare(plan: PlanDocument, request: TaskingRequest): Generator<undefined, Desk> {
  const stuck = yield* StuckTasks.find(plan, request)
  yield
  const before = goalsBefore(stuck.model)
  yield
  return { stuck, before, search: new TaskingSearch(stuck.model) }
}
