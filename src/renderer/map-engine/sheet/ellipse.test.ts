import { expect, test } from 'vitest'
import { ellipse } from './ellipse.ts'

test('goes round through its four ends, and its handles lie outside them', () => {
  const { ops, xy } = ellipse(10, 20, 4, 2)
  expect(ops).toBe('MCCCCZ')
  const points = Array.from({ length: xy.length / 2 }, (_, i) => [xy[2 * i] ?? 0, xy[2 * i + 1] ?? 0] as const)
  expect(points.filter((_, i) => i % 3 === 0)).toEqual([
    [14, 20],
    [10, 22],
    [6, 20],
    [10, 18],
    [14, 20],
  ])
  for (const [x, y] of points) {
    const far = Math.hypot((x - 10) / 4, (y - 20) / 2)
    expect(far).toBeGreaterThan(0.999)
    expect(far).toBeLessThan(1.15)
  }
})
