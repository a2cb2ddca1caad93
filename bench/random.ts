/** Seeded draws, the same on every machine: mulberry32, by Tommy Ettinger, public domain. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed | 0
  }

  /** From 0 inclusive to 1 exclusive. */
  unit(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1))
  }

  pick<T>(list: readonly T[]): T {
    const value = list[this.whole(0, list.length - 1)]
    if (value === undefined) throw new Error('nothing to pick from')
    return value
  }
}
