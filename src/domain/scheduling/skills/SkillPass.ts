import { type Decoder, GIVEN_UP } from '../Decoder.ts'
import type { Arcs, Network } from '../Network.ts'
import type { Service } from '../Problem.ts'
import type { Random } from '../Random.ts'
import { latestEnd } from '../rcpsp/SerialPass.ts'
import { popcount, type SkillModel } from './SkillModel.ts'
import { UnitChoice } from './UnitChoice.ts'

/** How far prices of units stray from pass to pass. */
const PRICE_NOISE = 0.5

/** Serial passes for activities that need quantities of skills of units: free units are bits of words, per time step. */
export class SkillPass implements Decoder {
  passes = 0
  readonly #network: Network
  readonly #model: SkillModel
  readonly #random: Random
  readonly #choice: UnitChoice
  readonly #free: Int32Array
  readonly #both: Int32Array
  readonly #size: number
  readonly #leads: Int32Array
  readonly #order: Int32Array
  readonly #price: Float64Array
  /** Who serves what in the last pass, and in the best one: `unit` by `slot[j]` onwards. */
  readonly #slot: Int32Array
  readonly #unit: Int32Array
  readonly #need: Int32Array
  #best: readonly [Int32Array, Int32Array] = [new Int32Array(0), new Int32Array(0)]
  #used: number

  constructor(network: Network, model: SkillModel, random: Random) {
    this.#network = network
    this.#model = model
    this.#random = random
    this.#choice = new UnitChoice(model)
    this.#size = latestEnd(network) + 1
    this.#free = new Int32Array(this.#size * model.words)
    this.#both = new Int32Array(model.words)
    this.#used = this.#size
    this.#leads = network.head.map((head, j) => head + network.duration[j]!)
    this.#order = Int32Array.from({ length: model.units }, (_, u) => u)
    this.#price = new Float64Array(model.units)
    this.#slot = new Int32Array(network.count + 1)
    model.total.forEach((total, j) => {
      this.#slot[j + 1] = this.#slot[j]! + total
    })
    this.#unit = new Int32Array(this.#slot[network.count]!)
    this.#need = new Int32Array(this.#slot[network.count]!)
  }

  forward(list: Int32Array, start: Int32Array, limit: number): number {
    return this.#run(list, start, this.#network.before, this.#network.tail, limit)
  }

  backward(list: Int32Array, start: Int32Array, limit: number): number {
    return this.#run(list, start, this.#network.after, this.#leads, limit)
  }

  keep(): void {
    this.#best = [this.#unit.slice(), this.#need.slice()]
  }

  /** Of the best pass kept, by index in the problem. */
  services(): Service[] {
    const [units, needs] = this.#best
    return Array.from(this.#network.original, (activity, j) =>
      Array.from({ length: this.#slot[j + 1]! - this.#slot[j]! }, (_, i) => ({
        activity,
        need: needs[this.#slot[j]! + i] ?? 0,
        unit: units[this.#slot[j]! + i] ?? 0,
      })),
    ).flat()
  }

  #run(list: Int32Array, start: Int32Array, { first, other, delay }: Arcs, rest: Int32Array, limit: number): number {
    this.passes += 1
    const { duration } = this.#network
    const { total, words } = this.#model
    const free = this.#free
    free.fill(-1, 0, this.#used * words)
    this.#drawPrices()
    let makespan = 0
    for (let i = 0; i < list.length; i += 1) {
      const j = list[i]!
      const d = duration[j]!
      let t = 0
      for (let k = first[j]!, end = first[j + 1]!; k < end; k += 1) {
        const ready = start[other[k]!]! + delay[k]!
        if (ready > t) t = ready
      }
      if (total[j]! > 0) t = this.#place(j, t, d)
      start[j] = t
      if (t + d > makespan) makespan = t + d
      if (t + rest[j]! > limit) {
        this.#used = makespan
        return GIVEN_UP
      }
    }
    this.#used = makespan
    return makespan
  }

  /** Takes units from the first time on at which enough are free throughout; returns that time. */
  #place(j: number, ready: number, d: number): number {
    const { total, words, anyOf } = this.#model
    const free = this.#free
    const both = this.#both
    const wanted = total[j]!
    let t = ready
    for (;;) {
      both.fill(-1)
      let x = t + d - 1
      let enough = true
      for (; x >= t; x -= 1) {
        let count = 0
        for (let w = 0; w < words; w += 1) {
          both[w]! &= free[x * words + w]!
          count += popcount(both[w]! & anyOf[j * words + w]!)
        }
        if (count < wanted) {
          enough = false
          break
        }
      }
      // Too few from x to the end: nothing that starts up to x can go.
      if (!enough) t = x + 1
      else if (this.#suffices(j) && this.#choice.choose(j, this.#order, both)) break
      else t += 1
    }
    const { units, need } = this.#choice
    const slot = this.#slot[j]!
    for (let i = 0; i < wanted; i += 1) {
      const unit = units[i]!
      this.#unit[slot + i] = unit
      this.#need[slot + i] = need[i]!
      const word = unit >> 5
      const mask = ~(1 << (unit & 31))
      for (let x = t * words + word, end = (t + d) * words; x < end; x += words) free[x]! &= mask
    }
    return t
  }

  /** Whether each combination of needs finds enough units among those free. */
  #suffices(j: number): boolean {
    const { words } = this.#model
    const { least, masks } = this.#model.combined[j]!
    for (let s = 0; s < least.length; s += 1) {
      let count = 0
      for (let w = 0; w < words; w += 1) count += popcount(masks[s * words + w]! & this.#both[w]!)
      if (count < least[s]!) return false
    }
    return true
  }

  #drawPrices(): void {
    const { price, units } = this.#model
    const order = this.#order
    for (let u = 0; u < units; u += 1) this.#price[u] = price[u]! * (1 + PRICE_NOISE * (this.#random.unit() - 0.5))
    // Nearly sorted from the last pass.
    for (let i = 1; i < units; i += 1) {
      const unit = order[i]!
      let k = i - 1
      for (; k >= 0 && this.#price[order[k]!]! > this.#price[unit]!; k -= 1) order[k + 1] = order[k]!
      order[k + 1] = unit
    }
  }
}
