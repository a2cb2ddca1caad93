/** Free amounts of one resource over time, as steps: any length of time costs the same. */
export class ResourceBook {
  readonly #capacity: number
  /** The amount `free[i]` holds from `times[i]` to the next. */
  readonly #times: number[] = [0]
  readonly #free: number[]

  constructor(capacity: number) {
    this.#capacity = capacity
    this.#free = [capacity]
  }

  clear(): void {
    this.#times.length = 1
    this.#free.length = 1
    this.#free[0] = this.#capacity
  }

  /** The first time from `ready` on with `amount` free throughout. The amount must not exceed the capacity. */
  firstTime(ready: number, duration: number, amount: number): number {
    let t = ready
    for (let i = this.#indexAt(ready); i < this.#times.length && this.#times[i]! < t + Math.max(1, duration); i += 1) {
      if (this.#free[i]! < amount) t = this.#times[i + 1] ?? Number.POSITIVE_INFINITY
    }
    return t
  }

  book(start: number, duration: number, amount: number): void {
    if (duration === 0 || amount === 0) return
    const from = this.#stepAt(start)
    const to = this.#stepAt(start + duration)
    for (let i = from; i < to; i += 1) this.#free[i]! -= amount
  }

  /** Index of the step that holds at a time. */
  #indexAt(time: number): number {
    let low = 0
    let high = this.#times.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#times[middle]! <= time) low = middle
      else high = middle - 1
    }
    return low
  }

  /** Index of the step that begins at a time, made if there is none. */
  #stepAt(time: number): number {
    const at = this.#indexAt(time)
    if (this.#times[at] === time) return at
    this.#times.splice(at + 1, 0, time)
    this.#free.splice(at + 1, 0, this.#free[at]!)
    return at + 1
  }
}
