import type { Position } from '../../../domain/records/common.ts'
import type { SceneItem } from '../Scene.ts'
import type { Airfield, BaseMap, Town } from '../base/BaseMap.ts'
import { type AirfieldSign, airfieldSign, townDot } from './baseSigns.ts'
import type { BoxIndex } from './BoxIndex.ts'
import { clipLine, clipRing, isInside, isWithin } from './clip.ts'
import type { Mark, TextLook } from './Drawing.ts'
import { placeLabel } from './placeLabel.ts'
import type { Point } from './Sheet.ts'
import type { SheetPen } from './SheetPen.ts'
import type { SheetProjection } from './SheetProjection.ts'

/** Airfields, towns and names, the more important first, each only where there is room. */
export function drawBaseLabels(
  base: BaseMap,
  projection: SheetProjection,
  pen: SheetPen,
  taken: BoxIndex,
): { marks: Mark[]; towns: number; airfields: Set<AirfieldSign> } {
  const marks: Mark[] = []
  const kinds = new Set<AirfieldSign>()
  for (const airfield of base.airfields) {
    const at = projection.toSheet(airfield.at)
    if (!isInside(at, projection.neatline)) continue
    const kind = airfieldKind(airfield)
    const drawn = drawAirfield(airfield.id, kind, at, projection, pen, taken)
    marks.push(...drawn)
    if (drawn.length > 0) kinds.add(kind)
  }
  const towns = drawTowns(base.towns, projection, pen, taken)
  marks.push(
    ...towns,
    ...drawRiverNames(base, projection, pen, taken),
    ...drawDepartmentNames(base, projection, pen, taken),
  )
  return { marks, towns: towns.length, airfields: kinds }
}

/** Towns with their names. */
export function drawTowns(towns: readonly Town[], projection: SheetProjection, pen: SheetPen, taken: BoxIndex): Mark[] {
  return towns
    .toSorted((a, b) => townRank(a) - townRank(b))
    .flatMap((town) => {
      const at = projection.toSheet(town.at)
      return isInside(at, projection.neatline) ? drawTown(town, at, projection, pen, taken) : []
    })
}

/** Seat of a department or of the country. */
export const isSeat = (town: Town): boolean => kindRank(town) <= 1

/** Degrees within which a place of the plan and a town of the same name are one. */
const SAME = 0.1

/** Towns that the plan does not show as places of its own. */
export function townsBeside(towns: readonly Town[], planned: readonly SceneItem[]): Town[] {
  const known = new Map<string, Position[]>()
  for (const item of planned) {
    if (item.kind !== 'symbol' || item.label === null) continue
    const name = plain(item.label)
    known.set(name, [...(known.get(name) ?? []), item.at])
  }
  return towns.filter(({ name, at }) => {
    const same = known.get(plain(name)) ?? []
    return !same.some(([lon, lat]) => Math.hypot(lon - at[0], lat - at[1]) < SAME)
  })
}

/** Accents and case aside. */
const plain = (name: string): string => name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

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
  if (!isWithin(dot, projection.neatline) || !taken.isFree(dot)) return []
  const label = placeLabel(town.name, dot, look, pen.text, projection.neatline, taken)
  if (label === null) return []
  taken.add(dot)
  return [townDot(at, isSeat(town), radius, pen), label]
}

const airfieldKind = ({ kind }: Airfield): AirfieldSign =>
  kind === 'heliport' ? 'heliport' : kind === 'closed' ? 'closed' : 'open'

function drawAirfield(
  name: string,
  kind: AirfieldSign,
  at: Point,
  projection: SheetProjection,
  pen: SheetPen,
  taken: BoxIndex,
): Mark[] {
  const radius = 1.25 * pen.unit
  const box = { x: at[0] - radius, y: at[1] - radius, width: 2 * radius, height: 2 * radius }
  if (!isWithin(box, projection.neatline) || !taken.isFree(box)) return []
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
    const spaced = Array.from(name.toLocaleUpperCase('es')).join('\u2009')
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
