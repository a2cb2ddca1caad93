import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMgrs } from '../../../../domain/geo/mgrs.ts'
import { toUtm } from '../../../../domain/geo/utm.ts'
import type { Position } from '../../../../domain/records/common.ts'
import type { Bounds } from './gridCells.ts'
import { gridCells } from './gridCells.ts'
import { gridLineItems, gridTextItems } from './gridItems.ts'
import { gridLines } from './gridLines.ts'

/** A view of 1280 × 720 pixels. */
function viewAt(lon: number, lat: number, metresPerPixel: number): Bounds {
  const high = (360 * metresPerPixel) / 111_320
  const wide = (640 * metresPerPixel) / (111_320 * Math.cos((lat * Math.PI) / 180))
  return [lon - wide, lat - high, lon + wide, lat + high]
}

test('the finest lines that stand apart are drawn', () => {
  const stepAt = (metresPerPixel: number) => gridLines(viewAt(-73.8, -12.5, metresPerPixel), metresPerPixel).step
  expect(stepAt(2)).toBe(100)
  expect(stepAt(20)).toBe(1000)
  expect(stepAt(200)).toBe(10_000)
  expect(stepAt(2000)).toBe(100_000)
  expect(stepAt(4000)).toBeNull()
})

test('lines of both zones stop at 72° W, each on its own plane', () => {
  const { lines } = gridLines(viewAt(-72, -12.5, 200), 200)
  const sides = { 18: lines.filter((l) => l.zone === 18), 19: lines.filter((l) => l.zone === 19) }
  expect(sides[18].length).toBeGreaterThan(10)
  expect(sides[19].length).toBeGreaterThan(10)
  expect(Math.max(...sides[18].flatMap((l) => l.path.map((p) => p[0])))).toBeCloseTo(-72, 8)
  expect(Math.min(...sides[19].flatMap((l) => l.path.map((p) => p[0])))).toBeCloseTo(-72, 8)
  expect(lines.filter((l) => l.axis === 'zone').map((l) => l.value)).toEqual([-72])
  for (const line of lines) {
    for (const point of line.path) {
      const utm = toUtm(point, line.zone)
      const values = { easting: utm.easting, northing: utm.northing, zone: point[0], band: point[1] }
      expect(values[line.axis]).toBeCloseTo(line.value, 2)
    }
  }
})

test('pieces of a curve leave it by less than half a pixel', () => {
  const { lines } = gridLines(viewAt(-73.8, -12.5, 2000), 2000)
  for (const line of lines.filter((l) => l.level !== 'edge')) {
    for (let i = 1; i < line.path.length; i++) {
      const a: Position = line.path[i - 1] ?? [0, 0]
      const b: Position = line.path[i] ?? [0, 0]
      const utm = toUtm([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], line.zone)
      const off = (line.axis === 'easting' ? utm.easting : utm.northing) - line.value
      expect(Math.abs(off) / 2000).toBeLessThan(0.5)
    }
  }
})

test('there are never more than 400 lines, wherever and however large the view', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -85, max: 85, noNaN: true }),
      fc.double({ min: 0, max: 4, noNaN: true }),
      (lon, lat, power) => {
        const metresPerPixel = 10 ** power
        const [west, south, east, north] = viewAt(lon, lat, metresPerPixel)
        const bounds: Bounds = [
          Math.max(-360, 3 * west - 2 * lon),
          Math.max(-89, 3 * south - 2 * lat),
          Math.min(360, 3 * east - 2 * lon),
          Math.min(89, 3 * north - 2 * lat),
        ]
        const grid = gridLines(bounds, metresPerPixel)
        expect(grid.lines.length).toBeLessThanOrEqual(400)
        const items = [...gridLineItems(grid), ...gridTextItems(grid, bounds, metresPerPixel)]
        expect(new Set(items.map((item) => item.id)).size).toBe(items.length)
      },
    ),
    { numRuns: 60 },
  )
})

test('squares bear the letters that a reference there has, figures stand at the edges of the view', () => {
  const view = viewAt(-72, -12.5, 500)
  const texts = gridTextItems(gridLines(view, 500), view, 500)
  const names = texts.filter((text) => text.id.startsWith('grid:square:'))
  expect(names.length).toBeGreaterThan(20)
  for (const { at, text } of names) expect(formatMgrs(at)?.slice(0, 6)).toBe(text)
  const near = viewAt(-73.8, -12.5, 20)
  const figures = gridTextItems(gridLines(near, 20), near, 20).filter((text) => text.id.includes('figure'))
  expect(figures.map((f) => f.text)).toContain('30')
  expect(figures.every(({ at }) => at[0] - near[0] < 0.003 || at[1] - near[1] < 0.003)).toBe(true)
})

test('the odd cells of the north and the date line are cells too', () => {
  const names = (bounds: Bounds) => gridCells(bounds).map((c) => `${c.zone}${c.band}`)
  expect(names([1, 57, 11, 58])).toEqual(['31V', '32V'])
  expect(names([1, 73, 41, 74])).toEqual(['31X', '33X', '35X', '37X'])
  expect(names([178, 1, 182, 2])).toEqual(['60N', '1N'])
  expect(gridCells([178, 1, 182, 2])[1]?.bounds).toEqual([180, 1, 182, 2])
  expect(names([-74, -13, -72.5, -12])).toEqual(['18L'])
})
