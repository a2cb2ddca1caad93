import { expect, test } from 'vitest'
import { significanceOf } from './simplifyPath.ts'

const kept = (xy: Float64Array, resolution: number) =>
  [...significanceOf(xy)].map((needed, at) => (needed >= resolution ? at : -1)).filter((at) => at >= 0)

test('keeps the ends and the corners, and drops what a pixel would hide', () => {
  const path = new Float64Array([0, 0, 50, 1, 100, 0, 100, 100])
  expect(kept(path, 5)).toEqual([0, 2, 3])
  expect(kept(path, 0.5)).toEqual([0, 1, 2, 3])
})

test('a closed ring does not fall to its one end', () => {
  expect(kept(new Float64Array([0, 0, 100, 0, 100, 100, 0, 100, 0, 0]), 60).length).toBeGreaterThanOrEqual(4)
})

test('a path simplified for a resolution is nowhere off by more than it', () => {
  const count = 400
  const xy = new Float64Array(count * 2)
  for (let i = 0; i < count; i++) {
    xy[2 * i] = i * 10
    xy[2 * i + 1] = 200 * Math.sin(i / 20) + 30 * Math.sin(i / 3)
  }
  const left = kept(xy, 25)
  expect(left.length).toBeLessThan(count / 4)
  for (let i = 1; i < left.length; i++) {
    const [a, b] = [left[i - 1] as number, left[i] as number]
    for (let j = a + 1; j < b; j++) {
      const [ax, ay, bx, by] = [xy[2 * a], xy[2 * a + 1], xy[2 * b], xy[2 * b + 1]] as [number, number, number, number]
      const length = Math.hypot(bx - ax, by - ay)
      const off =
        Math.abs((bx - ax) * (ay - (xy[2 * j + 1] as number)) - (ax - (xy[2 * j] as number)) * (by - ay)) / length
      expect(off).toBeLessThanOrEqual(25)
    }
  }
})
