import { expect, test } from 'vitest'
import { PlanSession } from './PlanSession.ts'
import type { PlanStorage } from './PlanStorage.ts'

/** A session without a plan: picking needs none. */
function session(): PlanSession {
  return new PlanSession({
    storage: {} as PlanStorage,
    startChecker: () => ({
      follow: () => {},
      encode: () => Promise.reject(new Error('unused')),
      simulate: () => ({ stop: () => {} }),
      propose: () => ({ settle: () => {}, drop: () => {} }),
      close: () => {},
    }),
    now: () => 0,
    newLocalId: () => 'x',
    author: () => '',
  })
}

test('a place is asked for on the map, and one comes back with it', async () => {
  const at = session()
  at.goTo('missions')
  const asked = at.pickPlace('el lugar de M-031')
  expect(at.store.getState()).toMatchObject({ place: 'map', picking: { label: 'el lugar de M-031', shape: 'point' } })
  at.answerPick({ position: [-73.8, -12.5] })
  expect(await asked).toEqual({ position: [-73.8, -12.5] })
  expect(at.store.getState()).toMatchObject({ place: 'missions', picking: null })
})

test('giving up, going elsewhere and closing leave nothing open', async () => {
  const at = session()
  at.goTo('forces')
  const first = at.pickPlace('a')
  at.answerPick(null)
  expect(await first).toBeNull()
  expect(at.store.getState().place).toBe('forces')
  const second = at.pickPath('b', 'area', [])
  at.goTo('matrix')
  expect(await second).toBeNull()
  expect(at.store.getState()).toMatchObject({ place: 'matrix', picking: null })
  const third = at.pickPlace('c')
  await at.close()
  expect(await third).toBeNull()
  expect(at.store.getState().picking).toBeNull()
})

test('a second request takes the place of the first and comes back to where that began', async () => {
  const at = session()
  at.goTo('missions')
  const first = at.pickPlace('a')
  const second = at.pickPath('b', 'line', [])
  expect(await first).toBeNull()
  at.answerPick([
    [-73, -12],
    [-74, -12],
  ])
  expect(await second).toHaveLength(2)
  expect(at.store.getState().place).toBe('missions')
})
