import { expect, test } from 'vitest'
import { hatch } from './hatch.ts'
import type { Point } from './Sheet.ts'

const square: Point[] = [
  [10, 10],
  [30, 10],
  [30, 30],
  [10, 30],
]
const hole: Point[] = [
  [15, 15],
  [25, 15],
  [25, 25],
  [15, 25],
]

const strokes = ({ xy }: { xy: readonly number[] }): number[][] =>
  Array.from({ length: xy.length / 4 }, (_, i) => xy.slice(i * 4, i * 4 + 4))
const length = (all: number[][]): number =>
  all.reduce((sum, [x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => sum + Math.hypot(x2 - x1, y2 - y1), 0)

test('strokes stand the gap apart and cover the square', () => {
  const made = strokes(hatch([square], 2))
  // Area divided by distance is the length of all strokes together.
  expect(length(made)).toBeGreaterThan(0.9 * (400 / 2))
  expect(length(made)).toBeLessThan(1.1 * (400 / 2))
  for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of made) {
    expect(x1 + y1).toBeCloseTo(x2 + y2, 9)
    for (const v of [x1, y1, x2, y2]) expect(v >= 10 - 1e-9 && v <= 30 + 1e-9).toBe(true)
  }
})

test('holes stay empty', () => {
  for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of strokes(hatch([square, hole], 1))) {
    const x = (x1 + x2) / 2
    const y = (y1 + y2) / 2
    expect(x > 15.01 && x < 24.99 && y > 15.01 && y < 24.99).toBe(false)
  }
})
