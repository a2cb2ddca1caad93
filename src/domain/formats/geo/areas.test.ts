import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Position } from '../../records/common.ts'
import { boundsOf, isInGeometry, isInRings, labelPoint, simplerRing } from './areas.ts'

const square = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const none = { points: [], lines: [], areas: [] }

test('a polygon holds what is in it, but not what is in its hole', () => {
  const rings = [square(-74, -13, 2), square(-73.5, -12.5, 0.5)]
  expect(isInRings(rings, [-73.9, -12.9])).toBe(true)
  expect(isInRings(rings, [-73.2, -12.2])).toBe(false)
  expect(isInRings(rings, [-75, -12.2])).toBe(false)
  expect(isInGeometry({ ...none, areas: [rings, [square(0, 0, 1)]] }, [0.5, 0.5])).toBe(true)
})

test('a name stands inside its largest area, hole or not', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 5, maxLength: 40 }), (radii) => {
      const ring = radii.map((radius, i): Position => {
        const angle = (2 * Math.PI * i) / radii.length
        return [-73 + radius * Math.cos(angle), -12 + radius * Math.sin(angle)]
      })
      const closed = [...ring, ring[0] as Position]
      const at = labelPoint({ ...none, areas: [[square(0, 0, 0.001)], [closed]] })
      expect(at !== null && isInRings([closed], at)).toBe(true)
    }),
  )
  const ringed = [square(-74, -13, 2), square(-73.9, -12.9, 1.8)]
  const at = labelPoint({ ...none, areas: [ringed] })
  expect(at !== null && isInRings(ringed, at)).toBe(true)
  expect(labelPoint({ ...none, points: [[1, 2]] })).toEqual([1, 2])
  expect(labelPoint(none)).toBeNull()
})

test('a simpler ring stays closed and near', () => {
  const circle = Array.from({ length: 721 }, (_, i): Position => {
    const angle = (Math.PI * i) / 360
    return [-73 + Math.cos(angle), -12 + Math.sin(angle)]
  })
  const simpler = simplerRing(circle, 0.01)
  expect(simpler.length).toBeLessThan(60)
  expect(simpler[0]).toEqual(simpler.at(-1))
  for (const [lon, lat] of simpler) expect(Math.hypot(lon + 73, lat + 12)).toBeCloseTo(1, 9)
  expect(boundsOf({ ...none, areas: [[simpler]] })[0]).toBeCloseTo(-74, 1)
})
