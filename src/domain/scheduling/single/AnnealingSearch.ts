import type { Network } from '../Network.ts'
import type { Service } from '../Problem.ts'
import type { Random } from '../Random.ts'
import type { Search } from '../Search.ts'
import type { SingleModel } from './SingleModel.ts'

/** Weight of how evenly units end: leads to moves that pay only later. */
const EVENNESS = 0.5
/** Temperatures, as shares of the mean duration, at the start and the end of a round. */
const HOT = 0.4
const COLD = 0.0005
/** Schedules made between two yields. */
const BATCH = 64
/** Positions of the order in one block: a schedule is made anew from the beginning of a block on. */
const BLOCK_BITS = 4
const BLOCK_MASK = 15

/**
 * Simulated annealing over an order of activities and the unit of each: a schedule appends each activity to its unit's
 * work. Rounds get longer; each begins from the best schedule of all.
 */
export class AnnealingSearch implements Search {
  cost = Number.POSITIVE_INFINITY
  readonly starts: Int32Array
  schedules = 0
  readonly #network: Network
  readonly #model: SingleModel
  readonly #random: Random
  readonly #left: () => number
  readonly #order: Int32Array
  readonly #position: Int32Array
  readonly #unit: Int32Array
  readonly #end: Int32Array
  readonly #busy: Int32Array
  readonly #bestOrder: Int32Array
  readonly #bestUnit: Int32Array
  /** State before each block of positions, of the current order and of the one tried. */
  readonly #busyAt: Int32Array
  readonly #newBusyAt: Int32Array
  readonly #mostAt: Int32Array
  readonly #newMostAt: Int32Array
  readonly #oldEnd: Int32Array
  #makespan = 0
  #value = 0

  /** `left`: about how many schedules the next round may take. */
  constructor(network: Network, model: SingleModel, random: Random, left: () => number) {
    this.#network = network
    this.#model = model
    this.#random = random
    this.#left = left
    const { count } = network
    this.starts = new Int32Array(count)
    // No priority here: `tail` grows against the arcs, so that its descent is an order of precedence; ties keep places.
    this.#order = Int32Array.from({ length: count }, (_, j) => j)
    this.#order.sort((a, b) => network.tail[b]! - network.tail[a]! || a - b)
    this.#position = new Int32Array(count)
    this.#unit = new Int32Array(count)
    this.#end = new Int32Array(count)
    this.#busy = new Int32Array(model.units)
    this.#bestOrder = this.#order.slice()
    this.#bestUnit = new Int32Array(count)
    const blocks = (count >> BLOCK_BITS) + 1
    this.#busyAt = new Int32Array(blocks * model.units)
    this.#newBusyAt = new Int32Array(blocks * model.units)
    this.#mostAt = new Int32Array(blocks)
    this.#newMostAt = new Int32Array(blocks)
    this.#oldEnd = new Int32Array(count)
  }

