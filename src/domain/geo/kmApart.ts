import type { Position } from '../records/common.ts'

/** A point, a line or an area, as its corners. */
export interface Figure {
  readonly shape: 'point' | 'line' | 'area'
  readonly points: readonly Position[]
}

type Spot = readonly [x: number, y: number]

/** Km of one degree on the mean sphere. */
const DEGREE_KM = 111.195

/** Corners beyond which a figure is looked at by every second, third … one: two large figures are compared corner by corner. */
const MOST_CORNERS = 300

/**
 * Km between two figures, 0 where they meet; infinite where one has no corners. On a plane through the first: within a
 * hundred km it is off by less than a percent, which is what a separation is stated to.
 */
export function kmApart(a: Figure, b: Figure): number {
  const origin = a.points[0]
  if (origin === undefined || b.points.length === 0) return Number.POSITIVE_INFINITY
  const east = DEGREE_KM * Math.max(0.01, Math.cos((origin[1] * Math.PI) / 180))
  if (a.points.length === 1 && b.points.length === 1) {
    const [lon, lat] = b.points[0] ?? origin
    const turn = lon - origin[0] - Math.round((lon - origin[0]) / 360) * 360
    return Math.hypot(turn * east, (lat - origin[1]) * DEGREE_KM)
  }
  const flat = ({ points }: Figure): Spot[] => {
    const stride = Math.ceil(points.length / MOST_CORNERS)
    return points.flatMap(([lon, lat], i): Spot[] => {
      if (i % stride !== 0 && i !== points.length - 1) return []
      const turn = lon - origin[0] - Math.round((lon - origin[0]) / 360) * 360
      return [[turn * east, (lat - origin[1]) * DEGREE_KM]]
    })
  }
  const [spotsA, spotsB] = [flat(a), flat(b)]
  if (isInside(a, spotsA, spotsB[0]) || isInside(b, spotsB, spotsA[0])) return 0
  let least = Number.POSITIVE_INFINITY
  for (const one of sidesOf(a, spotsA)) {
    for (const other of sidesOf(b, spotsB)) least = Math.min(least, sidesApart(one, other))
    if (least === 0) return 0
  }
  return least
}

type Side = readonly [from: Spot, to: Spot]

function sidesOf({ shape }: Figure, spots: readonly Spot[]): readonly Side[] {
  const [first] = spots
  if (first === undefined) return []
  if (shape === 'point' || spots.length === 1) return spots.map((spot) => [spot, spot])
  const sides = spots.slice(1).map((spot, i): Side => [spots[i] ?? first, spot])
  return shape === 'area' ? [...sides, [spots.at(-1) ?? first, first]] : sides
}

function isInside({ shape }: Figure, spots: readonly Spot[], at: Spot | undefined): boolean {
  if (shape !== 'area' || spots.length < 3 || at === undefined) return false
  let inside = false
  for (const [from, to] of sidesOf({ shape, points: [] }, spots)) {
    if (from[1] > at[1] === to[1] > at[1]) continue
    if (at[0] < from[0] + ((at[1] - from[1]) / (to[1] - from[1])) * (to[0] - from[0])) inside = !inside
  }
  return inside
}

function sidesApart(one: Side, other: Side): number {
  if (doCross(one, other)) return 0
  return Math.min(
    spotToSide(one[0], other),
    spotToSide(one[1], other),
    spotToSide(other[0], one),
    spotToSide(other[1], one),
  )
}

const turnOf = (a: Spot, b: Spot, c: Spot): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

const doCross = ([a, b]: Side, [c, d]: Side): boolean =>
  turnOf(a, b, c) * turnOf(a, b, d) < 0 && turnOf(c, d, a) * turnOf(c, d, b) < 0

function spotToSide(at: Spot, [from, to]: Side): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : ((at[0] - from[0]) * dx + (at[1] - from[1]) * dy) / length
  const near = Math.min(1, Math.max(0, share))
  return Math.hypot(at[0] - from[0] - near * dx, at[1] - from[1] - near * dy)
}
