import { centralMeridian, fromUtm, toUtm } from '../../../../domain/geo/utm.ts'
import type { Position } from '../../../../domain/records/common.ts'
import { type Bounds, gridCells, type GridCell } from './gridCells.ts'

/** Between lines, metres; `null` draws the edges of zones and bands only. */
export type GridStep = 100_000 | 10_000 | 1000 | 100 | null

export interface GridLine {
  readonly id: string
  readonly zone: number
  readonly axis: 'easting' | 'northing' | 'zone' | 'band'
  /** Metres, southern northings from the false 10 000 000; degrees for edges of zones and bands. */
  readonly value: number
  /** The coarsest spacing that the line belongs to, metres; an edge of zones or bands is of the whole grid. */
  readonly level: 100_000 | 10_000 | 1000 | 100 | 'edge'
  readonly path: readonly Position[]
}

export interface Grid {
  readonly step: GridStep
  readonly cells: readonly GridCell[]
  readonly lines: readonly GridLine[]
}

const STEPS = [100, 1000, 10_000, 100_000] as const

/** Lines closer than this are no help to the eye, pixels. */
const LEAST_GAP = 40

/** More than these are never drawn; the next coarser spacing is. */
const MOST_LINES = 400

/** A curve is drawn in straight pieces that leave it by no more than this, pixels. */
const OFF = 0.2
const LEAST_PIECES = 4
const MOST_PIECES = 64

/**
 * The military grid in the bounds (degrees) at a scale: edges of zones and bands, and lines of the finest spacing that
 * leaves room between them. At an edge of zones the lines of each stop. For the screen and for paper, whose pixels are
 * as large as it likes.
 */
export function gridLines(bounds: Bounds, metresPerPixel: number): Grid {
  const cells = gridCells(bounds)
  const edges = [...bandEdges(cells, bounds), ...zoneEdges(cells, bounds)]
  for (const step of STEPS) {
    if (step / metresPerPixel < LEAST_GAP) continue
    const ranges = cells.map((cell) => ({ cell, ...planeRange(cell, step) }))
    const count = ranges.reduce((sum, r) => sum + r.eastings.length + r.northings.length, edges.length)
    if (count > MOST_LINES) continue
    const lines = ranges.flatMap(({ cell, eastings, northings, plane }) => [
      ...eastings.flatMap((value) => tracedLine(cell, 'easting', value, plane, step, metresPerPixel)),
      ...northings.flatMap((value) => tracedLine(cell, 'northing', value, plane, step, metresPerPixel)),
    ])
    return { step, cells, lines: [...edges, ...lines] }
  }
  return { step: null, cells, lines: edges }
}

/** Southern edges of the bands, right across the bounds. */
function bandEdges(cells: readonly GridCell[], [west, south, east]: Bounds): GridLine[] {
  const edges = new Set(cells.map((cell) => cell.bounds[1]).filter((lat) => lat > south))
  return [...edges].map((lat) => {
    const path: Position[] = [
      [west, lat],
      [east, lat],
    ]
    return { id: `band:${lat}`, zone: 0, axis: 'band', value: lat, level: 'edge', path }
  })
}

/** Western edges of the zones, one line as far as they go on through the bands. */
function zoneEdges(cells: readonly GridCell[], [west]: Bounds): GridLine[] {
  const lines: { lon: number; zone: number; south: number; north: number }[] = []
  for (const { zone, bounds } of cells) {
    const [lon, south, , north] = bounds
    if (lon <= west) continue
    const below = lines.find((line) => line.lon === lon && line.north === south)
    if (below === undefined) lines.push({ lon, zone, south, north })
    else below.north = north
  }
  return lines.map(({ lon, zone, south, north }) => {
    const path: Position[] = [
      [lon, south],
      [lon, north],
    ]
    return { id: `zone:${lon}:${south}`, zone, axis: 'zone', value: lon, level: 'edge', path }
  })
}

interface PlaneRange {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** All northings here count from the equator, southern ones below zero, so that a cell has one plane. */
function planeRange(
  { zone, bounds: [west, south, east, north], turn }: GridCell,
  step: number,
): { readonly plane: PlaneRange; readonly eastings: number[]; readonly northings: number[] } {
  const middle = centralMeridian(zone) + turn
  const lons = [west, east, ...(middle > west && middle < east ? [middle] : [])]
  const points = lons.flatMap((lon) => [south, north].map((lat) => toUtm([lon - turn, lat], zone, true)))
  const plane = {
    west: Math.min(...points.map((p) => p.easting)),
    east: Math.max(...points.map((p) => p.easting)),
    south: Math.min(...points.map((p) => p.northing)),
    north: Math.max(...points.map((p) => p.northing)),
  }
  return {
    plane,
    eastings: multiples(plane.west, plane.east, step),
    northings: multiples(plane.south, plane.north, step),
  }
}

function multiples(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step)
  const count = Math.floor(to / step) - first + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => (first + i) * step)
}

