import { type Decoder, GIVEN_UP } from './Decoder.ts'
import { KeyOrder } from './KeyOrder.ts'
import type { Network } from './Network.ts'
import type { Random } from './Random.ts'
import type { Search } from './Search.ts'

/** A schedule as the search keeps it: `keys` are starts (latest ones, where the decoder works backwards too). */
type Member = { keys: Int32Array; cost: number }

/** Steps of a key within one unit of time. */
const FINE = 4
/** Highest key within one of the three blocks of a child. */
const MOST_KEY = 20_000
/** A child that first comes out worse than the worst member by more than this is not worth justifying. */
const GATE = 1.02
/** Keys moved at random in a child, and how far, as a share of the makespan. */
const MOVED = 1.3
const MOVED_BY = 0.3
/** Stretches of time among which the fullest is taken, where the decoder says what fills them. */
const STRETCHES = 5
/** How far the first members stray from the rule that makes them, as a share of the longest path. */
const STRAY = 0.8
/** Members are not let fall under this number; when they fall short of what is wanted by this share, new ones come. */
const FEWEST = 6
const SHORT = 0.8
/** Children per member without a better best, before all but the best members are made anew. */
const PATIENCE = 60
const KEPT = 0.1

/**
 * Steady-state genetic search: a child takes one stretch of time from one parent and the rest from another, is scheduled
 * forwards and justified backwards, and replaces the member most like it among those that are no better (crowding, which
 * keeps the members apart and the search alive: docs/adr/0013-scheduling-engine.md has the measurements).
 */
export class CrowdedSearch implements Search {
  cost = Number.POSITIVE_INFINITY
  readonly starts: Int32Array
  readonly #network: Network
  readonly #decoder: Decoder
  readonly #random: Random
  readonly #size: () => number
  readonly #order: KeyOrder
  readonly #keys: Int32Array
  readonly #start: Int32Array
  readonly #members: Member[] = []
  #worst = GIVEN_UP

  /** `size`: how many members to keep now. Fewer towards the end of a budget let the search settle. */
  constructor(network: Network, decoder: Decoder, random: Random, size: () => number) {
    this.#network = network
    this.#decoder = decoder
    this.#random = random
    this.#size = size
    this.#order = new KeyOrder(network)
    this.starts = new Int32Array(network.count)
    this.#keys = new Int32Array(network.count)
    this.#start = new Int32Array(network.count)
  }

  get schedules(): number {
    return this.#decoder.passes
  }

