import type { Problem } from '../../src/domain/scheduling/Problem.ts'

/** Text of `name = …;`, comments taken away. */
const valueOf = (text: string, name: string): string => {
  const found = new RegExp(`(?:^|[\\s;])${name}\\s*=\\s*([^;]*);`).exec(text)
  if (found?.[1] === undefined) throw new Error(`no ${name} in this .dzn file`)
  return found[1]
}

const numbersOf = (text: string): number[] => (text.match(/-?\d+/g) ?? []).map(Number)

/** A two-dimensional array of `width` columns. */
const rowsOf = <T>(values: readonly T[], width: number, name: string): T[][] => {
  if (width <= 0 || values.length % width !== 0) throw new Error(`${name} has ragged rows`)
  return Array.from({ length: values.length / width }, (_, i) => values.slice(i * width, (i + 1) * width))
}

/** Multi-skill project scheduling with quantities (.dzn, as in the MSPSP library). Throws when the text is not that. */
export function readMspsp(source: string): Problem {
  const text = source.replace(/%[^\n]*/g, '')
  const skills = Number(valueOf(text, 'nSkills'))
  const durations = numbersOf(valueOf(text, 'dur'))
  const requests = rowsOf(numbersOf(valueOf(text, 'sreq')), skills, 'sreq')
  const mastery = rowsOf(valueOf(text, 'mastery').match(/true|false/g) ?? [], skills, 'mastery')
  const before = numbersOf(valueOf(text, 'pred'))
  const after = numbersOf(valueOf(text, 'succ'))
  if (requests.length !== durations.length || before.length !== after.length) throw new Error('arrays of unlike length')
  return {
    activities: durations.map((duration, i) => ({
      duration,
      uses: [],
      needs: (requests[i] ?? []).flatMap((quantity, skill) => (quantity > 0 ? [{ skill, level: 0, quantity }] : [])),
    })),
    precedences: before.map((from, i) => ({
      from: from - 1,
      to: (after[i] ?? 0) - 1,
      kind: 'finish-start',
      lag: 0,
    })),
    resources: [],
    units: mastery.map((row) => ({
      skills: row.flatMap((has, skill) => (has === 'true' ? [{ skill, level: 0 }] : [])),
    })),
    goals: ['makespan'],
  }
}
