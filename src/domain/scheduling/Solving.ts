import type { CheckedProblem } from './checkProblem.ts'
import { type LowerBound, lowerBound } from './lowerBound.ts'
import type { Schedule } from './Problem.ts'
import { RefutingBound } from './refute/RefutingBound.ts'
import type { BuiltSearch } from './Search.ts'

/** How far a search is. */
export type Progress = Readonly<{
  schedules: number
  /** Whether the best schedule keeps all hard limits; one that does not is the one that breaks them least. */
  feasible: boolean
  /** Last end of the best schedule. */
  makespan: number
  /** No schedule can have a makespan under this. */
  lowerBound: LowerBound
  /** Makespan is the only goal, and the bound is met. */
  proven: boolean
  /** Nothing more will be tried. */
  done: boolean
}>

export type Limits = Readonly<{ schedules: number; isOutOfTime: () => boolean }>

/** Schedules of one step of any search. */
const STEP = 2
/**
 * What the search for a better bound may cost: looks at an activity for each schedule, fewer the more activities there
 * are, as large problems are seldom proven: a quarter of the time at 30, a hundredth at 120. More for the first
 * schedules, so that what is easily proven soon is, but not so many that the pace seems to be another.
 */
const LOOKS = 150_000
const EARLY_LOOKS = 400
const EARLY = 5_000
/** Steps between two looks at the clock. */
const CLOCK_EVERY = 4

/** A search under way, driven in pieces as short as its caller likes. */
export class Solving {
  readonly #checked: CheckedProblem
  readonly #built: BuiltSearch
  readonly #limits: Limits
  readonly #steps: Generator<undefined, void>
  readonly #bound: RefutingBound
  readonly #refuting: Generator<undefined, void>
  readonly #isMakespanOnly: boolean
  #done = false
  #sinceClock = 0

  constructor(checked: CheckedProblem, built: BuiltSearch, limits: Limits) {
    this.#checked = checked
    this.#built = built
    this.#limits = limits
    this.#steps = built.search.steps()
    this.#bound = new RefutingBound(checked, lowerBound(checked))
    this.#refuting = this.#bound.steps(() => this.#makespan)
    this.#isMakespanOnly = checked.problem.goals.every((goal) => goal === 'makespan')
  }

  /** Makes about `schedules` more, or fewer when the budget is spent or the best is proven. The first makes one at least. */
  step(schedules: number): Progress {
    const { search } = this.#built
    const until = search.schedules + schedules
    while (!this.#done) {
      const hasOne = search.cost < Number.POSITIVE_INFINITY
      if (hasOne && (this.#isProven || this.#isSpent)) this.#done = true
      else if (hasOne && search.schedules >= until) break
      else if (this.#steps.next().done) this.#done = true
      else if (hasOne) this.#refute()
    }
    return this.progress
  }

  get progress(): Progress {
    const { search } = this.#built
    return {
      schedules: search.schedules,
      feasible: this.#isFeasible,
      makespan: this.#makespan,
      lowerBound: this.#bound.bound,
      proven: this.#isProven,
      done: this.#done,
    }
  }

  /** The best so far; undefined before the first step. */
  get schedule(): Schedule | undefined {
    const { search, services } = this.#built
    if (search.cost === Number.POSITIVE_INFINITY) return undefined
    return { starts: Array.from(this.#checked.network.place, (place) => search.starts[place]!), services: services() }
  }

  /** Raises the bound, as far as the schedules made so far allow. */
  #refute(): void {
    if (!this.#isFeasible) return
    const { schedules } = this.#built.search
    const looks = LOOKS / Math.max(1, this.#checked.network.count) ** 2
    const allowed = schedules * looks + Math.min(schedules, EARLY) * EARLY_LOOKS
    while (this.#bound.work < allowed && !this.#isProven) if (this.#refuting.next().done) return
  }

  get #isSpent(): boolean {
    if (this.#built.search.schedules + STEP > this.#limits.schedules) return true
    this.#sinceClock += 1
    if (this.#sinceClock < CLOCK_EVERY) return false
    this.#sinceClock = 0
    return this.#limits.isOutOfTime()
  }

  get #isFeasible(): boolean {
    return this.#built.search.cost < Number.POSITIVE_INFINITY && (this.#built.broken?.() ?? 0) === 0
  }

  get #isProven(): boolean {
    if (!this.#isMakespanOnly || !this.#isFeasible) return false
    return (this.#built.broken ? this.#makespan : this.#built.search.cost) <= this.#bound.bound.value
  }

  get #makespan(): number {
    const { duration, count } = this.#checked.network
    let makespan = 0
    for (let j = 0; j < count; j += 1) makespan = Math.max(makespan, this.#built.search.starts[j]! + duration[j]!)
    return makespan
  }
}
