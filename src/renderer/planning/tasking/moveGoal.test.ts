import { expect, test } from 'vitest'
import { TASKING_GOALS } from '../../../domain/scheduling/tasking/TaskingRequest.ts'
import { moveGoal } from './moveGoal.ts'

const GOALS = TASKING_GOALS.map((goal) => ({ goal, isOn: goal !== 'change' }))
const order = (goals: readonly { readonly goal: string }[]) => goals.map((g) => g.goal).join(' ')

test('a goal moves one place, with whether it counts', () => {
  const up = moveGoal(GOALS, 'change', -1)
  expect(order(up)).toBe('finish change lateness balance travel')
  expect(up.find((g) => g.goal === 'change')?.isOn).toBe(false)
  expect(order(moveGoal(GOALS, 'finish', 1))).toBe('lateness finish change balance travel')
})

test('at the ends nothing moves', () => {
  expect(moveGoal(GOALS, 'finish', -1)).toBe(GOALS)
  expect(moveGoal(GOALS, 'travel', 1)).toBe(GOALS)
})
