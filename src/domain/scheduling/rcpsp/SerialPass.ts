import { type Decoder, GIVEN_UP } from '../Decoder.ts'
import type { Arcs, Network } from '../Network.ts'
import type { PackedProfile } from './PackedProfile.ts'

/**
 * Serial schedule generation over a profile of whole time steps: takes the activities in the order of a list and gives
 * each its earliest start. Each pass counts as one schedule, forwards or backwards.
 */
export class SerialPass implements Decoder {
  /** Passes run so far. */
  passes = 0
  readonly work: Float64Array
  readonly #network: Network
  readonly #profile: PackedProfile
  readonly #free: Int32Array
  readonly #size: number
  /** Least time from each activity's end back to the beginning. */
  readonly #leads: Int32Array
  /** Steps that the last pass may have used. */
  #used: number

  constructor(network: Network, profile: PackedProfile, work: Float64Array = Float64Array.from(network.duration)) {
    this.work = work
    this.#network = network
    this.#profile = profile
    this.#size = latestEnd(network) + 1
    this.#free = new Int32Array(this.#size * profile.words)
    this.#used = this.#size
    this.#leads = network.head.map((head, j) => head + network.duration[j]!)
  }

  forward(list: Int32Array, start: Int32Array, limit: number): number {
    this.passes += 1
    return this.#profile.words === 1
      ? this.#runOne(list, start, this.#network.before, this.#network.tail, limit)
      : this.#runMany(list, start, this.#network.before, this.#network.tail, limit)
  }

  backward(list: Int32Array, start: Int32Array, limit: number): number {
    this.passes += 1
    return this.#profile.words === 1
      ? this.#runOne(list, start, this.#network.after, this.#leads, limit)
      : this.#runMany(list, start, this.#network.after, this.#leads, limit)
  }

  /** Resources say all: nobody in particular serves anything. */
  keep(): void {}

  #runOne(list: Int32Array, start: Int32Array, { first, other, delay }: Arcs, rest: Int32Array, limit: number): number {
    const { duration } = this.#network
    const { demand } = this.#profile
    const guard = this.#profile.guard[0]!
    const free = this.#free
    free.fill(this.#profile.full[0]!, 0, this.#used)
    let makespan = 0
    for (let i = 0; i < list.length; i += 1) {
      const j = list[i]!
      const d = duration[j]!
      let t = 0
      for (let k = first[j]!, end = first[j + 1]!; k < end; k += 1) {
        const ready = start[other[k]!]! + delay[k]!
        if (ready > t) t = ready
      }
      const need = demand[j]!
      if (need !== 0) {
        let checked = t - 1
        let end = t + d - 1
        let x = end
        while (x > checked) {
          if (((free[x]! - need) & guard) === guard) x -= 1
          else {
            t = x + 1
            checked = end
            end = x + d
            x = end
          }
        }
        for (x = t, end = t + d; x < end; x += 1) free[x]! -= need
      }
      start[j] = t
      if (t + rest[j]! > limit) {
        this.#used = Math.max(makespan, t + d)
        return GIVEN_UP
      }
      if (t + d > makespan) makespan = t + d
    }
    this.#used = makespan
    return makespan
  }

  #runMany(
    list: Int32Array,
    start: Int32Array,
    { first, other, delay }: Arcs,
    rest: Int32Array,
    limit: number,
  ): number {
    const { duration, count } = this.#network
    const { words, guard, full, demand } = this.#profile
    const free = this.#free
    const size = this.#size
    for (let w = 0; w < words; w += 1) free.fill(full[w]!, w * size, w * size + this.#used)
    let makespan = 0
    for (let i = 0; i < list.length; i += 1) {
      const j = list[i]!
      const d = duration[j]!
      let t = 0
      for (let k = first[j]!, end = first[j + 1]!; k < end; k += 1) {
        const ready = start[other[k]!]! + delay[k]!
        if (ready > t) t = ready
      }
      let moved = true
      while (moved) {
        moved = false
        for (let w = 0; w < words; w += 1) {
          const need = demand[w * count + j]!
          if (need === 0) continue
          const base = w * size
          for (let x = t + d - 1; x >= t; x -= 1) {
            if (((free[base + x]! - need) & guard[w]!) === guard[w]) continue
            t = x + 1
            x = t + d
            moved = true
          }
        }
      }
      for (let w = 0; w < words; w += 1) {
        const need = demand[w * count + j]!
        if (need !== 0) for (let x = w * size + t, end = x + d; x < end; x += 1) free[x]! -= need
      }
      start[j] = t
      if (t + rest[j]! > limit) {
        this.#used = Math.max(makespan, t + d)
        return GIVEN_UP
      }
      if (t + d > makespan) makespan = t + d
    }
    this.#used = makespan
    return makespan
  }
}

/** No serial pass ends later: at each moment something runs, or waits out a delay after something else. */
export function latestEnd({ duration, before, count }: Network): number {
  let end = 0
  for (let j = 0; j < count; j += 1) {
    let wait = 0
    for (let k = before.first[j]!; k < before.first[j + 1]!; k += 1) {
      wait = Math.max(wait, before.delay[k]! - duration[before.other[k]!]!)
    }
    end += duration[j]! + wait
  }
  return end
}
