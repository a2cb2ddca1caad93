import type { Position } from '../../records/common.ts'
import type { GeoBounds, GeoGeometry } from './GeoLayerData.ts'

type Rings = readonly (readonly Position[])[]

/** Where along the parallel of a latitude the rings are crossed, west to east. */
function crossings(rings: Rings, lat: number): number[] {
  const found: number[] = []
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1] as Position
      const [bx, by] = ring[i] as Position
      if (ay > lat !== by > lat) found.push(ax + ((bx - ax) * (lat - ay)) / (by - ay))
    }
  }
  return found.sort((a, b) => a - b)
}

/** Whether a polygon holds a position; its holes do not. Degrees as on a plane: good within some hundred kilometres. */
export function isInRings(rings: Rings, [lon, lat]: Position): boolean {
  let isInside = false
  for (const crossing of crossings(rings, lat)) if (crossing > lon) isInside = !isInside
  return isInside
}

export function isInGeometry(geometry: GeoGeometry, at: Position): boolean {
  return geometry.areas.some((rings) => isInRings(rings, at))
}

/** Twice the area of a ring, in square degrees. */
function doubleArea(ring: readonly Position[]): number {
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as Position
    const [bx, by] = ring[i] as Position
    sum += ax * by - bx * ay
  }
  return Math.abs(sum)
}

/** Where a feature's name stands: in the widest part of its largest area, else amid its longest line, else its point. */
export function labelPoint(geometry: GeoGeometry): Position | null {
  const largest = largestArea(geometry)
  if (largest !== null) return insideOf(largest)
  let longest: readonly Position[] = []
  for (const line of geometry.lines) if (line.length > longest.length) longest = line
  return longest[Math.floor(longest.length / 2)] ?? geometry.points[0] ?? null
}

function largestArea({ areas }: GeoGeometry): Rings | null {
  let best: Rings | null = null
  let bestSize = -1
  for (const rings of areas) {
    const size = doubleArea(rings[0] ?? [])
    if (size > bestSize) {
      best = rings
      bestSize = size
    }
  }
  return best
}

/** Looks along five parallels for the widest stretch inside. */
function insideOf(rings: Rings): Position | null {
  const outer = rings[0] ?? []
  let south = Infinity
  let north = -Infinity
  for (const [, lat] of outer) {
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  let best: Position | null = null
  let width = -1
  for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    const lat = south + (north - south) * share
    const found = crossings(rings, lat)
    for (let i = 1; i < found.length; i += 2) {
      const [from, to] = [found[i - 1] as number, found[i] as number]
      if ((to - from) * (1 - Math.abs(share - 0.5)) > width) {
        width = (to - from) * (1 - Math.abs(share - 0.5))
        best = [(from + to) / 2, lat]
      }
    }
  }
  return best ?? outer[0] ?? null
}

export function boundsOf(geometry: GeoGeometry): GeoBounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  const take = ([lon, lat]: Position): void => {
    west = Math.min(west, lon)
    east = Math.max(east, lon)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  geometry.points.forEach(take)
  for (const line of geometry.lines) line.forEach(take)
  for (const rings of geometry.areas) for (const ring of rings) ring.forEach(take)
  return [west, south, east, north]
}

/** A ring with fewer vertices, none of them farther than `tolerance` degrees from where it was; still closed. */
export function simplerRing(ring: readonly Position[], tolerance: number): readonly Position[] {
  if (ring.length <= 8) return ring
  const keep = new Uint8Array(ring.length)
  const half = Math.floor(ring.length / 2)
  for (const index of [0, half, ring.length - 1]) keep[index] = 1
  const spans: [number, number][] = [
    [0, half],
    [half, ring.length - 1],
  ]
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span
    let furthest = tolerance * tolerance
    let index = -1
    for (let i = from + 1; i < to; i++) {
      const away = squareDistance(ring[i] as Position, ring[from] as Position, ring[to] as Position)
      if (away > furthest) {
        furthest = away
        index = i
      }
    }
    if (index < 0) continue
    keep[index] = 1
    spans.push([from, index], [index, to])
  }
  const kept = ring.filter((_, i) => keep[i] === 1)
  return kept.length < 4 ? ring : kept
}

/** From a position to the segment between two others, square degrees. */
function squareDistance([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const dx = bx - ax
  const dy = by - ay
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return (x - ax - share * dx) ** 2 + (y - ay - share * dy) ** 2
}
