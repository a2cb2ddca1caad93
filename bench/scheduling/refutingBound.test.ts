import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProblem } from '../../src/domain/scheduling/checkProblem.ts'
import { findUnserved } from '../../src/domain/scheduling/findUnserved.ts'
import { type LowerBound, lowerBound } from '../../src/domain/scheduling/lowerBound.ts'
import type { Activity, Precedence, Problem } from '../../src/domain/scheduling/Problem.ts'
import { RefutingBound } from '../../src/domain/scheduling/refute/RefutingBound.ts'
import { bruteForce } from './bruteForce.testing.ts'
import { randomProblem } from './randomProblem.testing.ts'

/** Before and after refuting as far as it goes; undefined for a problem that is refused. */
function boundsOf(problem: Problem, end: number): Readonly<{ simple: LowerBound; refuting: LowerBound }> | undefined {
  const checked = checkProblem(problem)
  if (!checked.ok || findUnserved(checked.value)) return undefined
  const simple = lowerBound(checked.value)
  const refuting = new RefutingBound(checked.value, simple)
  for (const _ of refuting.steps(() => end)) expect(refuting.bound.value).toBeLessThanOrEqual(end)
  return { simple, refuting: refuting.bound }
}

const workOf = ({ activities, precedences }: Problem): number =>
  activities.reduce((sum, { duration }) => sum + duration, 0) +
  precedences.reduce((sum, { lag }) => sum + Math.max(0, lag), 0)

const activity = fc.record({
  duration: fc.integer({ min: 0, max: 4 }),
  uses: fc
    .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
    .map((amounts) => amounts.map((amount, resource) => ({ resource, amount }))),
  needs: fc.constant([]),
})

/** Small enough to be tried out, tight enough that simple bounds often fall short. */
const tight: fc.Arbitrary<Problem> = fc
  .tuple(
    fc.array(activity, { minLength: 4, maxLength: 6 }),
    fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 5 }),
        fc.constantFrom('finish-start' as const, 'start-start' as const, 'finish-finish' as const),
        fc.integer({ min: -1, max: 2 }),
      ),
      { maxLength: 6 },
    ),
  )
  .map(([activities, arcs]) => ({
    activities,
    precedences: arcs.flatMap(([from, to, kind, lag]): Precedence[] =>
      from < to && to < activities.length ? [{ from, to, kind, lag }] : [],
    ),
    resources: [{ capacity: 5 }, { capacity: 4 }],
    units: [],
    goals: ['makespan'],
  }))

test('no schedule ends before the bound, and the bound is often the least end: resources', () => {
  let raised = 0
  let met = 0
  fc.assert(
    fc.property(tight, (problem) => {
      const horizon = workOf(problem) + 1
      const best = bruteForce(problem, horizon)
      // Told of no schedule, it may try any end.
      const found = boundsOf(problem, horizon)
      if (!found) throw new Error('refused')
      expect(found.refuting.value).toBeLessThanOrEqual(best)
      if (found.refuting.value > found.simple.value) raised += 1
      if (found.refuting.value === best) met += 1
    }),
    { numRuns: 150, seed: 7 },
  )
  expect(raised).toBeGreaterThan(10)
  expect(met).toBeGreaterThan(130)
})

for (const skills of ['one', 'many'] as const) {
  test(`no schedule ends before the bound: units, ${skills}`, () => {
    let answered = 0
    const shape = { activities: 4, resources: skills === 'many', skills, isGeneral: false }
    fc.assert(
      fc.property(randomProblem(shape), (problem) => {
        const found = boundsOf(problem, workOf(problem) + 1)
        if (!found) return
        answered += 1
        expect(found.refuting.value).toBeLessThanOrEqual(bruteForce(problem, workOf(problem) + 1))
      }),
      { numRuns: 60 },
    )
    expect(answered).toBeGreaterThan(10)
  })
}

test('three that leave no room beside each other are told', () => {
  const plain = (duration: number, resources: readonly number[]): Activity => ({
    duration,
    uses: resources.map((resource) => ({ resource, amount: 1 })),
    needs: [],
  })
  // Each two of them share something, and no one thing is shared by all.
  const problem: Problem = {
    activities: [plain(3, [0, 1]), plain(4, [1, 2]), plain(5, [0, 2])],
    precedences: [],
    resources: [{ capacity: 1 }, { capacity: 1 }, { capacity: 1 }],
    units: [],
    goals: ['makespan'],
  }
  expect(boundsOf(problem, 20)).toMatchObject({
    simple: { value: 9 },
    refuting: { value: 12, because: { kind: 'squeeze', activities: expect.arrayContaining([0, 1, 2]) } },
  })
})
