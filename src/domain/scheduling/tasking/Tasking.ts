import type { Checker } from '../../check/Checker.ts'
import type { RuleId } from '../../check/Finding.ts'
import type { PlanDocument } from '../../plan/PlanDocument.ts'
import type { Id } from '../../records/ids.ts'
import { goalsBefore, goalValues } from './goalValues.ts'
import { keepCompany } from './keepCompany.ts'
import type { Proposal, TaskingProgress } from './Proposal.ts'
import { StuckTasks } from './StuckTasks.ts'
import type { TaskingRequest } from './TaskingRequest.ts'
import { TaskingSearch } from './search/TaskingSearch.ts'
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

/** How often what found no place is set apart, and the rest is searched anew around it. */
const MOST_ANEW = 4

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
  /** Where the next search is built; null while none is. */
  #preparing: Generator<undefined, Desk> | null
  /** The next search until it has an answer of its own. */
  #next: Desk | null = null
  #desk: Desk | null = null
  #anew = 0
  #writtenCosts: readonly number[] = []
  #writtenBeside: StuckTasks | null = null

  constructor(plan: PlanDocument, checker: Checker, request: TaskingRequest, now: () => number) {
    this.#began = now()
    this.#now = now
    this.#plan = plan
    this.#checker = checker
    this.#request = request
    this.#preparing = prepare(StuckTasks.find(plan, request))
  }

  /**
   * Searches for some milliseconds; false when nothing more will be tried. `reserve`: milliseconds of the time asked to
   * keep for what comes after. The first whole answer is made in any case, as long as there is time at all.
   */
  step(reserve = 0): boolean {
    const { rounds = Number.POSITIVE_INFINITY, seconds = Number.POSITIVE_INFINITY } = this.#request
    const ends = this.#began + seconds * 1_000 - reserve
    const pause = this.#now() + STEP_MS
    const isPaused = (): boolean => this.#now() >= Math.min(pause, ends)
    while (this.#preparing !== null) {
      const step = this.#preparing.next()
      if (step.done === true) {
        this.#preparing = null
        if (this.#desk === null) this.#desk = step.value
        else this.#next = step.value
      }
      if (isPaused()) return this.#now() < ends
    }
    const { search, stuck } = this.#next ?? this.#desk ?? raise()
    const left = rounds - search.rounds
    if (search.isDone || (search.isReady && left <= 0)) return false
    const wasReady = search.isReady
    search.step(Math.min(left, MOST_AT_ONCE), isPaused)
    if (search.isReady && !wasReady) this.#settle(search, stuck)
    if (this.#preparing !== null) return this.#now() < ends
    if (search.isDone || this.#now() >= ends) return false
    return !search.isReady || search.rounds < rounds
  }

  /** A search has its first whole answer: it counts from now on, unless something is in its way that it knows nothing of. */
  #settle(search: TaskingSearch, stuck: StuckTasks): void {
    if (this.#next !== null) {
      this.#desk = this.#next
      this.#next = null
      this.#writtenCosts = []
    }
    const { placements } = search.best
    const staying = stuck.model.tasks.filter((t) => t.mission.start !== null && (placements[t.index] ?? null) === null)
    this.#searchAnew(
      stuck,
      staying.map((t) => t.mission.id),
      new Map(),
    )
  }

  #searchAnew(
    stuck: StuckTasks,
    missions: readonly Id<'mission'>[],
    refused: ReadonlyMap<Id<'mission'>, RuleId>,
  ): void {
    if (missions.length === 0 || this.#anew >= MOST_ANEW) return
    this.#anew += 1
    this.#preparing = prepare(at(() => stuck.with(missions, refused)))
  }

  /** Whether every chosen mission was tried at least once. */
  get isReady(): boolean {
    return this.#desk?.search.isReady === true
  }

  /** Whether the rest is being searched anew around what found no place: there is more to come if there is time. */
  get isAnew(): boolean {
    return this.#desk !== null && (this.#preparing !== null || this.#next !== null)
  }

  /** Whether there is something to propose, and it is another than the proposal written last. */
  get isBetter(): boolean {
    if (this.#desk === null) return false
    const { costs, placements } = this.#desk.search.best
    if (!this.isReady && !placements.some((p) => p !== null)) return false
    return this.#writtenCosts.length !== costs.length || this.#writtenCosts.some((cost, i) => cost !== costs[i])
  }

  /** What was set apart when the last proposal was written, with the models that it speaks of; null before. */
  get writtenBeside(): StuckTasks | null {
    return this.#writtenBeside
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
    this.#writtenCosts = Array.from(search.best.costs)
    this.#writtenBeside = stuck
    const { placements, costs } = keepCompany(stuck.model, search.best)
    yield
    const goals = goalValues(stuck.model, before, costs)
    const written = yield* writeProposal(this.#plan, this.#checker, stuck, placements, goals, search.isReady)
    if (search.isReady && this.#preparing === null && this.#next === null) {
      this.#searchAnew(stuck, [...written.refused.keys()], written.refused)
    }
    return written.proposal
  }
}

function* prepare(finding: Generator<undefined, StuckTasks>): Generator<undefined, Desk> {
  const stuck = yield* finding
  yield
  const before = goalsBefore(stuck.model)
  yield
  return { stuck, before, search: new TaskingSearch(stuck.model) }
}

function* at<T>(make: () => T): Generator<undefined, T> {
  yield
  return make()
}

function raise(): never {
  throw new Error('a search before it was built')
}
