import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProblemError } from '../../src/domain/scheduling/checkProblem.ts'
import type { Activity, Problem, Schedule } from '../../src/domain/scheduling/Problem.ts'
import type { Progress } from '../../src/domain/scheduling/Solving.ts'
import { solve } from '../../src/domain/scheduling/solve.ts'
import { bruteForce } from './bruteForce.testing.ts'
import { randomProblem } from './randomProblem.testing.ts'
import { makespanOf, verify } from './verify.ts'

type Answer = Readonly<{ progress: Progress; schedule: Schedule }>

/** Runs to the end of the budget; the error, when the problem is refused. */
function answer(problem: Problem, schedules: number, seed = 1): Answer | ProblemError {
  const solving = solve(problem, { seed, schedules })
  if (!solving.ok) return solving.error
  let progress = solving.value.step(1)
  while (!progress.done) progress = solving.value.step(100)
  const { schedule } = solving.value
  if (!schedule) throw new Error('no schedule')
  return { progress, schedule }
}

const plain: Activity = { duration: 2, uses: [], needs: [] }
const problemOf = (activities: readonly Activity[], more: Partial<Problem> = {}): Problem => ({
  activities,
  precedences: [],
  resources: [{ capacity: 1 }],
  units: [],
  goals: ['makespan'],
  ...more,
})

const FAMILIES = {
  resources: { activities: 8, resources: true, skills: 'none', isGeneral: false },
  'one unit each': { activities: 8, resources: false, skills: 'one', isGeneral: false },
  'several units each': { activities: 8, resources: false, skills: 'many', isGeneral: false },
  'units and resources': { activities: 7, resources: true, skills: 'many', isGeneral: false },
  everything: { activities: 7, resources: true, skills: 'many', isGeneral: true },
} as const

for (const [name, shape] of Object.entries(FAMILIES)) {
  test(`every answer keeps every limit, or says that it does not: ${name}`, () => {
    let answered = 0
    let kept = 0
    fc.assert(
      fc.property(randomProblem(shape), fc.integer({ min: 0, max: 9 }), (problem, seed) => {
        const found = answer(problem, 60, seed)
        if ('kind' in found) return
        answered += 1
        if (found.progress.feasible) kept += 1
        const wrong = verify(problem, found.schedule)
        expect(found.progress.feasible ? wrong : wrong.length > 0).toEqual(found.progress.feasible ? [] : true)
        const makespan = makespanOf(problem, found.schedule.starts)
        expect(found.progress.makespan).toBe(makespan)
        expect(!found.progress.feasible || makespan >= found.progress.lowerBound.value).toBe(true)
        expect(found.progress.schedules).toBeLessThanOrEqual(60)
        expect(answer(problem, 60, seed)).toEqual(found)
      }),
      { numRuns: 150 },
    )
    expect(answered).toBeGreaterThan(30)
    expect(kept).toBeGreaterThan(20)
  })
}

for (const name of ['resources', 'one unit each', 'several units each', 'units and resources'] as const) {
  test(`tiny problems are solved to the best there is: ${name}`, () => {
    let answered = 0
    fc.assert(
      fc.property(randomProblem({ ...FAMILIES[name], activities: 4 }), (problem) => {
        const found = answer(problem, 400)
        if ('kind' in found) return
        answered += 1
        const work = problem.activities.reduce((sum, { duration }) => sum + duration, 0)
        const best = bruteForce(problem, work + 1)
        expect(found.progress.makespan).toBe(best)
        expect(found.progress.lowerBound.value).toBeLessThanOrEqual(best)
      }),
      { numRuns: 60 },
    )
    expect(answered).toBeGreaterThan(10)
  })
}

test('a circle is told by its members', () => {
  const arc = (from: number, to: number) => ({ from, to, kind: 'finish-start' as const, lag: 0 })
  const precedences = [arc(0, 1), arc(1, 2), arc(2, 1), arc(2, 3)]
  expect(answer(problemOf([plain, plain, plain, plain], { precedences }), 10)).toEqual({
    kind: 'circle',
    activities: [2, 1],
  })
})

