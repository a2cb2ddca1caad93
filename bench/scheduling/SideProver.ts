import type { CheckedProblem } from '../../src/domain/scheduling/checkProblem.ts'
import type { Schedule } from '../../src/domain/scheduling/Problem.ts'
import type { ChuffedWay } from '../../src/domain/scheduling/proof/FlatModel.ts'
import { type Prover, startProver } from '../../src/domain/scheduling/proof/startProver.ts'
import { openChuffed } from '../../src/headless/openChuffed.ts'

type Thread = ReturnType<typeof openChuffed>

/**
 * So long, or so large a part of the time so far, without a better one: then what is asked is asked, or asked anew. Loading
 * a thread costs the search more than it brings while better ones still come quickly. Milliseconds.
 */
const SETTLED = 100
const SETTLED_SHARE = 0.25
/** After this it is asked in any case. */
const LONGEST_UNASKED = 1_500
/** Schedules, and times those made until the best, without a better one: then the search is taken to be through. */
const SPENT = 200_000
const SPENT_TIMES = 10

/** Chuffed on a thread beside the search, told of what the search finds. Times are of the wall, in milliseconds. */
export class SideProver {
  readonly #checked: CheckedProblem
  readonly #began = performance.now()
  readonly #provers: Prover[] = []
  /** By prover. */
  readonly #threads: Thread[][] = []
  #found = Number.POSITIVE_INFINITY
  #foundAt = 0
  #foundAfter = 0
  #schedule: Schedule | null = null
  #makespan = Number.POSITIVE_INFINITY
  #bound = 0
  #isProven = false

  constructor(checked: CheckedProblem) {
    this.#checked = checked
  }

  get isProven(): boolean {
    return this.#isProven
  }

  /** No schedule ends before. */
  get bound(): number {
    return this.#bound
  }

  /** Its own best, and the last end of it. */
  get best(): Readonly<{ schedule: Schedule | null; makespan: number }> {
    return { schedule: this.#schedule, makespan: this.#makespan }
  }

  /** What the search has now, and after how many schedules. */
  tell(makespan: number, schedules: number): void {
    const now = performance.now() - this.#began
    if (makespan < this.#found) {
      this.#found = makespan
      this.#foundAt = now
      this.#foundAfter = schedules
    }
    const isSettled = now - this.#foundAt > Math.max(SETTLED, SETTLED_SHARE * now)
    if (isSettled) for (const prover of this.#provers) prover.improve(this.#found)
    if (this.#provers.length === 0 && (isSettled || now > LONGEST_UNASKED)) this.#start('earliest')
  }

  /** Whether so many schedules brought nothing that the search's thread is better used for a second prover. */
  isSearchSpent(schedules: number): boolean {
    return this.#provers.length > 0 && schedules > Math.max(SPENT, SPENT_TIMES * this.#foundAfter)
  }

  /** In place of the search. */
  startSecond(): void {
    this.#start('learned')
  }

  /** Milliseconds of the processor that each of the two has had. */
  processorTimes(): Promise<readonly [number, number]> {
    const timeOf = async (threads: readonly Thread[] = []): Promise<number> => {
      const times = await Promise.all(threads.map((thread) => thread.processorTime()))
      return times.reduce((sum, time) => sum + time, 0)
    }
    return Promise.all([timeOf(this.#threads[0]), timeOf(this.#threads[1])])
  }

  stop(): void {
    for (const prover of this.#provers) prover.stop()
  }

  #start(way: ChuffedWay): void {
    const threads: Thread[] = []
    this.#threads.push(threads)
    const prover = startProver({
      checked: this.#checked,
      best: this.#found,
      way,
      open: () => {
        const thread = openChuffed()
        threads.push(thread)
        return thread
      },
      onBound: (bound) => {
        this.#bound = Math.max(this.#bound, bound)
      },
      onBetter: (schedule, makespan) => {
        if (makespan >= Math.min(this.#makespan, this.#found)) return
        this.#schedule = schedule
        this.#makespan = makespan
      },
      onProven: () => {
        this.#isProven = true
      },
    })
    this.#provers.push(prover)
  }
}
