import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProblem, type CheckedProblem } from '../../src/domain/scheduling/checkProblem.ts'
import type { Activity, Problem } from '../../src/domain/scheduling/Problem.ts'
import { flatOfProblem, scheduleOf } from '../../src/domain/scheduling/proof/flatOfProblem.ts'
import { startProver } from '../../src/domain/scheduling/proof/startProver.ts'
import { openChuffed } from '../../src/headless/openChuffed.ts'
import { askChuffed } from './askChuffed.testing.ts'
import { bruteForce } from './bruteForce.testing.ts'
import { randomProblem } from './randomProblem.testing.ts'
import { makespanOf, verify } from './verify.ts'

const FAMILIES = {
  resources: { activities: 3, resources: true, skills: 'none', isGeneral: false },
  'one unit each': { activities: 3, resources: false, skills: 'one', isGeneral: false },
  'units and resources': { activities: 3, resources: true, skills: 'many', isGeneral: false },
  everything: { activities: 3, resources: true, skills: 'many', isGeneral: true },
} as const

const HORIZON = 25
const PATIENCE = 120_000

/** Work without duration needs units that no question asks for. */
function withoutWindows(activity: Activity): Activity {
  const copy: Activity = { ...activity, duration: Math.max(1, activity.duration) }
  Reflect.deleteProperty(copy, 'windows')
  return copy
}

/** Some that have an answer, and their best. */
function drawn(shape: (typeof FAMILIES)[keyof typeof FAMILIES], count: number): [CheckedProblem, number][] {
  const found: [CheckedProblem, number][] = []
  for (const problem of fc.sample(randomProblem(shape), { numRuns: 300, seed: 11 })) {
    // The brute force tries every start: times in the far would take it for ever.
    const short: Problem = {
      ...problem,
      goals: ['makespan'],
      activities: problem.activities.map(withoutWindows),
    }
    const checked = checkProblem(short)
    if (!checked.ok || short.activities.length < 3) continue
    const best = bruteForce(short, HORIZON)
    if (best < HORIZON) found.push([checked.value, best])
    if (found.length === count) return found
  }
  return found
}

for (const [name, shape] of Object.entries(FAMILIES)) {
  test(
    `nothing is better than the best, and the best itself is found: ${name}`,
    async () => {
      const problems = drawn(shape, 3)
      expect(problems).toHaveLength(3)
      let exact = 0
      for (const [checked, best] of problems) {
        const looser = flatOfProblem(checked, best + 3)
        const found = await askChuffed(looser)
        expect(found.isRefuted).toBe(true)
        expect(found.values?.get('makespan')).toBeLessThanOrEqual(best)
        if (looser.kind === 'refuted' || !looser.isExact || found.values === null) continue
        exact += 1
        const schedule = scheduleOf(checked, found.values)
        expect(verify(checked.problem, schedule)).toEqual([])
        expect(makespanOf(checked.problem, schedule.starts)).toBe(best)
        expect(await askChuffed(flatOfProblem(checked, best))).toEqual({ values: null, isRefuted: true })
      }
      expect(shape.isGeneral || exact > 0).toBe(true)
    },
    PATIENCE,
  )
}

const THREE: Problem = {
  activities: [3, 2, 2].map((duration) => ({ duration, uses: [{ resource: 0, amount: 1 }], needs: [] })),
  precedences: [],
  resources: [{ capacity: 2 }],
  units: [],
  goals: ['makespan'],
}

test(
  'windows and absences are kept',
  async () => {
    const checked = checkProblem({
      ...THREE,
      activities: [
        {
          duration: 2,
          uses: [],
          needs: [{ skill: 0, level: 0, quantity: 1 }],
          windows: [
            { from: 1, to: 4 },
            { from: 6, to: 8 },
          ],
        },
      ],
      units: [{ skills: [{ skill: 0, level: 0 }], away: [{ from: 2, to: 3 }] }],
    })
    if (!checked.ok) throw new Error(checked.error.kind)
    const { values } = await askChuffed(flatOfProblem(checked.value, 30))
    expect(values?.get('s0')).toBe(6)
  },
  PATIENCE,
)

test(
  'a prover finds better ones, tells them, and then that there are none',
  async () => {
    const checked = checkProblem(THREE)
    if (!checked.ok) throw new Error(checked.error.kind)
    const told: (number | string)[] = []
    const proven = await new Promise<number>((resolve) => {
      startProver({
        checked: checked.value,
        best: 7,
        open: openChuffed,
        onBetter: (schedule, makespan) => told.push(makespan, ...verify(THREE, schedule)),
        onProven: resolve,
      })
    })
    expect(proven).toBe(4)
    expect(told.at(-1)).toBe(4)
    expect(told.every((one) => typeof one === 'number' && one < 7)).toBe(true)
  },
  PATIENCE,
)

test(
  'a prover that is told of a better one asks about that',
  async () => {
    const checked = checkProblem(THREE)
    if (!checked.ok) throw new Error(checked.error.kind)
    let opened = 0
    const proven = await new Promise<number>((resolve) => {
      const prover = startProver({
        checked: checked.value,
        best: 7,
        open: () => {
          opened += 1
          return openChuffed()
        },
        onProven: resolve,
      })
      prover.improve(4)
      prover.improve(6)
    })
    expect([proven, opened]).toEqual([4, 2])
  },
  PATIENCE,
)

test('a thread that breaks proves nothing', async () => {
  const checked = checkProblem(THREE)
  if (!checked.ok) throw new Error(checked.error.kind)
  let isProven = false
  startProver({
    checked: checked.value,
    best: 5,
    open: () => ({ send: () => {}, listen: (listener) => queueMicrotask(() => listener(null)), end: () => {} }),
    onProven: () => {
      isProven = true
    },
  })
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(isProven).toBe(false)
})