test('what no schedule gets around is a typed error', () => {
  const need = { skill: 0, level: 0, quantity: 2 }
  const units = [
    { skills: [{ skill: 0, level: 0 }] },
    {
      skills: [
        { skill: 0, level: 0 },
        { skill: 1, level: 0 },
      ],
    },
  ]
  const kindOf = (problem: Problem): string | undefined => {
    const found = answer(problem, 10)
    return 'kind' in found ? found.kind : undefined
  }
  expect(kindOf(problemOf([{ ...plain, duration: Number.NaN }]))).toBe('bad-number')
  expect(kindOf(problemOf([{ ...plain, duration: -1 }]))).toBe('bad-number')
  expect(kindOf(problemOf([{ ...plain, duration: 1e15 }]))).toBe('bad-number')
  expect(
    kindOf(
      problemOf([
        { ...plain, duration: 9e8 },
        { ...plain, duration: 9e8 },
      ]),
    ),
  ).toBe('too-long')
  expect(kindOf(problemOf([{ ...plain, uses: [{ resource: 0, amount: 2 }] }]))).toBe('over-capacity')
  expect(kindOf(problemOf([{ ...plain, uses: [{ resource: 7, amount: 1 }] }]))).toBe('unknown-index')
  expect(kindOf(problemOf([{ ...plain, windows: [] }]))).toBe('no-window')
  expect(kindOf(problemOf([{ ...plain, windows: [{ from: 3, to: 4 }] }]))).toBe('no-window')
  expect(kindOf(problemOf([{ ...plain, windows: [{ from: 4, to: 3 }] }]))).toBe('bad-number')
  expect(kindOf(problemOf([{ ...plain, release: 9, deadline: 10 }]))).toBe('contradiction')
  expect(kindOf(problemOf([{ ...plain, needs: [{ ...need, quantity: 3 }] }], { units }))).toBe('no-units')
  // Each need alone finds its units; both at once do not.
  expect(kindOf(problemOf([{ ...plain, needs: [need, { ...need, skill: 1, quantity: 1 }] }], { units }))).toBe(
    'no-units',
  )
})

test('two fixed starts on one unit are answered with what they break', () => {
  const activity = { ...plain, needs: [{ skill: 0, level: 0, quantity: 1 }], fixedUnits: [{ unit: 0, need: 0 }] }
  const units = [{ skills: [{ skill: 0, level: 0 }] }]
  const found = answer(
    problemOf(
      [
        { ...activity, fixedStart: 1 },
        { ...activity, fixedStart: 2 },
      ],
      { units },
    ),
    20,
  )
  expect(found).toMatchObject({ progress: { feasible: false, proven: false }, schedule: { starts: [1, 2] } })
})

test('a unit that is always away leaves its work without a unit, and says so', () => {
  const units = [{ skills: [{ skill: 0, level: 0 }], away: [{ from: 0, to: 1_000_000_000 }] }]
  const found = answer(problemOf([{ ...plain, needs: [{ skill: 0, level: 0, quantity: 1 }] }], { units }), 20)
  expect(found).toMatchObject({ progress: { feasible: false }, schedule: { services: [] } })
})

test('nothing to do is done', () => {
  expect(answer(problemOf([]), 10)).toMatchObject({ progress: { makespan: 0, feasible: true, proven: true } })
})

test('50,000 activities get an answer at once', () => {
  const chains = Array.from({ length: 50_000 }, (_, i) => ({
    ...plain,
    duration: i % 7,
    uses: [{ resource: 0, amount: i % 3 }],
  }))
  const precedences = chains.flatMap((_, i) =>
    i >= 100 ? [{ from: i - 100, to: i, kind: 'finish-start' as const, lag: 0 }] : [],
  )
  const problem = problemOf(chains, { precedences, resources: [{ capacity: 30 }] })
  const found = answer(problem, 2)
  if ('kind' in found) throw new Error(found.kind)
  expect(verify(problem, found.schedule)).toEqual([])
  const withCalendars = {
    ...problem,
    activities: chains.map((activity, i) => ({
      ...activity,
      release: i % 50,
      needs: [{ skill: 0, level: 0, quantity: 1 }],
    })),
    units: Array.from({ length: 20 }, (_, u) => ({
      skills: [{ skill: 0, level: 0 }],
      away: [{ from: 100 * u, to: 100 * u + 50 }],
    })),
  }
  const general = answer(withCalendars, 1)
  if ('kind' in general) throw new Error(general.kind)
  expect(verify(withCalendars, general.schedule)).toEqual([])
})
