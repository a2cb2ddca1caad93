import { fromUtm, squareLetters, toUtm } from '../../../../domain/geo/utm.ts'
import type { Position } from '../../../../domain/records/common.ts'
import type { LineItem, Stroke, TextItem } from '../../../map-engine/Scene.ts'
import type { Bounds, GridCell } from './gridCells.ts'
import type { Grid, GridLine, GridStep } from './gridLines.ts'

const STROKES: Readonly<Record<'edge' | 'square' | 'main' | 'fine', Stroke>> = {
  edge: { color: '--map-grid', width: 2.5, dash: [], halo: 0 },
  square: { color: '--map-grid', width: 1.75, dash: [], halo: 0 },
  main: { color: '--map-grid', width: 1.25, dash: [], halo: 0 },
  fine: { color: '--map-grid', width: 0.75, dash: [], halo: 0 },
}

const PLAIN = { record: null, title: '', rank: 9, emphasis: 'normal' } as const

/** Lines of the grid as the map draws them: the coarser the heavier. */
export function gridLineItems({ lines, step }: Grid): readonly LineItem[] {
  return lines.map(({ id, path, level }) => ({
    ...PLAIN,
    kind: 'line',
    id: `grid:${id}`,
    path,
    stroke: STROKES[weightOf(level, step)],
    arrow: 'none',
    label: null,
  }))
}

function weightOf(level: GridLine['level'], step: GridStep): keyof typeof STROKES {
  if (level === 'edge') return 'edge'
  if (level === 100_000) return step === 100_000 ? 'main' : 'square'
  return step !== null && level > step ? 'main' : 'fine'
}

/** Where the figures stand: so far from the edges of the view, pixels. */
const MARGIN = 12

/** Names are left out of cells and squares that have no room for them, pixels. */
const LEAST_ROOM = 56

/**
 * What is written on the grid in the bounds of the view, as on a staff map: figures of the lines at its left and lower
 * edge, and in each square its letters, with zone and band where they have room.
 */
export function gridTextItems(grid: Grid, view: Bounds, metresPerPixel: number): readonly TextItem[] {
  const degrees = MARGIN * (metresPerPixel / 111_320)
  const middle = (view[1] + view[3]) / 2
  const left = view[0] + degrees / Math.max(0.1, Math.cos((middle * Math.PI) / 180))
  const bottom = view[1] + degrees
  const figures =
    grid.step === null || grid.step === 100_000
      ? []
      : grid.lines.flatMap((line) => figureOf(line, grid.step, left, bottom))
  return [...figures, ...grid.cells.flatMap((cell) => namesIn(cell, grid.step, view, metresPerPixel))]
}

/** `30` on a line of kilometres, `304` on one of hundreds of metres: what a reference gives for it. */
function figureOf(line: GridLine, step: GridStep, left: number, bottom: number): TextItem[] {
  if (line.level === 'edge' || step === null) return []
  const at = line.axis === 'easting' ? crossingOf(line.path, 1, bottom) : crossingOf(line.path, 0, left)
  if (at === null) return []
  const within = ((line.value % 100_000) + 100_000) % 100_000
  const text = step === 100 ? String(within / 100).padStart(3, '0') : String(within / 1000).padStart(2, '0')
  return [
    {
      ...PLAIN,
      kind: 'text',
      id: `grid:figure:${line.id}`,
      at,
      text,
      color: '--map-label',
      size: line.level > step ? 13 : 11,
      isStrong: line.level > step,
      angle: 0,
      align: 'center',
    },
  ]
}

/** Where a path first passes a longitude (axis 0) or latitude (axis 1). */
function crossingOf(path: readonly Position[], axis: 0 | 1, value: number): Position | null {
  for (let i = 1; i < path.length; i++) {
    const from = path[i - 1]
    const to = path[i]
    if (from === undefined || to === undefined) continue
    const share = (value - from[axis]) / (to[axis] - from[axis])
    if (share >= 0 && share <= 1) return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
  }
  return null
}

