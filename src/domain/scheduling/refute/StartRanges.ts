import type { CheckedProblem } from '../checkProblem.ts'
import { findDistances } from './distances.ts'
import { findShared, type Pair, type Shared } from './Shared.ts'

/** Looks between two rests, and members of a group from which on only first starts and last ends are weighed. */
const PIECE = 100_000
const LARGE = 60

/** First and last starts that are still possible, and which of each pair goes first: 1 for `a`, -1 for `b`, 0 open. */
export type Ranges = Readonly<{ first: Int32Array; last: Int32Array; order: Int8Array }>

/**
 * Narrows the starts that activities can have when all must be over by some time. By precedence, by pairs of which one
 * has to go first, and by energy: within a span, what activities cannot help taking of what they share. Energetic
 * reasoning after Baptiste, Le Pape and Nuijten.
 */
export class StartRanges {
  readonly ranges: Ranges
  readonly pairs: readonly Pair[]
  /** Looks at one activity so far: what the time goes into. */
  work = 0
  /** The activities that had no place left when the last narrowing failed. By place in the network. */
  blamed: readonly number[] = []
  readonly #checked: CheckedProblem
  readonly #shared: readonly Shared[]
  readonly #from: Int32Array
  readonly #to: Int32Array
  #changed = false

  constructor(checked: CheckedProblem) {
    this.#checked = checked
    const { count } = checked.network
    const { shared, pairs } = findShared(checked, findDistances(checked.network))
    this.#shared = shared
    this.pairs = pairs
    this.ranges = { first: new Int32Array(count), last: new Int32Array(count), order: new Int8Array(pairs.length) }
    const most = shared.reduce((high, { places }) => Math.max(high, places.length), 0)
    this.#from = new Int32Array(2 * most)
    this.#to = new Int32Array(2 * most)
  }

  /** All that is possible when everything is over by `end`. */
  open(end: number): void {
    const { first, last, order } = this.ranges
    const { earliest, network } = this.#checked
    first.set(earliest)
    for (let j = 0; j < last.length; j += 1) last[j] = end - network.tail[j]!
    order.fill(0)
  }

  set({ first, last, order }: Ranges): void {
    this.ranges.first.set(first)
    this.ranges.last.set(last)
    this.ranges.order.set(order)
  }

  copy(): Ranges {
    const { first, last, order } = this.ranges
    return { first: first.slice(), last: last.slice(), order: order.slice() }
  }

