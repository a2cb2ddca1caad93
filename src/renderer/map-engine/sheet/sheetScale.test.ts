import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Position } from '../../../domain/records/common.ts'
import { isInside } from './clip.ts'
import { PAPERS } from './Sheet.ts'
import { layoutSheet } from './sheetLayout.ts'
import { SheetProjection } from './SheetProjection.ts'
import { scaleAround, scaleWithin } from './sheetScale.ts'

const sheets = fc.record({
  paper: fc.constantFrom(...PAPERS),
  isLandscape: fc.boolean(),
  center: fc.tuple(fc.double({ min: -77, max: -70, noNaN: true }), fc.double({ min: -15, max: -9, noNaN: true })),
  size: fc.double({ min: 0.01, max: 2, noNaN: true }),
})
const cornersAround = ([lon, lat]: Position, size: number): Position[] => [
  [lon - size, lat - size],
  [lon + size, lat - size],
  [lon + size, lat + size],
  [lon - size, lat + size],
]

test('a sheet around what is seen holds all of it, at a round scale', () => {
  fc.assert(
    fc.property(sheets, ({ size, ...sheet }) => {
      const corners = cornersAround(sheet.center, size)
      const scale = scaleAround(sheet, corners)
      const { neatline } = layoutSheet(sheet)
      const projection = new SheetProjection({ ...sheet, scale }, neatline)
      for (const corner of corners) expect(isInside(projection.toSheet(corner), neatline)).toBe(true)
      expect(String(scale)).toMatch(/^\d{1,3}0*$/)
    }),
  )
})

test('a sheet within what is seen is seen whole', () => {
  fc.assert(
    fc.property(sheets, ({ size, ...sheet }) => {
      const corners = cornersAround(sheet.center, size)
      const scale = scaleWithin(sheet, corners)
      const projection = new SheetProjection({ ...sheet, scale }, layoutSheet(sheet).neatline)
      const isLeast = scale === 1000
      const seen = projection.groundRing().every(([lon, lat]) => {
        const [west, south] = corners[0] ?? [0, 0]
        const [east, north] = corners[2] ?? [0, 0]
        // Sides of the neatline bend a little against meridians.
        const slack = 0.03 * size
        return lon > west - slack && lon < east + slack && lat > south - slack && lat < north + slack
      })
      expect(seen || isLeast).toBe(true)
    }),
  )
})

test('round scales are those people say', () => {
  const sheet = { paper: 'A4', isLandscape: true, center: [-73.83, -12.55] as Position } as const
  expect(scaleAround(sheet, cornersAround(sheet.center, 0.5))).toBe(750_000)
  expect(scaleWithin(sheet, cornersAround(sheet.center, 0.5))).toBe(500_000)
})
