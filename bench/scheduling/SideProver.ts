import type { CheckedProblem } from '../../src/domain/scheduling/checkProblem.ts'
import type { Schedule } from '../../src/domain/scheduling/Problem.ts'
import { type Prover, startProver } from '../../src/domain/scheduling/proof/startProver.ts'
import { openChuffed } from '../../src/headless/openChuffed.ts'

type Thread = ReturnType<typeof openChuffed>

/** The search is given this long to find what is easy before anyone asks whether there is more. Milliseconds. */
const FIRST_ASKED = 100
/** So long, or so large a part of the time so far, without a better one: then what is asked is asked anew. */
const SETTLED = 150
const SETTLED_SHARE = 0.1

/** Chuffed on a thread beside the search, told of what the search finds. Times are of the wall, in milliseconds. */
export class SideProver {
  readonly #checked: CheckedProblem
  readonly #began = performance.now()
  readonly #threads: Thread[] = []
  #prover: Prover | null = null
  #found = Number.POSITIVE_INFINITY
  #foundAt = 0
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

  /** What the search has now. */
  tell(makespan: number): void {
    const now = performance.now() - this.#began
    if (makespan < this.#found) {
      this.#found = makespan
      this.#foundAt = now
    }
    const isSettled = now - this.#foundAt > Math.max(SETTLED, SETTLED_SHARE * now)
    if (this.#prover !== null && isSettled) this.#prover.improve(this.#found)
    if (this.#prover === null && now > FIRST_ASKED) this.#start()
  }

  /** Milliseconds of the processor that Chuffed has had. */
  async processorTime(): Promise<number> {
    const times = await Promise.all(this.#threads.map((thread) => thread.processorTime()))
    return times.reduce((sum, time) => sum + time, 0)
  }

  stop(): void {
    this.#prover?.stop()
  }

  #start(): void {
    const prover = startProver({
      checked: this.#checked,
      best: this.#found,
      open: () => {
        const thread = openChuffed()
        this.#threads.push(thread)
        return thread
      },
      onBound: (bound) => {
        this.#bound = Math.max(this.#bound, bound)
      },
      onBetter: (schedule, makespan) => {
        this.#schedule = schedule
        this.#makespan = makespan
      },
      onProven: () => {
        this.#isProven = true
      },
    })
    this.#prover = prover
  }
}
