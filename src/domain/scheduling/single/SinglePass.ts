import { type Decoder, GIVEN_UP } from '../Decoder.ts'
import type { Arcs, Network } from '../Network.ts'
import type { Service } from '../Problem.ts'
import type { Random } from '../Random.ts'
import type { SingleModel } from './SingleModel.ts'

/** How far prices of units stray from pass to pass. */
const PRICE_NOISE = 0.5
/** Time that a unit may be begun later for each unit of its price, at most. */
const SLOPE = 0.03

/** Serial passes that append each activity to the work of one of its capable units: the one that may begin it first. */
export class SinglePass implements Decoder {
  passes = 0
  readonly #network: Network
  readonly #model: SingleModel
  readonly #random: Random
  readonly #busy: Int32Array
  readonly #price: Float64Array
  readonly #drawn: Float64Array
  readonly #leads: Int32Array
  readonly #unit: Int32Array
  readonly #best: Int32Array

  constructor(network: Network, model: SingleModel, random: Random) {
    this.#network = network
    this.#model = model
    this.#random = random
    this.#busy = new Int32Array(model.units)
    this.#leads = network.head.map((head, j) => head + network.duration[j]!)
    this.#unit = new Int32Array(network.count)
    this.#best = new Int32Array(network.count)
    this.#price = new Float64Array(model.units)
    this.#drawn = new Float64Array(model.units)
    const { firstCapable, capable } = model
    for (let j = 0; j < network.count; j += 1) {
      const options = firstCapable[j + 1]! - firstCapable[j]!
      for (let k = firstCapable[j]!; k < firstCapable[j + 1]!; k += 1) {
        this.#price[capable[k]!]! += network.duration[j]! / options
      }
    }
  }

  forward(list: Int32Array, start: Int32Array, limit: number): number {
    return this.#run(list, start, this.#network.before, this.#network.tail, limit)
  }

  backward(list: Int32Array, start: Int32Array, limit: number): number {
    return this.#run(list, start, this.#network.after, this.#leads, limit)
  }

  keep(): void {
    this.#best.set(this.#unit)
  }

  /** Who serves each activity in the best pass kept, by place in the network. */
  get units(): Int32Array {
    return this.#best
  }

  /** Of the best pass kept, by index in the problem. */
  services(): Service[] {
    return Array.from(this.#network.original, (activity, j) => ({ activity, need: 0, unit: this.#best[j]! }))
  }

  #run(list: Int32Array, start: Int32Array, { first, other, delay }: Arcs, rest: Int32Array, limit: number): number {
    this.passes += 1
    const { duration } = this.#network
    const { firstCapable, capable } = this.#model
    const busy = this.#busy
    const drawn = this.#drawn
    busy.fill(0)
    const weight = SLOPE * this.#random.unit()
    for (let u = 0; u < busy.length; u += 1) {
      drawn[u] = weight * this.#price[u]! * (1 + PRICE_NOISE * (this.#random.unit() - 0.5))
    }
    let makespan = 0
    for (let i = 0; i < list.length; i += 1) {
      const j = list[i]!
      let ready = 0
      for (let k = first[j]!, end = first[j + 1]!; k < end; k += 1) {
        const t = start[other[k]!]! + delay[k]!
        if (t > ready) ready = t
      }
      let chosen = 0
      let least = Number.POSITIVE_INFINITY
      for (let k = firstCapable[j]!, end = firstCapable[j + 1]!; k < end; k += 1) {
        const unit = capable[k]!
        const t = busy[unit]!
        const score = (t > ready ? t : ready) + drawn[unit]!
        if (score >= least) continue
        least = score
        chosen = unit
      }
      const t = Math.max(ready, busy[chosen]!)
      const end = t + duration[j]!
      start[j] = t
      busy[chosen] = end
      this.#unit[j] = chosen
      if (end > makespan) makespan = end
      if (t + rest[j]! > limit) return GIVEN_UP
    }
    return makespan
  }
}
