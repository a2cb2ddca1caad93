import type { CheckedProblem } from '../checkProblem.ts'
import type { Fact, FlatModel, Term } from './FlatModel.ts'

/** Beyond these a model takes longer to read than it is worth; what is left out makes it say less, never wrong. */
const MOST_ACTIVITIES = 1_000
const MOST_PAIRS = 30_000

/** Which of two activities comes first, as facts. By place in the network. */
export class PairOrder {
  readonly model: FlatModel
  readonly starts: readonly Term[]
  readonly #checked: CheckedProblem
  readonly #last: (j: number) => number
  readonly #facts = new Map<number, Fact | null>()

  /** `last`: latest starts. */
  constructor(model: FlatModel, checked: CheckedProblem, starts: readonly Term[], last: (j: number) => number) {
    this.model = model
    this.starts = starts
    this.#checked = checked
    this.#last = last
  }

  /** How many were asked about. */
  get asked(): number {
    return this.#facts.size
  }

  /** One ends before the other starts, unless one of `unless` does not hold. */
  apart(i: number, j: number, unless: readonly Fact[] = []): void {
    this.model.clause(
      [this.#before(i, j), this.#before(j, i)].filter((fact) => fact !== null),
      unless,
    )
  }

  /** That `i` ends before `j` starts; null where it cannot. */
  #before(i: number, j: number): Fact | null {
    const key = i * this.starts.length + j
    const known = this.#facts.get(key)
    if (known !== undefined) return known
    const { earliest, network } = this.#checked
    const span = network.duration[i]!
    const fact = earliest[i]! + span <= this.#last(j) ? this.model.fact() : null
    if (fact !== null) this.model.after(this.starts[i]!, this.starts[j]!, span, fact)
    this.#facts.set(key, fact)
    return fact
  }
}

/**
 * Says of each two that take more of a resource than there is that they run apart: the resource says so too, but what
 * is said of pairs is learned from faster. False when there are too many to say anything of pairs.
 */
export function orderPairs(order: PairOrder, checked: CheckedProblem): boolean {
  const { problem, network } = checked
  const { count, original, duration } = network
  if (count > MOST_ACTIVITIES) return false
  const follows = followers(checked)
  const amounts = problem.resources.map((_, resource) =>
    Array.from(original, (activity) =>
      problem.activities[activity]!.uses.reduce((sum, use) => sum + (use.resource === resource ? use.amount : 0), 0),
    ),
  )
  for (let i = 0; i < count; i += 1) {
    for (let j = i + 1; j < count && order.asked < MOST_PAIRS; j += 1) {
      if (duration[i] === 0 || duration[j] === 0 || follows(i, j)) continue
      const isOver = amounts.some((amount, r) => amount[i]! + amount[j]! > problem.resources[r]!.capacity)
      if (isOver) order.apart(i, j)
    }
  }
  return true
}

/** Whether the second of two places starts after the first's end by precedence alone. */
export function followers({ network }: CheckedProblem): (i: number, j: number) => boolean {
  const { count, before, duration } = network
  const known = Array.from({ length: count }, () => new Uint8Array(count))
  for (let j = 0; j < count; j += 1) {
    const own = known[j]!
    for (let k = before.first[j]!; k < before.first[j + 1]!; k += 1) {
      const from = before.other[k]!
      const delay = before.delay[k]!
      if (delay >= duration[from]!) own[from] = 1
      // Whoever ends before `from` starts ends before this one too, unless it may start before `from`.
      if (delay < 0) continue
      for (let i = 0; i < from; i += 1) if (known[from]![i]) own[i] = 1
    }
  }
  return (i, j) => known[j]![i] === 1
}
