/** A variable of a model, by its name in the text. */
export type Term = string & { readonly __term: 'int' }
export type Fact = string & { readonly __term: 'bool' }

/** Work that takes an amount of something while it runs. */
export type Load = Readonly<{ start: Term; duration: number; amount: number }>

/** Ways for Chuffed to go about a question; what is hard for one is at times easy for the other. */
export const CHUFFED_WAYS = {
  /** What it has learned decides what it tries next, from the beginning; it begins anew ever so often. */
  learned: ['--vsids', '--restart', 'luby', '--restart-scale', '100'],
  /** The earliest start first, until a thousand failures have taught it something. */
  earliest: ['--switch-to-vsids-after', '1000', '--restart', 'luby', '--restart-scale', '250'],
} as const

export type ChuffedWay = keyof typeof CHUFFED_WAYS

const PREDICATES = [
  'predicate chuffed_cumulative(array [int] of var int: s,array [int] of int: d,array [int] of int: r,int: b);',
  'predicate int_lin_le_imp(array [int] of int: as,array [int] of var int: bs,int: c,var bool: r);',
]

/** Writes FlatZinc, the language that solvers read, for Chuffed: nothing is left to compile. */
export class FlatModel {
  readonly #declarations: string[] = []
  readonly #constraints: string[] = []
  readonly #searched: Term[] = []
  #facts = 0
  #isRefuted = false

  /** Whether it is plain without any search that nothing satisfies the model. */
  get isRefuted(): boolean {
    return this.#isRefuted
  }

  /** Constraints so far, as a measure of size. */
  get size(): number {
    return this.#constraints.length
  }

  /** A whole number within the bounds, which the answer tells by this name. */
  int(name: string, least: number, most: number): Term {
    if (least > most) this.#isRefuted = true
    this.#declarations.push(`var ${least}..${Math.max(least, most)}: ${name}:: output_var;`)
    const term = name as Term
    this.#searched.push(term)
    return term
  }

  /** True or false; told by the answer when it has a name. */
  fact(name?: string): Fact {
    this.#facts += 1
    const fact = (name ?? `b${this.#facts}`) as Fact
    this.#declarations.push(`var bool: ${fact}${name === undefined ? '' : ':: output_var'};`)
    return fact
  }

  /** `to` is at least `from` + `delay`; only where `when` holds, if it is given. */
  after(from: Term, to: Term, delay: number, when?: Fact): void {
    this.#atMost([1, -1], [from, to], -delay, when)
  }

  /** `term` is at most `most` where `when` holds. */
  below(term: Term, most: number, when: Fact): void {
    this.#atMost([1], [term], most, when)
  }

  /** `term` is at least `least` where `when` holds. */
  above(term: Term, least: number, when: Fact): void {
    this.#atMost([-1], [term], -least, when)
  }

  /** One of `some` holds, or one of `not` does not. */
  clause(some: readonly Fact[], not: readonly Fact[] = []): void {
    if (some.length === 0 && not.length === 0) this.#isRefuted = true
    else this.#constraints.push(`constraint bool_clause([${some.join()}],[${not.join()}]);`)
  }

  /** The weights of those that hold sum up to between `least` and `most`. */
  sum(facts: readonly Fact[], weights: readonly number[], least: number, most: number): void {
    const all = weights.reduce((sum, weight) => sum + weight, 0)
    if (all < least || most < 0) this.#isRefuted = true
    if (facts.length === 0 || (least <= 0 && all <= most)) return
    const numbers = facts.map((fact) => this.#numberOf(fact))
    if (all > most) this.#atMost(weights, numbers, most)
    if (least > 0) {
      this.#atMost(
        weights.map((weight) => -weight),
        numbers,
        -least,
      )
    }
  }

  /** Whatever runs at one time takes no more than `capacity` together. Amounts of 0 and work without duration are free. */
  cumulative(loads: readonly Load[], capacity: number): void {
    const taking = loads.filter(({ duration, amount }) => duration > 0 && amount > 0)
    if (taking.some(({ amount }) => amount > capacity)) this.#isRefuted = true
    if (taking.reduce((sum, { amount }) => sum + amount, 0) <= capacity) return
    const list = (of: (load: Load) => number | string): string => taking.map(of).join()
    this.#constraints.push(
      `constraint chuffed_cumulative([${list(({ start }) => start)}],[${list(({ duration }) => duration)}],[${list(({ amount }) => amount)}],${capacity});`,
    )
  }

  /** The whole text. With `least`, that number is made ever smaller; else any answer does. */
  text(least?: Term): string {
    const starts = `array [1..${this.#searched.length}] of var int: searched = [${this.#searched.join()}];`
    const search = ':: int_search(searched,smallest,indomain_min,complete)'
    const goal = least === undefined ? 'satisfy' : `minimize ${least}`
    return [...PREDICATES, ...this.#declarations, starts, ...this.#constraints, `solve ${search} ${goal};`, ''].join(
      '\n',
    )
  }

  #numberOf(fact: Fact): Term {
    const name = `n_${fact}` as Term
    const declared = `var 0..1: ${name};`
    if (!this.#numbers.has(fact)) {
      this.#numbers.add(fact)
      this.#declarations.push(declared)
      this.#constraints.push(`constraint bool2int(${fact},${name});`)
    }
    return name
  }

  readonly #numbers = new Set<Fact>()

  #atMost(weights: readonly number[], terms: readonly Term[], most: number, when?: Fact): void {
    const inside = `[${weights.join()}],[${terms.join()}],${most}`
    this.#constraints.push(
      when === undefined ? `constraint int_lin_le(${inside});` : `constraint int_lin_le_imp(${inside},${when});`,
    )
  }
}
