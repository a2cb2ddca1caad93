import { expect, test } from 'vitest'
import { busiestUnits } from './busiestUnits.ts'
import { checkProblem } from './checkProblem.ts'
import { type LowerBound, lowerBound } from './lowerBound.ts'
import type { Activity, Precedence, Problem } from './Problem.ts'

const boundOf = (problem: Partial<Problem> & Pick<Problem, 'activities'>): LowerBound => {
  const checked = checkProblem({ precedences: [], resources: [], units: [], goals: ['makespan'], ...problem })
  if (!checked.ok) throw new Error(checked.error.kind)
  return lowerBound(checked.value)
}

const activity = (duration: number, more: Partial<Activity> = {}): Activity => ({
  duration,
  uses: [],
  needs: [],
  ...more,
})
const after = (from: number, to: number): Precedence => ({ from, to, kind: 'finish-start', lag: 0 })

test('the longest path is told in its order', () => {
  const found = boundOf({
    activities: [activity(3), activity(1), activity(4)],
    precedences: [after(0, 2), after(1, 2)],
  })
  expect(found).toEqual({ value: 7, because: { kind: 'path', activities: [0, 2] } })
})

test('work that falls to a resource between what comes before and after it', () => {
  const use = { uses: [{ resource: 0, amount: 2 }] }
  const found = boundOf({
    activities: [activity(2), activity(3, use), activity(4, use), activity(5, use), activity(1)],
    precedences: [1, 2, 3].flatMap((j) => [after(0, j), after(j, 4)]),
    resources: [{ capacity: 3 }],
  })
  // 24 of work by 3 is 8; 2 before it, 1 after.
  expect(found.value).toBe(11)
  expect(found.because).toMatchObject({ kind: 'resource', resource: 0, work: 24, capacity: 3, after: 2, before: 1 })
})

test('units that alone can do some work are named with it', () => {
  const skilled = (skill: number) => activity(10, { needs: [{ skill, level: 1, quantity: 1 }] })
  const found = boundOf({
    activities: [skilled(0), skilled(0), skilled(0), skilled(1)],
    units: [
      { skills: [{ skill: 0, level: 2 }] },
      {
        skills: [
          { skill: 0, level: 1 },
          { skill: 1, level: 1 },
        ],
      },
      {
        skills: [
          { skill: 0, level: 0 },
          { skill: 1, level: 1 },
        ],
      },
    ],
  })
  expect(found).toEqual({
    value: 15,
    because: { kind: 'units', units: [0, 1], activities: [0, 1, 2], work: 30, capacity: 2, after: 0, before: 0 },
  })
})

test('the busiest units are found over unions of any number of sets', () => {
  // Each pair shares a unit: only all four together are short.
  const sets = [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 0],
    [4, 5, 6, 7],
  ]
  expect(busiestUnits(sets, [5, 5, 5, 5, 8])).toEqual(new Set([0, 1, 2, 3]))
  expect(busiestUnits(sets, [1, 9, 1, 1, 8])).toEqual(new Set([1, 2]))
  expect(busiestUnits([], []).size).toBe(0)
})
