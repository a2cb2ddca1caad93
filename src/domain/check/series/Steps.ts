/** A value that jumps: `values[i]` holds from `at[i]` up to `at[i + 1]`, the last one for ever; 0 before the first. */
export interface Steps {
  /** Ascending. */
  readonly at: Float64Array
  readonly values: Float64Array
}

const NO_STEPS: Steps = { at: new Float64Array(0), values: new Float64Array(0) }

/** Takes values in ascending order of `at`; of several at one place the last one holds, and equal neighbours are one step. */
export class StepsBuilder {
  readonly #at: number[] = []
  readonly #values: number[] = []

  push(at: number, value: number): void {
    const last = this.#at.length - 1
    if (this.#at[last] === at) {
      this.#at.pop()
      this.#values.pop()
    }
    if ((this.#values.at(-1) ?? 0) === value) return
    this.#at.push(at)
    this.#values.push(value)
  }

  build(): Steps {
    if (this.#at.length === 0) return NO_STEPS
    return { at: Float64Array.from(this.#at), values: Float64Array.from(this.#values) }
  }
}

/** The index of the step that holds at a place; −1 before the first. */
export function stepAt({ at }: Steps, x: number): number {
  let low = 0
  let high = at.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((at[middle] ?? 0) <= x) low = middle + 1
    else high = middle
  }
  return low - 1
}

export function valueAt(steps: Steps, x: number): number {
  return steps.values[stepAt(steps, x)] ?? 0
}

/** The highest value between two places, the second one left out; 0 where they hold nothing between them. */
export function highestIn(steps: Steps, from: number, to: number): number {
  let highest = 0
  for (let i = Math.max(0, stepAt(steps, from)); i < steps.at.length && (steps.at[i] ?? to) < to; i += 1) {
    highest = Math.max(highest, steps.values[i] ?? 0)
  }
  return highest
}

/** At every place the sum of some steps. */
export function sumOf(list: readonly Steps[]): Steps {
  const [only, ...others] = list.filter((steps) => steps.at.length > 0)
  if (only === undefined) return NO_STEPS
  if (others.length === 0) return only
  const turns = new Turns()
  for (const { at, values } of [only, ...others]) {
    let before = 0
    for (const [i, x] of at.entries()) {
      const value = values[i] ?? 0
      turns.add(x, value - before, 0)
      before = value
    }
  }
  const sum = new StepsBuilder()
  turns.walk((x, value) => sum.push(x, withoutDust(value)))
  return sum.build()
}

/** At every place the higher of two. */
export function highestOf(one: Steps, other: Steps): Steps {
  if (one.at.length === 0) return other
  if (other.at.length === 0) return one
  const highest = new StepsBuilder()
  let i = 0
  let j = 0
  while (i < one.at.length || j < other.at.length) {
    const x = Math.min(one.at[i] ?? Number.POSITIVE_INFINITY, other.at[j] ?? Number.POSITIVE_INFINITY)
    if (one.at[i] === x) i += 1
    if (other.at[j] === x) j += 1
    highest.push(x, Math.max(one.values[i - 1] ?? 0, other.values[j - 1] ?? 0))
  }
  return highest.build()
}

/** The steps between the ends of ascending spans; 0 elsewhere. */
export function cutTo(steps: Steps, spans: readonly { readonly start: number; readonly end: number }[]): Steps {
  if (steps.at.length === 0) return steps
  const cut = new StepsBuilder()
  for (const { start, end } of spans) {
    let i = stepAt(steps, start)
    cut.push(start, steps.values[i] ?? 0)
    for (i += 1; i < steps.at.length && (steps.at[i] ?? end) < end; i += 1) {
      cut.push(steps.at[i] ?? end, steps.values[i] ?? 0)
    }
    if (end !== Number.POSITIVE_INFINITY) cut.push(end, 0)
  }
  return cut.build()
}

/** Changes of two sums at places, in any order. One is used again and again, as each would leave much to be collected. */
export class Turns {
  #at = new Float64Array(1_024)
  #first = new Float64Array(1_024)
  #second = new Float64Array(1_024)
  #order = new Uint32Array(1_024)
  #count = 0

  clear(): void {
    this.#count = 0
  }

  add(at: number, first: number, second: number): void {
    if (this.#count === this.#at.length) this.#grow()
    this.#at[this.#count] = at
    this.#first[this.#count] = first
    this.#second[this.#count] = second
    this.#count += 1
  }

  /** Both sums from each place on, ascending. */
  walk(tell: (at: number, first: number, second: number) => void): void {
    const at = this.#at
    const order = this.#order.subarray(0, this.#count)
    for (let i = 0; i < order.length; i += 1) order[i] = i
    order.sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0))
    let first = 0
    let second = 0
    for (let i = 0; i < order.length; i += 1) {
      const turn = order[i] ?? 0
      first += this.#first[turn] ?? 0
      second += this.#second[turn] ?? 0
      const next = order[i + 1]
      if (next === undefined || at[next] !== at[turn]) tell(at[turn] ?? 0, first, second)
    }
  }

  #grow(): void {
    const larger = (from: Float64Array): Float64Array<ArrayBuffer> => {
      const to = new Float64Array(from.length * 2)
      to.set(from)
      return to
    }
    this.#at = larger(this.#at)
    this.#first = larger(this.#first)
    this.#second = larger(this.#second)
    this.#order = new Uint32Array(this.#at.length)
  }
}

/** Sums of fractions that come back to where they were do so but for dust. */
export const withoutDust = (value: number): number => {
  const whole = Math.round(value)
  return Math.abs(value - whole) < 1e-9 ? whole : value
}
