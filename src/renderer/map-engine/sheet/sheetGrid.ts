import { centralMeridian, fromUtm, squareLetters, toUtm } from '../../../domain/geo/utm.ts'
import { clipLine } from './clip.ts'
import type { Point } from './Sheet.ts'
import type { SheetProjection } from './SheetProjection.ts'

export interface GridLine {
  readonly zone: number
  readonly axis: 'easting' | 'northing'
  /** Metres. */
  readonly value: number
  /** Every tenth line, and the edges of 100 km squares. */
  readonly isMajor: boolean
  readonly parts: readonly (readonly Point[])[]
}

/** Where a line leaves the neatline, for its value in the margin. */
export interface GridValue {
  readonly axis: 'easting' | 'northing'
  readonly value: number
  readonly at: Point
  readonly side: 'top' | 'bottom' | 'left' | 'right'
  /** Whether it is of the sheet's own zone. */
  readonly isOwn: boolean
}

export interface SheetGrid {
  /** Metres between lines. */
  readonly interval: number
  readonly lines: readonly GridLine[]
  readonly values: readonly GridValue[]
  /** Meridians on which one zone gives way to the next. */
  readonly seams: readonly (readonly Point[])[]
  /** Squares of 100 km with their letters in the middle of what is seen of them. */
  readonly squares: readonly { readonly letters: string; readonly at: Point }[]
  /** Zones on the sheet, western first. */
  readonly zones: readonly number[]
}

/** Lines no nearer than this, millimetres. */
const LEAST_GAP = 9
const INTERVALS = [100, 1_000, 10_000, 100_000] as const
const SQUARE = 100_000
/** Parts of the sheet's side by which lines of another zone, which are bent here, are followed. */
const STEPS = 48
/** Millimetres that must be seen of a square for its letters. */
const LEAST_SQUARE = 14

/** Metres between lines of a grid at a scale: powers of ten, as on staff maps. */
export function gridInterval(scale: number): number {
  return INTERVALS.find((metres) => (metres * 1000) / scale >= LEAST_GAP) ?? SQUARE
}

/** The UTM grid of a sheet. Each zone has its own lines, up to the meridian where the next begins. */
export function sheetGrid(projection: SheetProjection, scale: number): SheetGrid {
  const interval = gridInterval(scale)
  const ground = projection.groundRing()
  const longitudes = ground.map(([lon]) => lon)
  const first = zoneAt(Math.min(...longitudes))
  const last = zoneAt(Math.max(...longitudes))
  // A sheet around the date line keeps the grid of its middle only.
  const zones = last - first > 3 ? [projection.zone] : range(first, last)
  const lines = zones.flatMap((zone) => linesOfZone(projection, zone, interval, zones.length === 1, ground))
  return {
    interval,
    lines,
    values: lines.flatMap((line) => valuesOf(line, projection)),
    seams: zones.slice(1).flatMap((zone) => seam(projection, centralMeridian(zone) - 3, ground)),
    squares: zones.flatMap((zone) => squaresOfZone(projection, zone, zones.length === 1, ground)),
    zones,
  }
}

const zoneAt = (lon: number): number => Math.min(60, Math.floor((lon + 180) / 6) + 1)
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)

type Ground = readonly (readonly [number, number])[]

function planeBounds(
  projection: SheetProjection,
  zone: number,
  ground: Ground,
): readonly [number, number, number, number] {
  const points = ground.map((position) => toUtm([position[0], position[1]], zone, projection.isNorth))
  const eastings = points.map(({ easting }) => easting)
  const northings = points.map(({ northing }) => northing)
  return [Math.min(...eastings), Math.min(...northings), Math.max(...eastings), Math.max(...northings)]
}

function linesOfZone(
  projection: SheetProjection,
  zone: number,
  interval: number,
  isAlone: boolean,
  ground: Ground,
): GridLine[] {
  const [west, south, east, north] = planeBounds(projection, zone, ground)
  const make = (axis: GridLine['axis'], value: number): GridLine => {
    const [from, to] = axis === 'easting' ? [south, north] : [west, east]
    const isStraight = isAlone && zone === projection.zone
    const steps = isStraight ? 1 : STEPS
    const raw = Array.from({ length: steps + 1 }, (_, i) => {
      const along = from + ((to - from) * i) / steps
      return axis === 'easting' ? ([value, along] as const) : ([along, value] as const)
    })
    const parts = (
      isStraight ? [raw.map(([e, n]) => projection.fromPlane(e, n))] : insideZone(projection, zone, raw)
    ).flatMap((part) => clipLine(part, projection.neatline))
    return { zone, axis, value, isMajor: value % (interval * 10) === 0 || value % SQUARE === 0, parts }
  }
  const values = (from: number, to: number): number[] =>
    range(Math.ceil(from / interval), Math.floor(to / interval)).map((i) => i * interval)
  return [
    ...values(west, east).map((value) => make('easting', value)),
    ...values(south, north).map((value) => make('northing', value)),
  ].filter(({ parts }) => parts.length > 0)
}

