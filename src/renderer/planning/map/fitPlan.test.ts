import { expect, test } from 'vitest'
import type { Position } from '../../../domain/records/common.ts'
import { inner } from './fitPlan.ts'

test('the box of all places, but for the few that lie far off', () => {
  const near = Array.from({ length: 100 }, (_, i): Position => [-74 + i / 100, -12 - i / 100])
  expect(inner(near.slice(0, 10))).toEqual([
    [-74, -12.09],
    [-73.91, -12],
  ])
  const [southWest, northEast] = inner([...near, [10, 50], [-170, -80]])
  expect(southWest?.[0]).toBeCloseTo(-74, 1)
  expect(northEast?.[1]).toBeCloseTo(-12, 1)
})

test('one or two places are themselves', () => {
  expect(inner([])).toEqual([])
  expect(inner([[1, 2]])).toEqual([[1, 2]])
})
