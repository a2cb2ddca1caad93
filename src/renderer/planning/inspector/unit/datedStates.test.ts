import { expect, test } from 'vitest'
import { withState, withStateMoved } from './datedStates.ts'

const states = [
  { from: 10, percent: 80 },
  { from: 20, percent: 90 },
]

test('puts a state in at its date, in place of one that stands there', () => {
  expect(withState(states, { from: 15, percent: 50 }).map((s) => s.from)).toEqual([10, 15, 20])
  expect(withState(states, { from: 20, percent: 50 })).toEqual([states[0], { from: 20, percent: 50 }])
})

test('moves a state past others, but never onto one', () => {
  expect(withStateMoved(states, 0, 30)).toEqual([states[1], { from: 30, percent: 80 }])
  expect(withStateMoved(states, 0, 10)).toEqual(states)
  expect(withStateMoved(states, 0, 20)).toBeNull()
  expect(withStateMoved(states, 5, 30)).toBeNull()
})
