import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceKm } from './distance.ts'
import { alongGeodesic, destination, legBetween, measureRing, pathMetres } from './ellipsoid.ts'

const position = fc.tuple(
  fc.double({ min: -179, max: 179, noNaN: true }),
  fc.double({ min: -85, max: 85, noNaN: true }),
)

test('Wellington to Salamanca, as C. F. F. Karney publishes it', () => {
  // GeographicLib, geodesic tutorial: 19 959 679.267 m.
  expect(legBetween([174.81, -41.32], [-5.5, 40.96]).metres).toBeCloseTo(19_959_679.267, 3)
})

test('New York to London with both bearings, as GeodSolve gives them', () => {
  // GeographicLib, GeodSolve manual: JFK 40.6 -73.8 to LHR 51.6 -0.5, 5 551 759.400 m from 51.1989° to 107.8218°.
  const leg = legBetween([-73.8, 40.6], [-0.5, 51.6])
  expect(leg.metres).toBeCloseTo(5_551_759.4, 1)
  expect(leg.initialBearing).toBeCloseTo(51.198_883, 5)
  expect(leg.finalBearing).toBeCloseTo(107.821_777, 5)
})

test('the area of Antarctica, as the library’s manual gives it', () => {
  // GeographicLib, Planimeter manual: perimeter 16 831 067.893 m, area 13 662 703 680 020.1 m².
  const antarctica: [number, number][] = [
    [-58, -63.1],
    [-74, -72.9],
    [-102, -71.9],
    [-102, -74.9],
    [-131, -74.3],
    [-163, -77.5],
    [163, -77.4],
    [172, -71.7],
    [140, -65.9],
    [113, -65.7],
    [88, -66.6],
    [59, -66.9],
    [25, -69.8],
    [-4, -70],
    [-14, -71],
    [-33, -77.3],
    [-46, -77.9],
    [-61, -74.7],
  ]
  const { squareMetres, perimeterMetres } = measureRing(antarctica)
  expect(perimeterMetres).toBeCloseTo(16_831_067.893, 3)
  expect(squareMetres / 1e6).toBeCloseTo(13_662_703.680_02, 4)
  expect(measureRing(antarctica.toReversed()).squareMetres).toBeCloseTo(squareMetres, 0)
  expect(measureRing([...antarctica, [-58, -63.1]])).toEqual({ squareMetres, perimeterMetres })
})

test('a minute of latitude in the valley is 1 843.6 m, and due south bears 180°', () => {
  const leg = legBetween([-73.8, -12.5], [-73.8, -12.5 - 1 / 60])
  expect(leg.metres).toBeCloseTo(1843.6, 0)
  expect(leg.initialBearing).toBe(180)
  expect(legBetween([-73.8, -12.5], [-74, -12.5]).initialBearing).toBeCloseTo(270, 1)
})

test('one arrives where the leg leads', () => {
  fc.assert(
    fc.property(position, position, (from, to) => {
      const leg = legBetween(from, to)
      fc.pre(leg.metres < 19_000_000)
      expect(legBetween(destination(from, leg.initialBearing, leg.metres), to).metres).toBeLessThan(0.001)
    }),
  )
})

test('the sphere of the rules differs by half a percent at most', () => {
  fc.assert(
    fc.property(position, position, (from, to) => {
      const metres = legBetween(from, to).metres
      fc.pre(metres > 1000)
      expect(Math.abs(distanceKm(from, to) * 1000 - metres) / metres).toBeLessThan(0.006)
    }),
  )
})

test('a way is as long as its legs, and points along it divide it evenly', () => {
  const ends: [[number, number], [number, number]] = [
    [-74, -12],
    [-73, -13],
  ]
  const points = alongGeodesic(...ends, 4)
  expect(points).toHaveLength(5)
  expect([points[0], points[4]]).toEqual(ends)
  expect(pathMetres(points)).toBeCloseTo(legBetween(...ends).metres, 5)
  expect(pathMetres([[-74, -12]])).toBe(0)
})

test('what is no figure has no area, and equal positions have no way between them', () => {
  expect(measureRing([]).squareMetres).toBe(0)
  expect(
    measureRing([
      [-74, -12],
      [-73, -12],
    ]).squareMetres,
  ).toBe(0)
  expect(legBetween([-74, -12], [-74, -12])).toEqual({ metres: 0, initialBearing: 0, finalBearing: 0 })
})
