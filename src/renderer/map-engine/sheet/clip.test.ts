import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clipLine, clipRing, isInside } from './clip.ts'
import type { Point } from './Sheet.ts'

const box = { x: 10, y: 20, width: 100, height: 50 }
const wide = { x: 10 - 1e-9, y: 20 - 1e-9, width: 100 + 2e-9, height: 50 + 2e-9 }
const point = fc.tuple(fc.double({ min: -200, max: 300, noNaN: true }), fc.double({ min: -200, max: 300, noNaN: true }))

const area = (ring: readonly Point[]): number =>
  Math.abs(
    ring.reduce((sum, [x, y], i) => {
      const [nx, ny] = ring[(i + 1) % ring.length] ?? [0, 0]
      return sum + x * ny - nx * y
    }, 0),
  ) / 2

test('a line through the box is cut on its edges, and one that leaves and returns is two', () => {
  const [through] = clipLine(
    [
      [0, 30],
      [200, 30],
    ],
    box,
  )
  expect(through?.[0]?.[0]).toBeCloseTo(10, 9)
  expect(through?.[1]?.[0]).toBeCloseTo(110, 9)
  const parts = clipLine(
    [
      [20, 30],
      [20, 0],
      [40, 0],
      [40, 30],
    ],
    box,
  )
  expect(parts.map((part) => part.map(([x, y]) => [Math.round(x), Math.round(y)]))).toEqual([
    [
      [20, 30],
      [20, 20],
    ],
    [
      [40, 20],
      [40, 30],
    ],
  ])
  expect(
    clipLine(
      [
        [0, 0],
        [200, 10],
      ],
      box,
    ),
  ).toEqual([])
})

test('what is inside stays as it is', () => {
  const line: Point[] = [
    [20, 30],
    [50, 60],
    [100, 21],
  ]
  expect(clipLine(line, box)).toEqual([line])
  expect(clipRing(line, box)).toEqual(line)
})

test('a ring around the box becomes the box', () => {
  const around = clipRing(
    [
      [0, 0],
      [300, 0],
      [300, 300],
      [0, 300],
    ],
    box,
  )
  expect(area(around)).toBeCloseTo(5000, 6)
})

test('nothing is ever left outside, and no ring grows', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 12 }), (points) => {
      for (const part of clipLine(points, box)) for (const p of part) expect(isInside(p, wide)).toBe(true)
      const ring = clipRing(points, box)
      for (const p of ring) expect(isInside(p, wide)).toBe(true)
      expect(area(ring)).toBeLessThanOrEqual(5000 + 1e-6)
    }),
  )
})
