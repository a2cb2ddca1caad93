/** What Chuffed is asked. */
export type Question =
  /** Nothing satisfies it, as is plain already. */
  | Readonly<{ kind: 'refuted' }>
  /** FlatZinc. `isExact`: whether what satisfies it is a schedule; else it may only look like one. */
  | Readonly<{ kind: 'open'; text: string; isExact: boolean }>

/** The values of an answer, by the names of the model; facts are 0 or 1. Read when asked for: most answers are looked at once. */
export class Values {
  readonly #text: string
  #all: ReadonlyMap<string, number> | null = null

  /** Of lines `name = value;`; others say nothing. */
  constructor(text: string) {
    this.#text = text
  }

  get(name: string): number | undefined {
    return this.#all === null
      ? valueIn(this.#text.match(new RegExp(`^${name} = (.*);$`, 'm'))?.[1])
      : this.#all.get(name)
  }

  all(): ReadonlyMap<string, number> {
    this.#all ??= new Map(
      Array.from(this.#text.matchAll(LINES), ([, name = '', value]) => [name, valueIn(value) ?? 0] as const),
    )
    return this.#all
  }
}

const LINES = /^(\w+) = (-?\d+|true|false);$/gm

const valueIn = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : text === 'true' ? 1 : text === 'false' ? 0 : Number(text)
