import type { Position } from '../../../domain/records/common.ts'
import type { Airfield, BaseMap, Department, Town } from '../base/BaseMap.ts'
import type { BoxIndex } from './BoxIndex.ts'
import { clipLine, clipRing, isInside } from './clip.ts'
import { joined, type Mark, outlineOf, type TextLook } from './Drawing.ts'
import { placeLabel } from './placeLabel.ts'
import type { Point } from './Sheet.ts'
import type { SheetPen } from './SheetPen.ts'
import type { SheetProjection } from './SheetProjection.ts'
import { ellipse } from './svgPicture.ts'

/** What of the base map stands on the sheet, for its legend. */
export interface BaseMapSeen {
  readonly hasRivers: boolean
  readonly hasBoundaries: boolean
  readonly hasTowns: boolean
  readonly airfields: ReadonlySet<'open' | 'heliport' | 'closed'>
}

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

/** Towns, airfields and names, the more important first, each only where there is room. */
export function drawBaseLabels(
  base: BaseMap,
  projection: SheetProjection,
  pen: SheetPen,
  taken: BoxIndex,
): { marks: Mark[]; hasTowns: boolean; airfields: Set<'open' | 'heliport' | 'closed'> } {
  const marks: Mark[] = []
  const kinds = new Set<'open' | 'heliport' | 'closed'>()
  for (const airfield of base.airfields) {
    const at = projection.toSheet(airfield.at)
    if (!isInside(at, projection.neatline)) continue
    const kind = airfieldKind(airfield)
    const drawn = drawAirfield(airfield.id, kind, at, projection, pen, taken)
    marks.push(...drawn)
    if (drawn.length > 0) kinds.add(kind)
  }
  let hasTowns = false
  for (const town of [...base.towns].sort((a, b) => townRank(a) - townRank(b))) {
    const at = projection.toSheet(town.at)
    if (!isInside(at, projection.neatline)) continue
    const drawn = drawTown(town, at, projection, pen, taken)
    marks.push(...drawn)
    hasTowns ||= drawn.length > 0
  }
  marks.push(...drawRiverNames(base, projection, pen, taken), ...drawDepartmentNames(base, projection, pen, taken))
  return { marks, hasTowns, airfields: kinds }
}

const KINDS: Readonly<Record<string, number>> = { PPLC: 0, PPLA: 1, PPLA2: 2, PPLA3: 3 }
const kindRank = ({ kind }: Town): number => KINDS[kind] ?? 4
/** Seats first, then by population; unknown population last of its kind. */
const townRank = (town: Town): number => kindRank(town) * 1e9 - (town.population ?? 0)
const TOWN_SIZES = [3.2, 3, 2.5, 2.2, 2] as const
const TOWN_DOTS = [1.1, 1, 0.8, 0.65, 0.5] as const

function drawTown(town: Town, at: Point, projection: SheetProjection, pen: SheetPen, taken: BoxIndex): Mark[] {
  const rank = kindRank(town)
  const radius = (TOWN_DOTS[rank] ?? 0.5) * pen.unit
  const look = pen.look(TOWN_SIZES[rank] ?? 2, { color: '--map-label', isStrong: rank <= 1, hasHalo: true })
  const dot = { x: at[0] - radius, y: at[1] - radius, width: 2 * radius, height: 2 * radius }
  if (!taken.isFree(dot)) return []
  const label = placeLabel(town.name, dot, look, pen.text, projection.neatline, taken)
  if (label === null) return []
  taken.add(dot)
  return [townDot(at, rank <= 1, radius, pen), label]
}

/** A ring with a dot for a department's seat, else a ring. */
export function townDot(at: Point, isSeat: boolean, radius: number, pen: SheetPen): Mark {
  return {
    kind: 'path',
    outline: isSeat
      ? joined([ellipse(at[0], at[1], radius, radius), ellipse(at[0], at[1], radius * 0.45, radius * 0.45)])
      : ellipse(at[0], at[1], radius, radius),
    fill: { color: isSeat ? pen.token('--map-label') : pen.palette.paper, opacity: 1 },
    pen: pen.pen(0.2, '--map-label'),
  }
}

const airfieldKind = ({ kind }: Airfield): 'open' | 'heliport' | 'closed' =>
  kind === 'heliport' ? 'heliport' : kind === 'closed' ? 'closed' : 'open'

function drawAirfield(
  name: string,
  kind: 'open' | 'heliport' | 'closed',
  at: Point,
  projection: SheetProjection,
  pen: SheetPen,
  taken: BoxIndex,
): Mark[] {
  const radius = 1.25 * pen.unit
  const box = { x: at[0] - radius, y: at[1] - radius, width: 2 * radius, height: 2 * radius }
  if (!taken.isFree(box)) return []
  taken.add(box)
  const label = placeLabel(
    name,
    box,
    pen.look(1.8, { color: '--map-label', hasHalo: true }),
    pen.text,
    projection.neatline,
    taken,
  )
  return [...airfieldSign(kind, at, radius, pen), ...(label === null ? [] : [label])]
}

