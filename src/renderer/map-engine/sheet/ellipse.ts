import type { Outline } from './Drawing.ts'

/** Handles of a cubic that follows a quarter of a circle. */
const QUARTER = 0.5522847498

export function ellipse(cx: number, cy: number, rx: number, ry: number): Outline {
  const at = (x: number, y: number): readonly [number, number] => [cx + x * rx, cy + y * ry]
  const points = [at(1, 0)]
  for (const [x, y] of [
    [0, 1],
    [-1, 0],
    [0, -1],
    [1, 0],
  ] as const) {
    // From the quarter before to this one: (y, -x) turned into (x, y).
    points.push(at(y + x * QUARTER, -x + y * QUARTER), at(x + y * QUARTER, y - x * QUARTER), at(x, y))
  }
  return { ops: 'MCCCCZ', xy: points.flat() }
}
