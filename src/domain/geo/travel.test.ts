import { expect, test } from 'vitest'
import { bestTravel, travelMinutes } from './travel.ts'

test('20 km at 4 km/h over ground 1.5 times longer take 7.5 hours', () => {
  expect(travelMinutes(20, 4, 1.5)).toBe(450)
})

test('the soonest mode wins by time, not by speed', () => {
  const modes = [
    { mode: 'road', speedKmh: 30 },
    { mode: 'river', speedKmh: 20 },
  ] as const
  const best = bestTravel(60, modes, (mode) => (mode === 'road' ? 3 : 1))
  expect(best).toEqual({ mode: 'river', speedKmh: 20, minutes: 180 })
})

test('no mode, or only impossible speeds, means unknown', () => {
  expect(bestTravel(60, [], () => 1)).toBeNull()
  expect(bestTravel(60, [{ mode: 'foot', speedKmh: 0 }], () => 1)).toBeNull()
  expect(bestTravel(60, [{ mode: 'foot', speedKmh: Number.NaN }], () => 1)).toBeNull()
})
