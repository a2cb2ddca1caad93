import type { Box, Point } from './Sheet.ts'

export function isInside([x, y]: Point, box: Box): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
}

export function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

/** The parts of a line that lie in a box, in order; cut exactly on its edges (Liang and Barsky). */
export function clipLine(points: readonly Point[], box: Box): Point[][] {
  const parts: Point[][] = []
  let part: Point[] = []
  for (let i = 1; i < points.length; i++) {
    const from = points[i - 1]
    const to = points[i]
    if (from === undefined || to === undefined) continue
    const inside = clipSegment(from, to, box)
    if (inside === null) {
      if (part.length > 1) parts.push(part)
      part = []
      continue
    }
    const [start, end, isCutAtEnd] = inside
    if (part.length === 0) part.push(start)
    part.push(end)
    if (isCutAtEnd) {
      parts.push(part)
      part = []
    }
  }
  if (part.length > 1) parts.push(part)
  return parts
}

function clipSegment(from: Point, to: Point, box: Box): readonly [Point, Point, boolean] | null {
  const dx = to[0] - from[0]
  const dy = to[1] - from[1]
  let enter = 0
  let leave = 1
  const edges: readonly (readonly [number, number])[] = [
    [-dx, from[0] - box.x],
    [dx, box.x + box.width - from[0]],
    [-dy, from[1] - box.y],
    [dy, box.y + box.height - from[1]],
  ]
  for (const [p, q] of edges) {
    if (p === 0) {
      if (q < 0) return null
      continue
    }
    const t = q / p
    if (p < 0) enter = Math.max(enter, t)
    else leave = Math.min(leave, t)
    if (enter > leave) return null
  }
  const at = (t: number): Point => [from[0] + t * dx, from[1] + t * dy]
  return [enter === 0 ? from : at(enter), leave === 1 ? to : at(leave), leave < 1]
}

/** The part of a ring that lies in a box (Sutherland and Hodgman); edges that run along the box are filled, not stroked. */
export function clipRing(ring: readonly Point[], box: Box): Point[] {
  const right = box.x + box.width
  const bottom = box.y + box.height
  let points = ring
  points = cut(
    points,
    ([x]) => x >= box.x,
    (a, b) => acrossX(a, b, box.x),
  )
  points = cut(
    points,
    ([x]) => x <= right,
    (a, b) => acrossX(a, b, right),
  )
  points = cut(
    points,
    ([, y]) => y >= box.y,
    (a, b) => acrossY(a, b, box.y),
  )
  points = cut(
    points,
    ([, y]) => y <= bottom,
    (a, b) => acrossY(a, b, bottom),
  )
  return points.length < 3 ? [] : [...points]
}

function cut(
  points: readonly Point[],
  isIn: (p: Point) => boolean,
  across: (a: Point, b: Point) => Point,
): readonly Point[] {
  if (points.every(isIn)) return points
  const kept: Point[] = []
  let last = points.at(-1)
  for (const point of points) {
    if (last !== undefined && isIn(last) !== isIn(point)) kept.push(across(last, point))
    if (isIn(point)) kept.push(point)
    last = point
  }
  return kept
}

const acrossX = (a: Point, b: Point, x: number): Point => [x, a[1] + ((b[1] - a[1]) * (x - a[0])) / (b[0] - a[0])]
const acrossY = (a: Point, b: Point, y: number): Point => [a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]), y]
