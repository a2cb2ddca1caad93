import type { Mark, TextMark } from './Drawing.ts'
import type { Box } from './Sheet.ts'
import type { GridValue, SheetGrid } from './sheetGrid.ts'
import type { SheetPen } from './SheetPen.ts'
import type { SheetProjection } from './SheetProjection.ts'

/** Values nearer than this to the one before are left out, millimetres on an A4. */
const LEAST_GAP = 7.5
/** Height of the letters of a square, parts of its side. */
const LETTERS = 0.18

/** Grid lines and letters inside the neatline. */
export function drawGrid(grid: SheetGrid, scale: number, pen: SheetPen): Mark[] {
  const marks: Mark[] = grid.lines.flatMap(({ parts, isMajor }) =>
    parts.map((part) => pen.rule(part, isMajor ? 0.22 : 0.11, '--map-grid')),
  )
  for (const seam of grid.seams) marks.push(pen.rule(seam, 0.45, '--map-grid'))
  if (grid.squares.length > 1) {
    const size = Math.min(6, (LETTERS * 100_000_000) / scale / pen.unit)
    for (const { letters, at } of grid.squares) {
      const look = { ...pen.look(size), color: pen.palette.between('--map-grid', '--map-land') }
      marks.push(pen.text.line(letters, [at[0], at[1] + look.size * 0.36], look, 'center'))
    }
  }
  return marks
}

/** Values of the grid between neatline and frame, as staff maps write them: `⁵30`, the first of each side in full. */
export function drawGridValues(grid: SheetGrid, projection: SheetProjection, pen: SheetPen): Mark[] {
  const marks: Mark[] = []
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    const isAcross = side === 'top' || side === 'bottom'
    const along = (value: GridValue): number => value.at[isAcross ? 0 : 1]
    // Full at the west for eastings, at the south for northings: near the lower left corner.
    const values = grid.values
      .filter((value) => value.side === side)
      .sort((a, b) => (isAcross ? along(a) - along(b) : along(b) - along(a)))
    let last = Number.NEGATIVE_INFINITY
    let isFirst = true
    for (const value of values) {
      if (Math.abs(along(value) - last) < LEAST_GAP * pen.unit) continue
      const made = gridValue(value, isFirst && value.isOwn, projection.neatline, pen)
      if (made === null) continue
      marks.push(...made)
      last = along(value) + (isFirst && value.isOwn && isAcross ? 7 * pen.unit : 0)
      if (value.isOwn) isFirst = false
    }
  }
  return marks
}

function gridValue(
  { axis, value, at, side, isOwn }: GridValue,
  isFull: boolean,
  neatline: Box,
  pen: SheetPen,
): TextMark[] | null {
  const km = Math.round(value / 1000)
  const prefix = String(Math.floor(km / 100))
  const principal = String(km % 100).padStart(2, '0')
  const big = pen.look(2.8, { isStrong: isOwn, color: isOwn ? '--text' : '--text-faint' })
  const small = pen.look(1.7, { color: isOwn ? '--text' : '--text-faint' })
  const tail = isFull ? `000 m ${axis === 'easting' ? 'E' : 'N'}` : ''
  const metres = value % 1000
  // Grids finer than a kilometre write their hundreds after the principal digits.
  const hundreds = metres === 0 ? '' : String(metres / 100)
  const parts = [
    { text: prefix === '0' ? '' : prefix, look: small, lift: big.size * 0.32 },
    { text: principal + hundreds, look: big, lift: 0 },
    { text: tail, look: small, lift: 0 },
  ].filter(({ text }) => text !== '')
  const width = parts.reduce((sum, { text, look }) => sum + pen.text.width(text, look.size, look.isStrong), 0)
  const lead = parts
    .slice(0, -1)
    .reduce((sum, { text, look }) => sum + pen.text.width(text, look.size, look.isStrong), 0)
  const gap = 1.1 * pen.unit
  const middle = isFull ? lead / 2 : width / 2
  let x: number
  let y: number
  switch (side) {
    case 'top':
      x = at[0] - middle
      y = neatline.y - gap
      break
    case 'bottom':
      x = at[0] - middle
      y = neatline.y + neatline.height + gap + big.size * 0.73
      break
    case 'left':
    case 'right': {
      // The band is narrow: what stands in full is written upright in two lines.
      const upright = isFull ? parts.slice(0, -1) : parts
      const w = upright.reduce((sum, { text, look }) => sum + pen.text.width(text, look.size, look.isStrong), 0)
      x = side === 'left' ? neatline.x - gap * 0.7 - w : neatline.x + neatline.width + gap * 0.7
      y = at[1] + big.size * 0.36
      const marks = row(upright, x, y, pen)
      if (isFull) {
        const tailX = side === 'left' ? neatline.x - gap * 0.7 : x
        marks.push(pen.text.line(tail, [tailX, y + small.size * 1.25], small, side === 'left' ? 'end' : 'start'))
      }
      return isWithin(marks, side, neatline, pen) ? marks : null
    }
  }
  const marks = row(parts, x, y, pen)
  return isWithin(marks, side, neatline, pen) ? marks : null
}

function row(
  parts: readonly { text: string; look: ReturnType<SheetPen['look']>; lift: number }[],
  x: number,
  y: number,
  pen: SheetPen,
): TextMark[] {
  let at = x
  return parts.map(({ text, look, lift }) => {
    const mark = pen.text.line(text, [at, y - lift], look)
    at += pen.text.width(text, look.size, look.isStrong)
    return mark
  })
}

/** Nothing leaves the band around the neatline at its corners. */
function isWithin(marks: readonly TextMark[], side: GridValue['side'], neatline: Box, pen: SheetPen): boolean {
  const boxes = marks.map((mark) => pen.text.boxOf(mark))
  if (side === 'top' || side === 'bottom') {
    return boxes.every(
      (box) => box.x >= neatline.x - pen.unit && box.x + box.width <= neatline.x + neatline.width + pen.unit,
    )
  }
  return boxes.every(
    (box) =>
      box.y >= neatline.y - 0.5 * pen.unit && box.y + box.height <= neatline.y + neatline.height + 0.5 * pen.unit,
  )
}