/** Zone and band of a cell, or the letters of each of its squares, in the middle of what is seen of them. */
function namesIn(cell: GridCell, step: GridStep, view: Bounds, metresPerPixel: number): TextItem[] {
  const seen = cut(cell.bounds, view)
  if (seen === null) return []
  const designator = `${cell.zone}${cell.band}`
  if (step === null) {
    const at = middleOf(seen)
    return hasRoom(seen, metresPerPixel, 28) ? [nameAt(`grid:cell:${designator}`, at, designator, 15, 'center')] : []
  }
  const items: TextItem[] = []
  const corner = (lon: number, lat: number) => toUtm([lon - cell.turn, lat], cell.zone, true)
  const corners = [
    corner(seen[0], seen[1]),
    corner(seen[0], seen[3]),
    corner(seen[2], seen[1]),
    corner(seen[2], seen[3]),
    corner((seen[0] + seen[2]) / 2, seen[1]),
    corner((seen[0] + seen[2]) / 2, seen[3]),
  ]
  const [west, east] = range(corners.map((c) => c.easting))
  const [south, north] = range(corners.map((c) => c.northing))
  for (let e = Math.floor(west / 100_000); e * 100_000 < east; e++) {
    for (let n = Math.floor(south / 100_000); n * 100_000 < north; n++) {
      const square = { zone: cell.zone, isNorth: true, easting: e * 100_000 + 50_000, northing: n * 100_000 + 50_000 }
      const letters = squareLetters(square)
      const part = letters === null ? null : cut(squareBounds(cell, e * 100_000, n * 100_000), seen)
      if (letters === null || part === null || !hasRoom(part, metresPerPixel, step === 100_000 ? 28 : 72)) continue
      const id = `grid:square:${designator}${letters}`
      // Between finer lines the middle is for what lies there.
      if (step === 100_000) items.push(nameAt(id, middleOf(part), `${designator} ${letters}`, 13, 'center'))
      else items.push(nameAt(id, upperLeft(part, metresPerPixel), `${designator} ${letters}`, 13, 'start'))
    }
  }
  return items
}

/** About where a square lies, degrees: its sides lean by a degree or two, which a name's place can bear. */
function squareBounds(cell: GridCell, easting: number, northing: number): Bounds {
  const at = (e: number, n: number): Position => {
    const [lon, lat] = fromUtm({ zone: cell.zone, isNorth: true, easting: e, northing: n })
    return [lon + cell.turn, lat]
  }
  const corners = [0, 100_000].flatMap((e) => [0, 100_000].map((n) => at(easting + e, northing + n)))
  const lons = corners.map((c) => c[0]).toSorted((a, b) => a - b)
  const lats = corners.map((c) => c[1]).toSorted((a, b) => a - b)
  const mean = (a: number | undefined, b: number | undefined): number => ((a ?? 0) + (b ?? 0)) / 2
  return [mean(lons[0], lons[1]), mean(lats[0], lats[1]), mean(lons[2], lons[3]), mean(lats[2], lats[3])]
}

function cut(a: Bounds, b: Bounds): Bounds | null {
  const both: Bounds = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
  return both[0] < both[2] && both[1] < both[3] ? both : null
}

const middleOf = ([west, south, east, north]: Bounds): Position => [(west + east) / 2, (south + north) / 2]

function upperLeft([west, south, east, north]: Bounds, metresPerPixel: number): Position {
  const pad = (2 * MARGIN * metresPerPixel) / 111_320
  const wide = pad / Math.max(0.1, Math.cos((((south + north) / 2) * Math.PI) / 180))
  return [Math.min((west + east) / 2, west + wide), Math.max((south + north) / 2, north - pad)]
}

function hasRoom([west, south, east, north]: Bounds, metresPerPixel: number, height: number): boolean {
  const degrees = metresPerPixel / 111_320
  const width = (east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180)
  return width > LEAST_ROOM * degrees && north - south > height * degrees
}

function range(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)]
}

function nameAt(id: string, at: Position, text: string, size: number, align: 'start' | 'center'): TextItem {
  return { ...PLAIN, kind: 'text', id, at, text, color: '--map-label', size, isStrong: true, angle: 0, align }
}
