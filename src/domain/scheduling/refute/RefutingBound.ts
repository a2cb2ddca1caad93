import type { CheckedProblem } from '../checkProblem.ts'
import type { LowerBound } from '../lowerBound.ts'
import { type Ranges, StartRanges } from './StartRanges.ts'

/** More activities than this take too long. */
const MOST_ACTIVITIES = 200
/** Parts of an activity's range of starts that are tried at either end: 1 / these, the last a single start. */
const PARTS = [2, 8, Number.POSITIVE_INFINITY]

/**
 * Raises a lower bound by refutation: supposes that all is over by some time, and finds that some activity then has no
 * start left. First by narrowing alone; then also by supposing an order or a start and ruling out what fails.
 */
export class RefutingBound {
  bound: LowerBound
  readonly #checked: CheckedProblem
  #ranges: StartRanges | undefined

  constructor(checked: CheckedProblem, simple: LowerBound) {
    this.bound = simple
    this.#checked = checked
  }

  /** Looks at one activity so far. */
  get work(): number {
    return this.#ranges?.work ?? 0
  }

  /** Each step is short. `end`: of the best schedule so far; nothing from it on can be refuted. */
  *steps(end: () => number): Generator<undefined, void> {
    if (this.#checked.network.count > MOST_ACTIVITIES) return
    const ranges = new StartRanges(this.#checked)
    this.#ranges = ranges
    for (const isTrying of [false, true]) {
      // The earliest end that is not refuted: one that was tried, or that of a schedule.
      let stands = Number.POSITIVE_INFINITY
      while (this.bound.value < stands) {
        const best = end()
        const isNews = best < stands
        if (isNews) stands = best
        if (this.bound.value >= stands) break
        // All but the best ends refuted would prove it; else halving finds how far it goes.
        const tried = isNews && isTrying ? stands - 1 : Math.floor((this.bound.value + stands) / 2)
        ranges.open(tried)
        let isRefuted = !(yield* ranges.narrow())
        if (!isRefuted && isTrying) isRefuted = yield* this.#try(ranges, () => end() <= tried)
        if (isRefuted) this.#raise(tried + 1, ranges.blamed)
        else stands = Math.min(stands, tried)
      }
    }
  }

  #raise(value: number, blamed: readonly number[]): void {
    const activities = blamed.map((j) => this.#checked.network.original[j]!)
    this.bound = { value, because: { kind: 'squeeze', activities } }
  }

  /** Supposes one thing after another, and keeps the opposite of what fails; whether nothing is left possible. */
  *#try(ranges: StartRanges, isVain: () => boolean): Generator<undefined, boolean> {
    let known = ranges.copy()
    for (let isNews = true; isNews; ) {
      isNews = false
      for (const suppose of suppositions(ranges)) {
        if (isVain()) return false
        ranges.set(known)
        if (!suppose(ranges.ranges, true)) continue
        if (yield* ranges.narrow()) continue
        ranges.set(known)
        suppose(ranges.ranges, false)
        if (!(yield* ranges.narrow())) return true
        known = ranges.copy()
        isNews = true
      }
    }
    return false
  }
}

/** Makes something hold in the ranges, or its opposite; false when that is settled already. */
type Supposition = (ranges: Ranges, holds: boolean) => boolean

/** Of each pair either order; of each activity an early and a late start. */
function* suppositions({ pairs, ranges }: StartRanges): Generator<Supposition> {
  for (let p = 0; p < pairs.length; p += 1) {
    for (const sign of [1, -1]) {
      yield ({ order }, holds) => {
        if (order[p] !== 0) return false
        order[p] = holds ? sign : -sign
        return true
      }
    }
  }
  for (let j = 0; j < ranges.first.length; j += 1) {
    for (const part of PARTS) {
      yield ({ first, last }, holds) => {
        const width = Math.floor((last[j]! - first[j]!) / part)
        if (first[j] === last[j]) return false
        if (holds) last[j] = first[j]! + width
        else first[j] = first[j]! + width + 1
        return true
      }
      yield ({ first, last }, holds) => {
        const width = Math.floor((last[j]! - first[j]!) / part)
        if (first[j] === last[j]) return false
        if (holds) first[j] = last[j]! - width
        else last[j] = last[j]! - width - 1
        return true
      }
    }
  }
}
