/** What Chuffed is asked. */
export type Question =
  /** Nothing satisfies it, as is plain already. */
  | Readonly<{ kind: 'refuted' }>
  /** FlatZinc. `isExact`: whether what satisfies it is a schedule; else it may only look like one. */
  | Readonly<{ kind: 'open'; text: string; isExact: boolean }>

/** The values of an answer, by the names of the model; facts are 0 or 1. */
export type Values = ReadonlyMap<string, number>

const LINE = /^\s*(\w+)\s*=\s*(-?\d+|true|false)\s*;/

/** Reads `name = value;` lines; others say nothing. */
export function readValues(text: string): Values {
  const values = new Map<string, number>()
  for (const line of text.split('\n')) {
    const [, name, value] = LINE.exec(line) ?? []
    if (name === undefined || value === undefined) continue
    values.set(name, value === 'true' ? 1 : value === 'false' ? 0 : Number(value))
  }
  return values
}
