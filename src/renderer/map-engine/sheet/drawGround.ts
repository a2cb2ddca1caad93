import type { Position } from '../../../domain/records/common.ts'
import type { BaseMap, Department } from '../base/BaseMap.ts'
import { clipLine, clipRing } from './clip.ts'
import { joined, type Mark, outlineOf } from './Drawing.ts'
import type { Point } from './Sheet.ts'
import type { SheetPen } from './SheetPen.ts'
import type { SheetProjection } from './SheetProjection.ts'

/** Millimetres on an A4 by rank, the greatest first. */
const RIVER_WIDTHS = [0.5, 0.36, 0.24, 0.18] as const
export const riverWidth = (rank: number): number =>
  RIVER_WIDTHS[Math.min(RIVER_WIDTHS.length, Math.max(1, rank)) - 1] ?? 0.18

/** Land, boundaries and rivers. */
export function drawGround(
  base: BaseMap,
  projection: SheetProjection,
  pen: SheetPen,
): { marks: Mark[]; hasRivers: boolean; hasBoundaries: boolean } {
  const { neatline } = projection
  const toSheet = (path: readonly Position[]): Point[] => path.map((position) => projection.toSheet(position))
  const land = base.departments.flatMap(({ polygons }) =>
    polygons.map((rings) => joined(rings.map((ring) => outlineOf(clipRing(toSheet(ring), neatline), true)))),
  )
  const borders = uniqueEdges(base.departments).flatMap((path) => clipLine(toSheet(path), neatline))
  const rivers = base.rivers
    .map(({ path, rank }) => ({ rank, parts: clipLine(toSheet(path), neatline) }))
    .filter(({ parts }) => parts.length > 0)
  const marks: Mark[] = land
    .filter(({ ops }) => ops !== '')
    .map((outline) => pen.filled(outline, pen.token('--map-land')))
  if (borders.length > 0) {
    marks.push(
      pen.stroked(
        joined(borders.map((part) => outlineOf(part))),
        pen.pen(0.25, '--map-boundary', [2.4, 0.8, 0.5, 0.8]),
      ),
    )
  }
  for (const { rank, parts } of rivers.sort((a, b) => b.rank - a.rank)) {
    marks.push(pen.stroked(joined(parts.map((part) => outlineOf(part))), pen.pen(riverWidth(rank), '--map-river')))
  }
  return { marks, hasRivers: rivers.length > 0, hasBoundaries: borders.length > 0 }
}

/** Lines between departments once each, so that two rows of dashes do not fill each other's gaps. */
function uniqueEdges(departments: readonly Department[]): Position[][] {
  const seen = new Set<string>()
  const paths: Position[][] = []
  for (const ring of departments.flatMap(({ polygons }) => polygons.flat())) {
    let path: Position[] = []
    for (const [i, to] of ring.entries()) {
      const from = ring.at(i - 1)
      if (from === undefined || (from[0] === to[0] && from[1] === to[1])) continue
      const ends = [from.join(' '), to.join(' ')]
      const key = ends.sort().join('|')
      if (seen.has(key)) {
        if (path.length > 1) paths.push(path)
        path = []
        continue
      }
      seen.add(key)
      if (path.length === 0) path.push(from)
      path.push(to)
    }
    if (path.length > 1) paths.push(path)
  }
  return paths
}
