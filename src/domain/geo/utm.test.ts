import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Position } from '../records/common.ts'
import { formatMgrs } from './mgrs.ts'
import { bandLatitudes, fromUtm, gridNorth, latitudeBand, squareLetters, toUtm, utmZone } from './utm.ts'

const inGrid = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -79.9, max: 83.9, noNaN: true }),
)

test('puts the middle of a zone on its false origin, scaled by 0.9996', () => {
  expect(toUtm([-75, 0])).toEqual({ zone: 18, isNorth: true, easting: 500_000, northing: 0 })
  expect(toUtm([-75, -0.000_001]).northing).toBeCloseTo(9_999_999.889, 2)
  expect(gridNorth([-75, -12])).toEqual({ convergence: expect.closeTo(0, 12), scale: expect.closeTo(0.9996, 12) })
})

test('agrees with published values to the millimetre', () => {
  // GeographicLib's GeoConvert: 33.3 44.4 -> 38n 444140.54 3684706.36.
  const baghdad = toUtm([44.4, 33.3])
  expect(baghdad.zone).toBe(38)
  expect(baghdad.easting).toBeCloseTo(444_140.54, 2)
  expect(baghdad.northing).toBeCloseTo(3_684_706.36, 2)
  // Eiffel Tower, as C. Veness gives it to the millimetre: 31 N 448251.898 5411943.794 for 48.8583° N 2.2945° E.
  const eiffel = toUtm([2.2945, 48.8583])
  expect(eiffel.easting).toBeCloseTo(448_251.898, 3)
  expect(eiffel.northing).toBeCloseTo(5_411_943.794, 3)
})

test('leads back to the same place, in its own zone and in the next', () => {
  fc.assert(
    fc.property(inGrid, fc.integer({ min: -1, max: 1 }), fc.boolean(), ([lon, lat], shift, isNorth) => {
      const zone = ((utmZone([lon, lat]) - 1 + shift + 60) % 60) + 1
      const [backLon, backLat] = fromUtm(toUtm([lon, lat], zone, isNorth))
      expect(Math.abs(backLat - lat)).toBeLessThan(1e-9)
      expect(Math.abs(((backLon - lon + 540) % 360) - 180) * Math.cos((lat * Math.PI) / 180)).toBeLessThan(1e-9)
    }),
  )
})

test('names the same square as the mgrs package', () => {
  fc.assert(
    fc.property(inGrid, (position: Position) => {
      const utm = toUtm(position)
      // Closer to an edge than a metre the package's shorter series may round to the other side.
      fc.pre([utm.easting, utm.northing].every((v) => v % 100_000 > 1 && v % 100_000 < 99_999))
      const [designator, square, east, north] = formatMgrs(position)?.split(' ') ?? []
      expect(designator).toBe(`${utm.zone}${latitudeBand(position[1])}`)
      expect(square).toBe(squareLetters(utm))
      expect(Math.abs(Number(east) - (utm.easting % 100_000))).toBeLessThan(1.01)
      expect(Math.abs(Number(north) - (utm.northing % 100_000))).toBeLessThan(1.01)
    }),
  )
})

test('a sheet across 72° W stays on the plane of zone 18', () => {
  expect(utmZone([-72.001, -12.5])).toBe(18)
  expect(utmZone([-71.999, -12.5])).toBe(19)
  const west = toUtm([-72.001, -12.5], 18)
  const east = toUtm([-71.999, -12.5], 18)
  expect(east.easting - west.easting).toBeGreaterThan(217)
  expect(east.easting - west.easting).toBeLessThan(218)
})

test('zones of Norway and Svalbard are the wider ones', () => {
  expect(utmZone([4, 60])).toBe(32)
  expect(utmZone([8, 75])).toBe(31)
  expect(utmZone([10, 75])).toBe(33)
  expect(utmZone([180, 0])).toBe(60)
})

test('grid north turns with the meridians: east of the middle of a zone in the south it lies west of true north', () => {
  // Snyder's first term: sin(lat) × longitude from the central meridian.
  const { convergence, scale } = gridNorth([-73.8, -12.5])
  expect(convergence).toBeCloseTo(1.2 * Math.sin((-12.5 * Math.PI) / 180), 3)
  expect(scale).toBeGreaterThan(0.9996)
  expect(scale).toBeLessThan(1)
})

test('bands are eight degrees, the last twelve', () => {
  expect(latitudeBand(-12.5)).toBe('L')
  expect(latitudeBand(83)).toBe('X')
  expect(latitudeBand(85)).toBeNull()
  expect(bandLatitudes('L')).toEqual([-16, -8])
  expect(bandLatitudes('X')).toEqual([72, 84])
  expect(bandLatitudes('I')).toBeNull()
})
