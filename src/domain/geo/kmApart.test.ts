import { expect, test } from 'vitest'
import { square } from '../testing/planBuilder.testing.ts'
import { distanceKm } from './distance.ts'
import { type Figure, kmApart } from './kmApart.ts'

const point = (lon: number, lat: number): Figure => ({ shape: 'point', points: [[lon, lat]] })
const line = (...points: Figure['points']): Figure => ({ shape: 'line', points })
const area = (west: number, south: number, size: number): Figure => ({
  shape: 'area',
  points: square(west, south, size),
})

test('two points are as far as on the sphere, over the date line too', () => {
  const far = distanceKm([-74, -12], [-73.9, -12.05])
  expect(Math.abs(kmApart(point(-74, -12), point(-73.9, -12.05)) / far - 1)).toBeLessThan(0.002)
  const across = distanceKm([179.95, -12], [-179.95, -12])
  expect(kmApart(point(179.95, -12), point(-179.95, -12))).toBeCloseTo(across, 1)
})

test('a line counts along its way, not by its corners only', () => {
  const way = line([-74, -12], [-73, -12])
  expect(kmApart(way, point(-73.5, -12.1))).toBeCloseTo(11.12, 1)
  expect(kmApart(point(-73.5, -12.1), way)).toBeCloseTo(11.12, 1)
  expect(kmApart(way, line([-73.5, -12.5], [-73.5, -11.5]))).toBe(0)
})

test('what lies in an area is no distance from it', () => {
  expect(kmApart(area(-74, -12, 1), point(-73.5, -11.5))).toBe(0)
  expect(kmApart(point(-73.5, -11.5), area(-74, -12, 1))).toBe(0)
  expect(kmApart(area(-74, -12, 1), area(-73.6, -11.6, 0.1))).toBe(0)
  expect(kmApart(area(-74, -12, 1), point(-73.5, -12.1))).toBeCloseTo(11.12, 1)
})

test('nothing is infinitely far; ten thousand corners are no hang', () => {
  expect(kmApart(line(), point(0, 0))).toBe(Number.POSITIVE_INFINITY)
  expect(kmApart(point(0, 0), line())).toBe(Number.POSITIVE_INFINITY)
  const long = line(
    ...Array.from({ length: 10_000 }, (_, i) => [i / 10_000, 0] as const).map(([x, y]): [number, number] => [x, y]),
  )
  expect(kmApart(long, { ...long, points: long.points.map(([x]): [number, number] => [x, 1]) })).toBeCloseTo(111.195, 1)
})
