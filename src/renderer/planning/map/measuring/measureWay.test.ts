import { expect, test } from 'vitest'
import type { Position } from '../../../../domain/records/common.ts'
import { measureWay } from './measureWay.ts'

const FEBRUARY_2023 = Date.UTC(2023, 1, 14)
const SQUARE: Position[] = [
  [-73.8, -12.5],
  [-73.7, -12.5],
  [-73.7, -12.6],
  [-73.8, -12.6],
]

test('an open way has a leg between each two points', () => {
  const way = measureWay(SQUARE, false, FEBRUARY_2023)
  expect(way.legs.map((leg) => Math.round(leg.metres))).toEqual([10_870, 11_063, 10_866])
  expect(way.legs.map((leg) => Math.round(leg.trueBearing))).toEqual([90, 180, 270])
  expect(way.metres).toBeCloseTo(
    way.legs.reduce((sum, leg) => sum + leg.metres, 0),
    6,
  )
  expect(way.squareMetres).toBeNull()
})

test('a closed way comes back to its start and has an area', () => {
  const way = measureWay(SQUARE, true, FEBRUARY_2023)
  expect(way.legs).toHaveLength(4)
  expect((way.squareMetres ?? 0) / 1e6).toBeCloseTo(10.868 * 11.063, 1)
  expect(measureWay(SQUARE.slice(0, 2), true, FEBRUARY_2023).squareMetres).toBeNull()
})

test('magnetic bearings count from where a compass points, west of north there', () => {
  const [leg] = measureWay(SQUARE, false, FEBRUARY_2023).legs
  expect((leg?.magneticBearing ?? 0) - (leg?.trueBearing ?? 0)).toBeCloseTo(5.4, 1)
  expect(measureWay(SQUARE, false, FEBRUARY_2023).model?.name).toBe('WMM-2020')
  const later = measureWay(SQUARE, false, Date.UTC(2040, 0, 1))
  expect([later.legs[0]?.magneticBearing, later.model]).toEqual([null, null])
})

test('fewer than two points are no way', () => {
  expect(measureWay([], false, 0).legs).toEqual([])
  expect(measureWay([[-73, -12]], true, 0).metres).toBe(0)
})