  *steps(): Generator<undefined, void> {
    const { count } = this.#network
    const members = this.#members
    let child: Member = { keys: new Int32Array(count), cost: GIVEN_UP }
    yield* this.#fill()
    let stale = 0
    let best = this.cost
    for (;;) {
      const [a, b] = [this.#pick(), this.#pick()]
      this.#cross(a, a === b ? (members[this.#random.below(members.length)] ?? b) : b)
      this.#evaluate(child)
      child = this.#replace(child)
      stale += 1
      if (this.cost < best) stale = 0
      best = this.cost
      if (stale > PATIENCE * members.length) {
        members.sort((x, y) => x.cost - y.cost).splice(Math.max(1, Math.floor(members.length * KEPT)))
        yield* this.#fill()
        stale = 0
      } else if (this.#resize()) yield* this.#fill()
      yield
    }
  }

  /** Drops the worst members beyond the number wanted; whether there are far too few instead. */
  #resize(): boolean {
    const members = this.#members
    const size = Math.max(FEWEST, this.#size())
    if (members.length < SHORT * size) return true
    if (members.length <= size) return false
    members.sort((x, y) => x.cost - y.cost).splice(Math.floor(size))
    this.#worst = members.at(-1)?.cost ?? GIVEN_UP
    return false
  }

  /** Random orders, biased towards what has most left to follow it. The very first is that rule alone. */
  *#fill(): Generator<undefined, void> {
    const { tail, count } = this.#network
    const longest = tail.reduce((most, t) => Math.max(most, t), 1)
    const scale = Math.min(FINE, MOST_KEY / longest)
    this.#worst = GIVEN_UP
    let isFirst = this.#members.length === 0
    do {
      const member: Member = { keys: new Int32Array(count), cost: GIVEN_UP }
      const noise = isFirst ? 0 : STRAY * longest
      for (let j = 0; j < count; j += 1) {
        this.#keys[j] = Math.round(scale * (longest - tail[j]! + noise * this.#random.unit()))
      }
      isFirst = false
      this.#evaluate(member)
      this.#members.push(member)
      yield
    } while (this.#members.length < Math.max(FEWEST, Math.floor(this.#size())))
    this.#worst = this.#members.reduce((most, { cost }) => Math.max(most, cost), 0)
  }

  #pick(): Member {
    const members = this.#members
    const a = members[this.#random.below(members.length)]!
    const b = members[this.#random.below(members.length)]!
    return b.cost < a.cost ? b : a
  }

  /** Keys of a child: within a random stretch of time those of `a`, before and after it those of `b`. */
  #cross(a: Member, b: Member): void {
    const random = this.#random
    const keys = this.#keys
    const count = keys.length
    let span = 1
    for (let j = 0; j < count; j += 1) {
      if (a.keys[j]! > span) span = a.keys[j]!
      if (b.keys[j]! > span) span = b.keys[j]!
    }
    // Keys stay small enough to be sorted by counting them.
    const fine = Math.min(FINE, MOST_KEY / (span + 1))
    const length = Math.max(1, Math.floor(span * (0.25 + 0.5 * random.unit())))
    const from = this.#stretch(a, b, span, length)
    const to = from + length
    const moved = MOVED / count
    const block = Math.ceil(fine * (span + 1))
    for (let j = 0; j < count; j += 1) {
      const own = a.keys[j]!
      const other = b.keys[j]!
      if (own >= from && own < to) keys[j] = block + Math.floor(fine * own)
      else keys[j] = (other < from ? 0 : other >= to ? 2 * block : block) + Math.floor(fine * other)
      if (random.unit() < moved) {
        keys[j] = Math.max(0, keys[j]! + Math.round((random.unit() - 0.5) * MOVED_BY * block))
      }
    }
  }

  /** Where a stretch of `length` begins: of some drawn, the one into which `a` puts most work beyond what `b` does. */
  #stretch(a: Member, b: Member, span: number, length: number): number {
    const { work } = this.#decoder
    let chosen = this.#random.below(span + length) - length
    if (!work) return chosen
    let most = Number.NEGATIVE_INFINITY
    for (let i = 0, from = chosen; i < STRETCHES; i += 1) {
      if (i > 0) from = this.#random.below(span + length) - length
      const to = from + length
      let more = 0
      for (let j = 0; j < work.length; j += 1) {
        const own = a.keys[j]!
        const other = b.keys[j]!
        if (own >= from && own < to) more += work[j]!
        if (other >= from && other < to) more -= work[j]!
      }
      if (more <= most) continue
      most = more
      chosen = from
    }
    return chosen
  }

  /** Schedules the keys: forwards, then, if it may be worth it, backwards. */
  #evaluate(member: Member): void {
    const decoder = this.#decoder
    const start = this.#start
    const { duration, count } = this.#network
    const limit = this.#worst === GIVEN_UP ? GIVEN_UP : this.#worst * (decoder.backward ? GATE : 1)
    const cost = decoder.forward(this.#order.sort(this.#keys, false), start, limit)
    member.cost = cost
    if (cost === GIVEN_UP) return
    if (cost < this.cost) this.#improve(cost, start)
    member.keys.set(start)
    if (!decoder.backward) return
    for (let j = 0; j < count; j += 1) this.#keys[j] = cost - start[j]! - duration[j]!
    const justified = decoder.backward(this.#order.sort(this.#keys, true), start, limit)
    if (justified === GIVEN_UP) return
    for (let j = 0; j < count; j += 1) member.keys[j] = justified - start[j]! - duration[j]!
    member.cost = justified
    if (justified < this.cost) this.#improve(justified, member.keys)
  }

  #improve(cost: number, starts: Int32Array): void {
    this.cost = cost
    this.starts.set(starts)
    this.#decoder.keep()
  }

  /** Puts the child in the place of its nearest member among those no better; returns who is left without a place. */
  #replace(child: Member): Member {
    const members = this.#members
    const count = child.keys.length
    let nearest = -1
    let least = Number.POSITIVE_INFINITY
    for (let i = 0; i < members.length; i += 1) {
      const member = members[i]!
      if (member.cost < child.cost) continue
      let distance = 0
      for (let j = 0; j < count && distance < least; j += 1) distance += Math.abs(member.keys[j]! - child.keys[j]!)
      if (distance >= least) continue
      least = distance
      nearest = i
    }
    const replaced = members[nearest]
    if (!replaced || least === 0) return child
    members[nearest] = child
    if (replaced.cost === this.#worst) this.#worst = members.reduce((most, { cost }) => Math.max(most, cost), 0)
    return replaced
  }
}
