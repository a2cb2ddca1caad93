import type { Position } from '../../../domain/records/common.ts'

const METRES_PER_DEGREE = 111_320
/** Pixels that no eye misses. */
const TOLERANCE = 0.5
/** Fewer are drawn as they are: most symbols give each of their few points a meaning. */
const FEW = 50

/** Leaves out vertices that lie within half a pixel of the path without them (Douglas and Peucker). */
export function thinPath(path: readonly Position[], metresPerPixel: number): readonly Position[] {
  if (path.length <= FEW) return path
  const shrink = Math.cos(((path[0]?.[1] ?? 0) * Math.PI) / 180)
  const x = (i: number): number => (path[i]?.[0] ?? 0) * shrink
  const y = (i: number): number => path[i]?.[1] ?? 0
  const most = ((TOLERANCE * metresPerPixel) / METRES_PER_DEGREE) ** 2
  const isKept = new Uint8Array(path.length)
  isKept[0] = 1
  isKept[path.length - 1] = 1
  const spans: [number, number][] = [[0, path.length - 1]]
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span
    const dx = x(to) - x(from)
    const dy = y(to) - y(from)
    const length = dx * dx + dy * dy
    let farthest = 0
    let at = -1
    for (let i = from + 1; i < to; i++) {
      const along = length === 0 ? 0 : ((x(i) - x(from)) * dx + (y(i) - y(from)) * dy) / length
      const nearest = Math.max(0, Math.min(1, along))
      const distance = (x(i) - x(from) - nearest * dx) ** 2 + (y(i) - y(from) - nearest * dy) ** 2
      if (distance > farthest) {
        farthest = distance
        at = i
      }
    }
    if (at === -1 || farthest <= most) continue
    isKept[at] = 1
    spans.push([from, at], [at, to])
  }
  return path.filter((_, i) => isKept[i] === 1)
}