  /** Narrows until nothing more follows, resting now and then; false when some activity has no start left. */
  *narrow(): Generator<undefined, boolean> {
    let rested = this.work
    do {
      this.#changed = false
      if (!this.#follow()) return false
      if (!this.#orderPairs()) return false
      if (this.#changed) continue
      for (const shared of this.#shared) {
        if (!this.#weigh(shared)) return false
        if (this.work - rested < PIECE) continue
        rested = this.work
        yield
      }
    } while (this.#changed)
    return true
  }

  #isEmpty(j: number): boolean {
    if (this.ranges.first[j]! <= this.ranges.last[j]!) return false
    this.blamed = [j]
    return true
  }

  #notBefore(j: number, time: number): void {
    if (time <= this.ranges.first[j]!) return
    this.ranges.first[j] = time
    this.#changed = true
  }

  #notAfter(j: number, time: number): void {
    if (time >= this.ranges.last[j]!) return
    this.ranges.last[j] = time
    this.#changed = true
  }

  /** Along the arcs, both ways. */
  #follow(): boolean {
    const { before, count } = this.#checked.network
    const { first, last } = this.ranges
    const { other, delay } = before
    for (let j = 0; j < count; j += 1) {
      for (let k = before.first[j]!; k < before.first[j + 1]!; k += 1) {
        this.#notBefore(j, first[other[k]!]! + delay[k]!)
      }
    }
    for (let j = count - 1; j >= 0; j -= 1) {
      for (let k = before.first[j]!; k < before.first[j + 1]!; k += 1) {
        this.#notAfter(other[k]!, last[j]! - delay[k]!)
      }
    }
    this.work += 2 * count
    for (let j = 0; j < count; j += 1) if (this.#isEmpty(j)) return false
    return true
  }

  /** Of two that cannot run at once, one goes first: the other, when it cannot. */
  #orderPairs(): boolean {
    const { duration } = this.#checked.network
    const { first, last, order } = this.ranges
    for (let p = 0; p < this.pairs.length; p += 1) {
      const { a, b } = this.pairs[p]!
      const canA = order[p] !== -1 && first[a]! + duration[a]! <= last[b]!
      const canB = order[p] !== 1 && first[b]! + duration[b]! <= last[a]!
      if (canA && canB) continue
      if (!canA && !canB) {
        this.blamed = [a, b]
        return false
      }
      order[p] = canA ? 1 : -1
      const [early, late] = canA ? [a, b] : [b, a]
      this.#notBefore(late, first[early]! + duration[early]!)
      this.#notAfter(early, last[late]! - duration[early]!)
    }
    this.work += this.pairs.length
    return true
  }

  /** Spans from a start to an end, both first or last possible ones: does what must be done within fit, and what moves? */
  #weigh({ places, amount, capacity }: Shared): boolean {
    const { duration } = this.#checked.network
    const { first, last } = this.ranges
    const size = places.length
    const ends = size < LARGE ? 2 * size : size
    for (let i = 0; i < size; i += 1) {
      const j = places[i]!
      this.#from[i] = first[j]!
      this.#to[i] = last[j]! + duration[j]!
      this.#from[size + i] = last[j]!
      this.#to[size + i] = first[j]! + duration[j]!
    }
    const froms = this.#from.subarray(0, ends).sort()
    const tos = this.#to.subarray(0, ends).sort()
    for (let x = 0; x < ends; x += 1) {
      const from = froms[x]!
      if (x > 0 && from === froms[x - 1]) continue
      for (let y = ends - 1; y >= 0 && tos[y]! > from; y -= 1) {
        const to = tos[y]!
        if (y < ends - 1 && to === tos[y + 1]) continue
        let left = capacity * (to - from)
        let most = 0
        for (let i = 0; i < size; i += 1) {
          const j = places[i]!
          const d = duration[j]!
          const least = Math.min(first[j]! + d - from, to - last[j]!, d, to - from)
          if (least > 0) left -= amount[i]! * least
          const own = amount[i]! * Math.min(d, to - from)
          if (own > most) most = own
        }
        this.work += size
        if (left < 0) {
          this.#blame(places, from, to)
          return false
        }
        if (left < most && !this.#push(places, amount, from, to, left)) return false
      }
    }
    return true
  }

  /** Who would take more than is left in a span, begun at its first or its last start, has to leave it. */
  #push(places: Int32Array, amount: Int32Array, from: number, to: number, left: number): boolean {
    const { duration } = this.#checked.network
    const { first, last } = this.ranges
    this.work += places.length
    for (let i = 0; i < places.length; i += 1) {
      const j = places[i]!
      const d = duration[j]!
      const a = amount[i]!
      const early = Math.min(first[j]! + d, to) - Math.max(first[j]!, from)
      const late = Math.min(last[j]! + d, to) - Math.max(last[j]!, from)
      if (a * early <= left && a * late <= left) continue
      const least = Math.max(0, Math.min(first[j]! + d - from, to - last[j]!, d, to - from))
      // Times that it may spend within the span.
      const room = Math.floor(left / a) + least
      if (early > room) this.#notBefore(j, to - room)
      if (late > room) this.#notAfter(j, from + room - d)
      if (first[j]! > last[j]!) {
        this.#blame(places, from, to)
        return false
      }
    }
    return true
  }

  #blame(places: Int32Array, from: number, to: number): void {
    const { duration } = this.#checked.network
    const { first, last } = this.ranges
    this.blamed = [...places].filter((j) => first[j]! + duration[j]! > from && last[j]! < to)
  }
}
