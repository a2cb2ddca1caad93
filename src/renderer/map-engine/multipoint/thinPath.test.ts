import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Position } from '../../../domain/records/common.ts'
import { thinPath } from './thinPath.ts'

test('keeps few points as they are, for each of them means something', () => {
  const path: Position[] = Array.from({ length: 50 }, (_, i) => [-74 + i * 1e-9, -12])
  expect(thinPath(path, 1000)).toBe(path)
})

test('leaves a straight line its ends, and a corner its corner', () => {
  const straight: Position[] = Array.from({ length: 200 }, (_, i) => [-74 + i * 0.001, -12])
  expect(thinPath(straight, 100)).toEqual([straight[0], straight[199]])
  const bent: Position[] = [...straight, [-73.8, -11.9]]
  expect(thinPath(bent, 100)).toEqual([straight[0], straight[199], bent[200]])
})

test('no left-out vertex lies farther than half a pixel from what is left', () => {
  const wander = fc.array(
    fc.tuple(fc.double({ min: -1e-3, max: 1e-3, noNaN: true }), fc.double({ min: -1e-3, max: 1e-3, noNaN: true })),
    {
      minLength: 60,
      maxLength: 200,
    },
  )
  fc.assert(
    fc.property(wander, fc.constantFrom(5, 50, 500), (steps, metresPerPixel) => {
      let at: Position = [-74, -12]
      const path = steps.map(([x, y]): Position => (at = [at[0] + x, at[1] + y]))
      const thin = thinPath(path, metresPerPixel)
      expect(thin[0]).toBe(path[0])
      expect(thin.at(-1)).toBe(path.at(-1))
      for (const vertex of path) expect(distanceTo(thin, vertex)).toBeLessThanOrEqual(0.52 * metresPerPixel)
    }),
  )
})

function distanceTo(path: readonly Position[], [x, y]: Position): number {
  const shrink = Math.cos((12 * Math.PI) / 180)
  let least = Infinity
  for (let i = 1; i < path.length; i++) {
    const [ax, ay] = path[i - 1] as Position
    const [bx, by] = path[i] as Position
    const dx = (bx - ax) * shrink
    const dy = by - ay
    const length = dx * dx + dy * dy
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * shrink * dx + (y - ay) * dy) / length))
    least = Math.min(least, Math.hypot((x - ax) * shrink - along * dx, y - ay - along * dy))
  }
  return least * 111_320
}