/** A runway in a circle, an H in a circle, or a circle crossed out. */
export function airfieldSign(
  kind: 'open' | 'heliport' | 'closed',
  [x, y]: Point,
  radius: number,
  pen: SheetPen,
): Mark[] {
  const ring: Mark = {
    kind: 'path',
    outline: ellipse(x, y, radius, radius),
    fill: { color: pen.palette.paper, opacity: 1 },
    pen: pen.pen(0.22, '--map-label'),
  }
  const stroke = (points: readonly Point[], width: number): Mark => pen.rule(points, width, '--map-label')
  const r = radius * 0.55
  switch (kind) {
    case 'open':
      return [
        ring,
        stroke(
          [
            [x - r, y + r],
            [x + r, y - r],
          ],
          0.55,
        ),
      ]
    case 'heliport':
      return [
        ring,
        stroke(
          [
            [x - r * 0.7, y - r],
            [x - r * 0.7, y + r],
          ],
          0.25,
        ),
        stroke(
          [
            [x + r * 0.7, y - r],
            [x + r * 0.7, y + r],
          ],
          0.25,
        ),
        stroke(
          [
            [x - r * 0.7, y],
            [x + r * 0.7, y],
          ],
          0.25,
        ),
      ]
    case 'closed':
      return [
        ring,
        stroke(
          [
            [x - r, y - r],
            [x + r, y + r],
          ],
          0.22,
        ),
        stroke(
          [
            [x - r, y + r],
            [x + r, y - r],
          ],
          0.22,
        ),
      ]
  }
}

/** Millimetres between two names of one river, on an A4. */
const REPEAT = 120

function drawRiverNames(base: BaseMap, projection: SheetProjection, pen: SheetPen, taken: BoxIndex): Mark[] {
  return base.rivers.flatMap(({ name, rank, path }) => {
    if (name === null) return []
    const look: TextLook = {
      ...pen.look(rank <= 1 ? 2.7 : 2.3, { hasHalo: true }),
      color: pen.palette.between('--map-river', '--map-label'),
    }
    return clipLine(
      path.map((p) => projection.toSheet(p)),
      projection.neatline,
    ).flatMap((part) => namesAlong(name, part, look, pen, taken))
  })
}

function namesAlong(name: string, part: readonly Point[], look: TextLook, pen: SheetPen, taken: BoxIndex): Mark[] {
  const length = part.reduce(
    (sum, [x, y], i) => sum + Math.hypot(x - (part[i - 1]?.[0] ?? x), y - (part[i - 1]?.[1] ?? y)),
    0,
  )
  const marks: Mark[] = []
  const count = Math.max(1, Math.floor(length / (REPEAT * pen.unit)))
  for (let i = 0; i < count; i++) {
    const home = ((i + 0.5) * length) / count
    // Away from the middle of its stretch in small steps, until there is a straight and empty piece.
    for (let step = 0; step <= 16; step++) {
      const middle = home + (step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * (length / count / 18)
      const mark = pen.text.along(name, part, middle, look, look.size * 0.35)
      if (mark === null) continue
      const boxes = pen.text.boxesOf(mark)
      if (!taken.areFree(boxes)) continue
      for (const box of boxes) taken.add(box)
      marks.push(mark)
      break
    }
  }
  return marks
}

function drawDepartmentNames(base: BaseMap, projection: SheetProjection, pen: SheetPen, taken: BoxIndex): Mark[] {
  const { neatline } = projection
  return base.departments.flatMap(({ name, polygons }) => {
    const rings = polygons
      .map(([outer]) =>
        clipRing(
          (outer ?? []).map((p) => projection.toSheet(p)),
          neatline,
        ),
      )
      .filter((ring) => ring.length > 2)
    const spaced = [...name.toLocaleUpperCase('es')].join('\u2009')
    const look = { ...pen.look(3.2, { hasHalo: true }), color: pen.palette.between('--map-boundary', '--map-label') }
    const width = pen.text.width(spaced, look.size, false)
    for (const [x, y] of rings.flatMap((ring) => inside(ring))) {
      const box = { x: x - width / 2, y: y - look.size * 0.8, width, height: look.size }
      const corners: Point[] = [
        [box.x, box.y],
        [box.x + width, box.y],
        [box.x, box.y + box.height],
        [box.x + width, box.y + box.height],
      ]
      const fits = corners.every((corner) => isInside(corner, neatline) && rings.some((ring) => isInRing(corner, ring)))
      if (!fits || !taken.isFree(box)) continue
      taken.add(box)
      return [pen.text.line(spaced, [x, y], look, 'center')]
    }
    return []
  })
}

/** Points in a ring, from its middle outwards. */
function inside(ring: readonly Point[]): Point[] {
  const xs = ring.map(([x]) => x)
  const ys = ring.map(([, y]) => y)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const steps = 12
  const points: Point[] = []
  for (let i = 1; i < steps; i++) {
    for (let j = 1; j < steps; j++)
      points.push([left + ((right - left) * i) / steps, top + ((bottom - top) * j) / steps])
  }
  const middle: Point = [(left + right) / 2, (top + bottom) / 2]
  const far = ([x, y]: Point): number => Math.hypot(x - middle[0], y - middle[1])
  return points.filter((point) => isInRing(point, ring)).sort((a, b) => far(a) - far(b))
}

function isInRing([x, y]: Point, ring: readonly Point[]): boolean {
  let isIn = false
  for (const [i, [bx, by]] of ring.entries()) {
    const [ax, ay] = ring.at(i - 1) ?? [bx, by]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn
  }
  return isIn
}