  /** By index in the problem. */
  services(): Service[] {
    return Array.from(this.#network.original, (activity, j) => ({ activity, need: 0, unit: this.#bestUnit[j]! }))
  }

  *steps(): Generator<undefined, void> {
    if (this.cost === Number.POSITIVE_INFINITY) {
      this.#greedy()
      yield
    }
    for (;;) {
      this.#order.set(this.#bestOrder)
      this.#unit.set(this.#bestUnit)
      for (let i = 0; i < this.#order.length; i += 1) this.#position[this.#order[i]!] = i
      yield* this.#anneal(this.schedules + Math.max(1, Math.ceil(this.#left())))
      yield
    }
  }

  /** Each activity to the unit that ends it first, or to the one with least other work. */
  #greedy(): void {
    const { before, duration } = this.#network
    const { firstCapable, capable, units } = this.#model
    const potential = new Float64Array(units)
    for (let j = 0; j < duration.length; j += 1) {
      const [from, to] = [firstCapable[j]!, firstCapable[j + 1]!]
      for (let k = from; k < to; k += 1) potential[capable[k]!]! += duration[j]! / (to - from)
    }
    this.#busy.fill(0)
    for (const j of this.#order) {
      let ready = 0
      for (let k = before.first[j]!; k < before.first[j + 1]!; k += 1) {
        const from = before.other[k]!
        ready = Math.max(ready, this.#end[from]! - duration[from]! + before.delay[k]!)
      }
      let chosen = -1
      let at = Number.POSITIVE_INFINITY
      for (let k = firstCapable[j]!; k < firstCapable[j + 1]!; k += 1) {
        const unit = capable[k]!
        const t = Math.max(ready, this.#busy[unit]!)
        if (t > at || (t === at && potential[unit]! >= potential[chosen]!)) continue
        chosen = unit
        at = t
      }
      this.#unit[j] = chosen
      this.#end[j] = at + duration[j]!
      this.#busy[chosen] = this.#end[j]!
    }
    for (let i = 0; i < this.#order.length; i += 1) this.#position[this.#order[i]!] = i
    this.#decodeAll()
    this.#keep()
  }

  /** Begins from this schedule, given by its starts and by who serves what. */
  adopt(starts: Int32Array, units: Int32Array): void {
    const { tail } = this.#network
    this.#order.sort((a, b) => starts[a]! - starts[b]! || tail[b]! - tail[a]! || a - b)
    this.#unit.set(units)
    for (let i = 0; i < this.#order.length; i += 1) this.#position[this.#order[i]!] = i
    this.#decodeAll()
    if (this.#makespan < this.cost) this.#keep()
  }

  *#anneal(until: number): Generator<undefined, void> {
    const random = this.#random
    const { duration, count } = this.#network
    const { units, firstCapable, capable, can } = this.#model
    const mean = duration.reduce((sum, d) => sum + d, 0) / Math.max(1, count)
    const from = this.schedules
    this.#decodeAll()
    let temperature = HOT * mean
    let sinceYield = 0
    while (this.schedules < until) {
      if (sinceYield >= BATCH) {
        sinceYield = 0
        temperature = HOT * mean * (COLD / HOT) ** ((this.schedules - from) / (until - from))
        yield
      }
      sinceYield += 1
      const draw = random.unit()
      const a = random.below(count)
      const unitA = this.#unit[a]!
      if (draw < 0.4) {
        const options = firstCapable[a + 1]! - firstCapable[a]!
        const unit = capable[firstCapable[a]! + random.below(options)]!
        if (unit === unitA) continue
        this.#unit[a] = unit
        if (!this.#accepts(this.#position[a]!, temperature)) this.#unit[a] = unitA
      } else if (draw < 0.6) {
        const b = random.below(count)
        const unitB = this.#unit[b]!
        if (unitA === unitB || can[a * units + unitB] === 0 || can[b * units + unitA] === 0) continue
        this.#unit[a] = unitB
        this.#unit[b] = unitA
        if (this.#accepts(Math.min(this.#position[a]!, this.#position[b]!), temperature)) continue
        this.#unit[a] = unitA
        this.#unit[b] = unitB
      } else {
        const old = this.#position[a]!
        const to = this.#drawPosition(a)
        if (to === old) continue
        // Passing only work of other units changes nothing in the schedule, nor, within a block, in what is noted.
        if (!this.#move(old, to) && old >> BLOCK_BITS === to >> BLOCK_BITS) continue
        if (!this.#accepts(Math.min(old, to), temperature)) this.#move(to, old)
      }
    }
  }

  /** Tries the change that was made from `position` on; undoes the schedule, not the change, when it is refused. */
  #accepts(position: number, temperature: number): boolean {
    const before = this.#value
    const block = position >> BLOCK_BITS
    this.#decode(block)
    const rise = this.#value - before
    if (rise > 0 && this.#random.unit() >= Math.exp(-rise / temperature)) {
      for (let i = block << BLOCK_BITS; i < this.#order.length; i += 1) {
        const j = this.#order[i]!
        this.#end[j] = this.#oldEnd[j]!
      }
      this.#value = before
      return false
    }
    const from = (block + 1) * this.#model.units
    this.#busyAt.set(this.#newBusyAt.subarray(from), from)
    this.#mostAt.set(this.#newMostAt.subarray(block + 1), block + 1)
    if (this.#makespan < this.cost) {
      this.#keep()
      this.#value = this.#rate()
    }
    return true
  }

  /** A random place between an activity's predecessors and successors in the order. */
  #drawPosition(j: number): number {
    const { before, after, count } = this.#network
    let low = 0
    let high = count - 1
    for (let k = before.first[j]!; k < before.first[j + 1]!; k += 1) {
      low = Math.max(low, this.#position[before.other[k]!]! + 1)
    }
    for (let k = after.first[j]!; k < after.first[j + 1]!; k += 1) {
      high = Math.min(high, this.#position[after.other[k]!]! - 1)
    }
    return low + this.#random.below(high - low + 1)
  }

  /** Whether it passed work of the same unit. */
  #move(from: number, to: number): boolean {
    const order = this.#order
    const moved = order[from]!
    const unit = this.#unit[moved]!
    const step = from < to ? 1 : -1
    let passed = false
    for (let i = from; i !== to; i += step) {
      const other = order[i + step]!
      order[i] = other
      this.#position[other] = i
      if (this.#unit[other] === unit) passed = true
    }
    order[to] = moved
    this.#position[moved] = to
    return passed
  }

  /** Schedules everything from a block of positions on. */
  #decode(block: number): void {
    this.schedules += 1
    const { duration, before } = this.#network
    const { first, other, delay } = before
    const units = this.#model.units
    const busy = this.#busy
    const end = this.#end
    const order = this.#order
    for (let u = 0; u < units; u += 1) busy[u] = this.#busyAt[block * units + u]!
    let makespan = this.#mostAt[block]!
    for (let i = block << BLOCK_BITS; i < order.length; i += 1) {
      if ((i & BLOCK_MASK) === 0) {
        this.#newBusyAt.set(busy, (i >> BLOCK_BITS) * units)
        this.#newMostAt[i >> BLOCK_BITS] = makespan
      }
      const j = order[i]!
      const unit = this.#unit[j]!
      let t = busy[unit]!
      for (let k = first[j]!, last = first[j + 1]!; k < last; k += 1) {
        const from = other[k]!
        const ready = end[from]! - duration[from]! + delay[k]!
        if (ready > t) t = ready
      }
      const done = t + duration[j]!
      this.#oldEnd[j] = end[j]!
      end[j] = done
      busy[unit] = done
      if (done > makespan) makespan = done
    }
    this.#makespan = makespan
    this.#value = this.#rate()
  }

  /** How far units end beyond what is to be reached next, squared, and a little of how evenly they end. */
  #rate(): number {
    const busy = this.#busy
    const target = this.cost - 1
    let squares = 0
    let over = 0
    for (let u = 0; u < busy.length; u += 1) {
      const end = busy[u]!
      squares += end * end
      if (end > target) over += (end - target) * (end - target)
    }
    return over + (EVENNESS * squares) / (busy.length * Math.max(1, this.#makespan))
  }

  /** Schedules everything, and notes how busy units are before each block. */
  #decodeAll(): void {
    this.#decode(0)
    this.#busyAt.set(this.#newBusyAt)
    this.#mostAt.set(this.#newMostAt)
  }

  #keep(): void {
    this.cost = this.#makespan
    this.#bestOrder.set(this.#order)
    this.#bestUnit.set(this.#unit)
    const { duration } = this.#network
    for (let j = 0; j < duration.length; j += 1) this.starts[j] = this.#end[j]! - duration[j]!
  }
}