/** Points of a zone's plane on the sheet, cut at the meridians that bound the zone. */
function insideZone(
  projection: SheetProjection,
  zone: number,
  plane: readonly (readonly [number, number])[],
): Point[][] {
  const west = centralMeridian(zone) - 3
  const east = west + 6
  const parts: Point[][] = []
  let part: Point[] = []
  let before: { lon: number; point: Point } | null = null
  for (const [easting, northing] of plane) {
    const position = fromUtm({ zone, isNorth: projection.isNorth, easting, northing })
    const now = { lon: position[0], point: projection.toSheet(position) }
    const isIn = now.lon >= west && now.lon <= east
    const wasIn = before !== null && before.lon >= west && before.lon <= east
    if (before !== null && isIn !== wasIn) {
      const edge = Math.max(now.lon, before.lon) > east ? east : west
      const share = (edge - before.lon) / (now.lon - before.lon)
      const [bx, by] = before.point
      part.push([bx + share * (now.point[0] - bx), by + share * (now.point[1] - by)])
      if (wasIn) {
        parts.push(part)
        part = []
      }
    }
    if (isIn) part.push(now.point)
    before = now
  }
  return part.length > 1 ? [...parts, part] : parts
}

function seam(projection: SheetProjection, lon: number, ground: Ground): Point[][] {
  const latitudes = ground.map(([, lat]) => lat)
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)]
  const line = range(0, STEPS).map((i) => projection.toSheet([lon, south + ((north - south) * i) / STEPS]))
  return clipLine(line, projection.neatline)
}

function valuesOf({ axis, value, zone, parts }: GridLine, projection: SheetProjection): GridValue[] {
  const { x, y, width, height } = projection.neatline
  const isOwn = zone === projection.zone
  return parts.flatMap((part) =>
    [part[0], part.at(-1)].flatMap((at): GridValue[] => {
      if (at === undefined) return []
      const isOn = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6
      const side =
        axis === 'easting'
          ? isOn(at[1], y)
            ? 'top'
            : isOn(at[1], y + height)
              ? 'bottom'
              : null
          : isOn(at[0], x)
            ? 'left'
            : isOn(at[0], x + width)
              ? 'right'
              : null
      return side === null ? [] : [{ axis, value, at, side, isOwn }]
    }),
  )
}

function squaresOfZone(
  projection: SheetProjection,
  zone: number,
  isAlone: boolean,
  ground: Ground,
): { letters: string; at: Point }[] {
  const [west, south, east, north] = planeBounds(projection, zone, ground)
  const { neatline } = projection
  const found: { letters: string; at: Point }[] = []
  for (const column of range(Math.floor(west / SQUARE), Math.floor(east / SQUARE))) {
    for (const row of range(Math.floor(south / SQUARE), Math.floor(north / SQUARE))) {
      const letters = squareLetters({
        zone,
        isNorth: projection.isNorth,
        easting: (column + 0.5) * SQUARE,
        northing: (row + 0.5) * SQUARE,
      })
      if (letters === null) continue
      // What is seen of a square: its points on the sheet and in the zone, by a raster of twelfths.
      const seen = range(0, 12).flatMap((i) =>
        range(0, 12).flatMap((j) => {
          const position = fromUtm({
            zone,
            isNorth: projection.isNorth,
            easting: (column + i / 12) * SQUARE,
            northing: (row + j / 12) * SQUARE,
          })
          if (!isAlone && zoneAt(position[0]) !== zone) return []
          const [px, py] = projection.toSheet(position)
          // A corner of the sheet inside a huge square counts with what is near it.
          return [
            [
              Math.max(neatline.x, Math.min(neatline.x + neatline.width, px)),
              Math.max(neatline.y, Math.min(neatline.y + neatline.height, py)),
            ] as const,
          ]
        }),
      )
      const xs = seen.map(([px]) => px)
      const ys = seen.map(([, py]) => py)
      const [left, right] = [Math.min(...xs), Math.max(...xs)]
      const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
      if (right - left < LEAST_SQUARE || bottom - top < LEAST_SQUARE) continue
      found.push({ letters, at: [(left + right) / 2, (top + bottom) / 2] })
    }
  }
  return found
}
