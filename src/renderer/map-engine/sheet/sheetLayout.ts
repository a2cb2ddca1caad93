import { type Box, type Paper, paperSize, type Sheet } from './Sheet.ts'

/** Where the parts of a sheet stand, millimetres. */
export interface SheetLayout {
  readonly width: number
  readonly height: number
  /** Sizes of type, lines and symbols against those of an A4: larger paper is read from further away. */
  readonly unit: number
  /** Inside it lies the map. */
  readonly neatline: Box
  /** Around the values of the grid. */
  readonly frame: Box
  readonly title: Box
  /** Legend, scale, norths and notices: below the map, or at its right where the paper lies across. */
  readonly panel: Box
  /** Middle lines of the marking at head and foot. */
  readonly markings: readonly [number, number]
  /** No ink beyond it: most printers leave as much. */
  readonly margin: number
}

const UNITS: Readonly<Record<Paper, number>> = { A4: 1, A3: 1.12, A2: 1.3, A1: 1.5, A0: 1.7 }

// Millimetres on an A4.
const MARKING = 6
const TITLE = 10
/** Above and below, and at the sides, where northings are written across. */
const VALUES = 5.5
const SIDE_VALUES = 8.5
const GAP = 3
const PANEL_WIDTH = 62
const PANEL_HEIGHT = 54

export function layoutSheet(sheet: Pick<Sheet, 'paper' | 'isLandscape'>): SheetLayout {
  const [width, height] = paperSize(sheet)
  const unit = UNITS[sheet.paper]
  const margin = 8 * Math.max(1, unit * 0.85)
  const inner = { x: margin, width: width - 2 * margin }
  const top = margin + MARKING * unit
  const bottom = height - margin - MARKING * unit
  const title: Box = { ...inner, y: top, height: TITLE * unit }
  const frameTop = top + TITLE * unit
  const frame: Box = sheet.isLandscape
    ? {
        x: margin,
        y: frameTop,
        width: inner.width - (PANEL_WIDTH + GAP) * unit,
        height: bottom - GAP * unit * 0.5 - frameTop,
      }
    : { ...inner, y: frameTop, height: bottom - (PANEL_HEIGHT + GAP) * unit - frameTop }
  const panel: Box = sheet.isLandscape
    ? { x: frame.x + frame.width + GAP * unit, y: frame.y, width: PANEL_WIDTH * unit, height: frame.height }
    : { ...inner, y: frame.y + frame.height + GAP * unit, height: PANEL_HEIGHT * unit - GAP * unit * 0.5 }
  const values = VALUES * unit
  const side = SIDE_VALUES * unit
  return {
    width,
    height,
    unit,
    margin,
    title,
    frame,
    panel,
    neatline: {
      x: frame.x + side,
      y: frame.y + values,
      width: frame.width - 2 * side,
      height: frame.height - 2 * values,
    },
    markings: [margin + (MARKING * unit) / 2, height - margin - (MARKING * unit) / 2],
  }
}
