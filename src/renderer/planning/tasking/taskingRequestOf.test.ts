import { beforeEach, expect, test } from 'vitest'
import { makeId } from '../../../domain/records/ids.ts'
import { moveGoal } from './moveGoal.ts'
import { isOtherQuestion, taskingRequestOf } from './taskingRequestOf.ts'
import { chooseScope, lookAtPlan, taskingView } from './taskingView.ts'
import { releaseAll, setFixed, toggleFixed } from './fixMissions.ts'

const [a, b, c] = ['a', 'b', 'c'].map((name) => makeId('mission', name)) as [
  ReturnType<typeof makeId<'mission'>>,
  ReturnType<typeof makeId<'mission'>>,
  ReturnType<typeof makeId<'mission'>>,
]
const view = () => taskingView.getState()

beforeEach(() => {
  lookAtPlan(makeId('plan', 'other'))
  lookAtPlan(makeId('plan', 'this'))
})

test('goals left out are not asked for, and the rest keep their order', () => {
  taskingView.setState({ goals: view().goals.map((g) => (g.goal === 'change' ? { ...g, isOn: false } : g)) })
  taskingView.setState({ goals: moveGoal(view().goals, 'travel', -1) })
  expect(taskingRequestOf(view(), [a]).goals).toEqual(['finish', 'lateness', 'travel', 'balance'])
})

test('fixings of missions that are not asked about stay out', () => {
  setFixed([a, c], 'time', true)
  setFixed([b], 'units', true)
  const request = taskingRequestOf(view(), [a, b])
  expect(request.fixedTimes).toEqual([a])
  expect(request.fixedUnits).toEqual([b])
})

test('fixing again lets go only where all of it was fixed', () => {
  expect(toggleFixed([a], 'time')).toBe(true)
  expect(toggleFixed([a, b], 'time')).toBe(true)
  expect(view().fixedTimes.size).toBe(2)
  expect(toggleFixed([a, b], 'time')).toBe(false)
  expect(view().fixedTimes.size).toBe(0)
  setFixed([a], 'units', true)
  releaseAll()
  expect(view().fixedUnits.size).toBe(0)
})

test('missions with errors may be moved, those that lack something are filled in', () => {
  chooseScope('errors', [])
  expect(view()).toMatchObject({ scope: 'errors', mayMove: true, units: 'change' })
  expect(taskingRequestOf(view(), []).goals).toEqual(['change', 'finish', 'lateness', 'balance', 'travel'])
  chooseScope('lacking', [])
  expect(view()).toMatchObject({ mayMove: false, units: 'add' })
  chooseScope('selection', [a])
  expect(view().picked).toEqual([a])
})

test('another question is told apart from one whose missions came or went by themselves', () => {
  const request = taskingRequestOf(view(), [a, b])
  taskingView.setState({ asked: { scope: view().scope, picked: view().picked } })
  expect(isOtherQuestion(view(), { ...request, missions: [a] })).toBe(false)
  for (const other of [{ seed: 2 }, { mayMove: true }, { notBefore: 60 }, { seconds: 5 }, { scope: 'all' as const }]) {
    const before = view()
    taskingView.setState(other)
    expect(isOtherQuestion(view(), request), JSON.stringify(other)).toBe(true)
    taskingView.setState(before)
  }
  setFixed([b], 'units', true)
  expect(isOtherQuestion(view(), request)).toBe(true)
})

test('another plan starts anew', () => {
  taskingView.setState({ seed: 9, left: new Set([a]) })
  lookAtPlan(makeId('plan', 'next'))
  expect(view()).toMatchObject({ seed: 1, scope: 'lacking' })
  expect(view().left.size).toBe(0)
})
