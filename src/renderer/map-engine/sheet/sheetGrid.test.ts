import { expect, test } from 'vitest'
import { isInside } from './clip.ts'
import { layoutSheet } from './sheetLayout.ts'
import { gridInterval, sheetGrid } from './sheetGrid.ts'
import { SheetProjection } from './SheetProjection.ts'

const { neatline } = layoutSheet({ paper: 'A3', isLandscape: true })
const grid = (center: readonly [number, number], scale: number) => {
  const projection = new SheetProjection({ center: [center[0], center[1]], scale }, neatline)
  return { projection, made: sheetGrid(projection, scale) }
}

test('lines are as far apart as on staff maps', () => {
  expect([25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000].map(gridInterval)).toEqual([
    1_000, 1_000, 1_000, 10_000, 10_000, 10_000,
  ])
})

test('each line stands at its metres on the paper', () => {
  const { projection, made } = grid([-73.8, -12.5], 250_000)
  expect(made.zones).toEqual([18])
  const eastings = made.lines.filter(({ axis }) => axis === 'easting')
  expect(eastings.length).toBeGreaterThan(6)
  for (const line of eastings) {
    for (const [x, y] of line.parts.flat()) {
      const [easting] = projection.toPlane([x, y])
      expect(easting).toBeCloseTo(line.value, 3)
    }
  }
  // 10 km at 1:250 000 are 40 mm.
  const [a, b] = eastings.map(({ parts }) => parts[0]?.[0]?.[0] ?? 0)
  expect((b ?? 0) - (a ?? 0)).toBeCloseTo(40, 6)
})

test('across the edge of zones each has its own lines up to the seam, and nothing leaves the neatline', () => {
  const { projection, made } = grid([-72.05, -12.6], 500_000)
  expect(made.zones).toEqual([18, 19])
  expect(made.seams).toHaveLength(1)
  const wide = {
    x: neatline.x - 1e-6,
    y: neatline.y - 1e-6,
    width: neatline.width + 2e-6,
    height: neatline.height + 2e-6,
  }
  for (const { zone, parts } of made.lines) {
    for (const point of parts.flat()) {
      expect(isInside(point, wide)).toBe(true)
      const [lon] = projection.toPosition(point)
      expect(zone === 18 ? lon < -72 + 0.003 : lon > -72 - 0.003).toBe(true)
    }
  }
  expect(made.squares.map(({ letters }) => letters)).toEqual(expect.arrayContaining(['ZL', 'BF']))
})

test('squares are those of MGRS', () => {
  const { made } = grid([-73.8, -12.5], 250_000)
  expect(made.squares.map(({ letters }) => letters)).toContain('XM')
})
