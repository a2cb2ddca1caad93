import type { Position } from '../records/common.ts'
import { between } from './between.ts'
import { distanceKm } from './distance.ts'

/** A way on the ground, with the km from its beginning to each of its points. */
export interface Path {
  readonly points: readonly Position[]
  readonly km: readonly number[]
}

/** A path over points, of which there is at least one. */
export function pathOf(points: readonly Position[]): Path {
  const km: number[] = []
  let sum = 0
  for (const [i, point] of points.entries()) {
    const before = points[i - 1]
    if (before !== undefined) sum += distanceKm(before, point)
    km.push(sum)
  }
  return { points, km }
}

export function lengthOf(path: Path): number {
  return path.km.at(-1) ?? 0
}

/** The position after a share of the way, 0 to 1, on the straight line between two of its points. */
export function pointAlong(path: Path, share: number): Position {
  const { points, km } = path
  const first = points[0]
  if (first === undefined) throw new Error('a path without points')
  const at = lengthOf(path) * Math.min(1, Math.max(0, share))
  let low = 0
  let high = points.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((km[middle] ?? 0) <= at) low = middle
    else high = middle
  }
  const [from, to] = [points[low] ?? first, points[high] ?? first]
  const [before, after] = [km[low] ?? 0, km[high] ?? 0]
  return after > before ? between(from, to, (at - before) / (after - before)) : to
}
