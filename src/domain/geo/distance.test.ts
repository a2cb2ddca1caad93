import { expect, test } from 'vitest'
import { distanceKm } from './distance.ts'

test('a quarter of the equator is a quarter of the circle', () => {
  expect(distanceKm([0, 0], [90, 0])).toBeCloseTo((Math.PI / 2) * 6_371.0088, 6)
})

test('one degree of latitude is 111.2 km anywhere', () => {
  expect(distanceKm([-73.8, -12], [-73.8, -13])).toBeCloseTo(111.195, 2)
})

test('the way across the date line is the short one', () => {
  expect(distanceKm([179.5, 0], [-179.5, 0])).toBeCloseTo(111.195, 2)
})

test('antipodes and equal points give no NaN', () => {
  expect(distanceKm([10, 20], [-170, -20])).toBeCloseTo(Math.PI * 6_371.0088, 3)
  expect(distanceKm([10, 20], [10, 20])).toBe(0)
})