function tracedLine(
  cell: GridCell,
  axis: 'easting' | 'northing',
  value: number,
  plane: PlaneRange,
  step: Exclude<GridStep, null>,
  metresPerPixel: number,
): GridLine[] {
  const { zone, band, turn } = cell
  const [from, to] = axis === 'easting' ? [plane.south, plane.north] : [plane.west, plane.east]
  const at = (along: number): Position => {
    const [easting, northing] = axis === 'easting' ? [value, along] : [along, value]
    const [lon, lat] = fromUtm({ zone, isNorth: true, easting, northing })
    return [lon + turn, lat]
  }
  const bow = bowMetres(at(from), at((from + to) / 2), at(to)) / metresPerPixel
  const pieces = Math.min(MOST_PIECES, Math.max(LEAST_PIECES, Math.ceil(Math.sqrt(bow / OFF))))
  const level = STEPS.findLast((each) => each >= step && value % each === 0) ?? step
  return runsInside(at, from, to, pieces, cell.bounds).map((path, i) => ({
    id: `${axis}:${zone}${band}:${value}${i === 0 ? '' : `:${i}`}`,
    zone,
    axis,
    value: axis === 'northing' && value < 0 ? value + 10_000_000 : value,
    level,
    path,
  }))
}

/** How far a curve leaves its chord in the middle, metres; a piece of an nth of it leaves its own by an n²th. */
function bowMetres(from: Position, middle: Position, to: Position): number {
  const east = (from[0] + to[0]) / 2 - middle[0]
  const north = (from[1] + to[1]) / 2 - middle[1]
  return Math.hypot(east, north) * 111_320
}

/** The parts of a curve that lie within the bounds, cut at them. */
function runsInside(
  at: (along: number) => Position,
  from: number,
  to: number,
  pieces: number,
  bounds: Bounds,
): Position[][] {
  const runs: Position[][] = []
  let run: Position[] | null = null
  let start = { along: from, point: at(from) }
  for (let i = 1; i <= pieces; i++) {
    const along = from + ((to - from) * i) / pieces
    const end = { along, point: at(along) }
    const inside = chordInside(start.point, end.point, bounds)
    if (inside === null) run = null
    else {
      const [enter, leave] = inside
      if (run === null || enter.edge !== null) runs.push((run = [pointAt(at, start, end, enter)]))
      run.push(pointAt(at, start, end, leave))
      if (leave.edge !== null) run = null
    }
    start = end
  }
  return runs
}

interface Along {
  readonly along: number
  readonly point: Position
}

/** Where a chord comes into the bounds or leaves them: a share of it, and the edge; no edge where its own end lies within. */
interface Cut {
  readonly share: number
  readonly edge: { readonly axis: 0 | 1; readonly value: number } | null
}

/** By Liang and Barsky; null where no part of the chord lies within. */
function chordInside(from: Position, to: Position, bounds: Bounds): readonly [Cut, Cut] | null {
  let enter: Cut = { share: 0, edge: null }
  let leave: Cut = { share: 1, edge: null }
  for (const axis of [0, 1] as const) {
    const length = to[axis] - from[axis]
    const [low, high] = [bounds[axis], bounds[axis + 2] as number]
    if (length === 0) {
      if (from[axis] < low || from[axis] > high) return null
      continue
    }
    const [near, far] = length > 0 ? [low, high] : [high, low]
    const comes = { share: (near - from[axis]) / length, edge: { axis, value: near } }
    const goes = { share: (far - from[axis]) / length, edge: { axis, value: far } }
    if (comes.share > enter.share) enter = comes
    if (goes.share < leave.share) leave = goes
  }
  return enter.share < leave.share ? [enter, leave] : null
}

/** The point of the curve itself at a cut of its chord, brought onto the edge by one step of Newton's. */
function pointAt(at: (along: number) => Position, start: Along, end: Along, { share, edge }: Cut): Position {
  if (edge === null) return share === 0 ? start.point : end.point
  const length = end.along - start.along
  const near = start.along + length * share
  const off = edge.value - at(near)[edge.axis]
  const slope = (end.point[edge.axis] - start.point[edge.axis]) / length
  return at(near + off / slope)
}
