import type { Problem } from '../../src/domain/scheduling/Problem.ts'

/** Rows of the table below the line that begins with `head`. */
const table = (lines: readonly string[], head: string): string[] => {
  const at = lines.findIndex((line) => line.startsWith(head))
  if (at < 0) throw new Error(`no table ${head}`)
  const end = lines.findIndex((line, i) => i > at && line.startsWith('='))
  return lines.slice(at + 1, end < 0 ? undefined : end).filter((line) => line.trim() !== '')
}

const skillsOf = (text: string): { skill: number; level: number }[] =>
  [...text.matchAll(/Q(\d+):\s*(\d+)/g)].map(([, skill, level]) => ({ skill: Number(skill), level: Number(level) }))

/** iMOPSE (.def): each task is served by one resource with its skill at its level or above. Throws when not that. */
export function readImopse(text: string): Problem {
  const lines = text.split(/\r?\n/)
  const resources = table(lines, 'ResourceID')
  const tasks = table(lines, 'TaskID').map((line) => {
    const [head = '', tail = ''] = line.split(/Q\d+:\s*\d+/)
    const [id = Number.NaN, duration = Number.NaN] = (head.match(/\d+/g) ?? []).map(Number)
    const [need] = skillsOf(line)
    if (!need || Number.isNaN(duration)) throw new Error(`not a task: ${line}`)
    return { id, duration, need, before: (tail.match(/\d+/g) ?? []).map(Number) }
  })
  const indexOf = new Map(tasks.map(({ id }, i) => [id, i]))
  const find = (id: number): number => {
    const index = indexOf.get(id)
    if (index === undefined) throw new Error(`no task ${id}`)
    return index
  }
  return {
    activities: tasks.map(({ duration, need }) => ({ duration, uses: [], needs: [{ ...need, quantity: 1 }] })),
    precedences: tasks.flatMap(({ before }, to) =>
      before.map((id) => ({ from: find(id), to, kind: 'finish-start' as const, lag: 0 })),
    ),
    resources: [],
    units: resources.map((line) => ({ skills: skillsOf(line) })),
    goals: ['makespan'],
  }
}
