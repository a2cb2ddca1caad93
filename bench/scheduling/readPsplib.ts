import type { Problem } from '../../src/domain/scheduling/Problem.ts'

const numbersOf = (line: string): number[] => (line.match(/-?\d+/g) ?? []).map(Number)

/** Lines after the one that matches `head`, up to the next line of asterisks. */
const section = (lines: readonly string[], head: RegExp): string[] => {
  const at = lines.findIndex((line) => head.test(line))
  if (at < 0) throw new Error(`no section ${head.source}`)
  const end = lines.findIndex((line, i) => i > at && line.startsWith('*'))
  return lines.slice(at + 1, end < 0 ? undefined : end)
}

/** Rows that begin with a job's number. */
const jobsOf = (lines: readonly string[]): number[][] => lines.filter((line) => /^\s*\d/.test(line)).map(numbersOf)

/** PSPLIB, single mode (.sm). Throws when the text is not that. */
export function readPsplib(text: string): Problem {
  const lines = text.split(/\r?\n/)
  const successors = jobsOf(section(lines, /^PRECEDENCE RELATIONS/))
  const requests = jobsOf(section(lines, /^REQUESTS\/DURATIONS/))
  const [capacities] = jobsOf(section(lines, /^RESOURCEAVAILABILITIES/))
  if (!capacities || requests.length === 0 || successors.length !== requests.length) throw new Error('not a .sm file')
  if (requests.some(([, mode, , ...use]) => mode !== 1 || use.length !== capacities.length)) {
    throw new Error('not a single-mode file of renewable resources')
  }
  return {
    activities: requests.map(([, , duration = 0, ...use]) => ({
      duration,
      uses: use.flatMap((amount, resource) => (amount > 0 ? [{ resource, amount }] : [])),
      needs: [],
    })),
    precedences: successors.flatMap(([job = 0, , , ...next]) =>
      next.map((to) => ({ from: job - 1, to: to - 1, kind: 'finish-start' as const, lag: 0 })),
    ),
    resources: capacities.map((capacity) => ({ capacity })),
    units: [],
    goals: ['makespan'],
  }
}
