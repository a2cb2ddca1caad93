import { translate } from '../../texts/translate.ts'
import { airfieldSign, townDot } from './baseSigns.ts'
import { riverWidth } from './drawGround.ts'
import type { Mark } from './Drawing.ts'
import { SAMPLE_WIDTH } from './drawSample.ts'
import type { MarginParts } from './MarginParts.ts'
import type { Box } from './Sheet.ts'
import type { SheetPen } from './SheetPen.ts'

// Millimetres on an A4.
const ROW = 4.1
const HEADING = 5.2
const LEADING = 2.3
const LEAST_COLUMN = 24
const MOST_COLUMN = 62
const BETWEEN = 4
/** Between a sample and its meaning. */
const INDENT = SAMPLE_WIDTH + 1.5

interface Row {
  readonly height: number
  readonly isHeading: boolean
  draw(x: number, y: number): Mark[]
}

/** What stands on the sheet and what it means, in as few columns as hold it. What does not fit is counted. */
export function drawLegend(parts: MarginParts, box: Box): Mark[] {
  const { content, pen } = parts
  const { unit } = pen
  const drawn = (isLong: boolean): DrawnGroup[] =>
    content.legend
      .filter((group) => group.isLong === isLong)
      .map(({ title, entries }) => ({
        title,
        entries: entries.map(({ sample, text }): DrawnEntry => ({ text, draw: (x, y) => parts.sample(sample, x, y) })),
      }))
  const groups = [...drawn(false), baseGroup(parts), ...drawn(true)].filter(({ entries }) => entries.length > 0)
  const gap = BETWEEN * unit
  const most = Math.max(1, Math.floor((box.width + gap) / (LEAST_COLUMN * unit + gap)))
  let flow: Flow = { placed: [], left: 0, end: [box.x, box.y] }
  for (let columns = 1; columns <= most; columns++) {
    const width = Math.min(MOST_COLUMN * unit, (box.width - gap * (columns - 1)) / columns)
    flow = flowRows(rowsOf(groups, width, pen), box, columns, width + gap, ROW * unit)
    if (flow.left === 0) break
  }
  const marks = flow.placed.flatMap(({ row, x, y }) => row.draw(x, y))
  if (flow.left === 0) return marks
  const words = translate(content.language, 'map-print.legend-more', { count: flow.left })
  const [x, y] = flow.end
  return [...marks, pen.text.line(words, [x, y + 3 * unit], pen.look(2, { color: '--text-muted' }))]
}

function rowsOf(groups: readonly DrawnGroup[], width: number, pen: SheetPen): Row[] {
  const { unit } = pen
  const look = pen.look(1.9)
  return groups.flatMap(({ title, entries }): Row[] => [
    {
      height: HEADING * unit,
      isHeading: true,
      draw: (x, y) => [
        pen.text.line(
          pen.text.fit(title, 2.2 * unit, true, width),
          [x, y + 3.4 * unit],
          pen.look(2.2, { isStrong: true }),
        ),
        pen.rule(
          [
            [x, y + 4.2 * unit],
            [x + width, y + 4.2 * unit],
          ],
          0.12,
          '--line-strong',
        ),
      ],
    },
    ...entries.map((entry): Row => {
      const lines = twoLines(entry.text, look.size, width - INDENT * unit, pen)
      const height = (ROW + (lines.length - 1) * LEADING * 0.6) * unit
      const first = height / 2 + 0.72 * unit - ((lines.length - 1) * LEADING * unit) / 2
      return {
        height,
        isHeading: false,
        draw: (x, y) => [
          ...entry.draw(x, y + height / 2),
          ...lines.map((line, i) => pen.text.line(line, [x + INDENT * unit, y + first + i * LEADING * unit], look)),
        ],
      }
    }),
  ])
}

/** Two lines at most; the second is cut where there is more. */
function twoLines(text: string, size: number, width: number, pen: SheetPen): string[] {
  const [first = '', ...more] = pen.text.wrap(text, size, false, width)
  return more.length === 0 ? [first] : [first, pen.text.fit(more.join(' '), size, false, width)]
}

interface Flow {
  readonly placed: readonly { readonly row: Row; readonly x: number; readonly y: number }[]
  /** Entries without room. */
  readonly left: number
  /** Where the next row would stand. */
  readonly end: readonly [number, number]
}

/** Rows down the columns; a heading never ends one. Where not all fit, the last row is kept free to say so. */
function flowRows(rows: readonly Row[], box: Box, columns: number, step: number, oneRow: number): Flow {
  const bottom = box.y + box.height + 1e-6
  const placed: { row: Row; x: number; y: number }[] = []
  let column = 0
  let y = box.y
  let rest = rows.reduce((sum, { height }) => sum + height, 0)
  for (const [i, row] of rows.entries()) {
    const needed = row.isHeading ? row.height + oneRow : row.height
    const isLast = column === columns - 1
    const reserve = isLast && y + rest > bottom ? oneRow : 0
    if (y + needed + reserve > bottom) {
      if (isLast) {
        const left = rows.slice(i).filter(({ isHeading }) => !isHeading).length
        return { placed, left, end: [box.x + column * step, y] }
      }
      column += 1
      y = box.y
    }
    placed.push({ row, x: box.x + column * step, y })
    y += row.height
    rest -= row.height
  }
  return { placed, left: 0, end: [box.x + column * step, y] }
}

interface DrawnGroup {
  readonly title: string
  readonly entries: readonly DrawnEntry[]
}

interface DrawnEntry {
  readonly text: string
  draw(x: number, middle: number): Mark[]
}

function baseGroup({ content, seen, pen }: MarginParts): DrawnGroup {
  const say = (key: Parameters<typeof translate>[1]): string => translate(content.language, key)
  const { unit } = pen
  const line =
    (width: number, color: '--map-river' | '--map-boundary', dash: readonly number[]) => (x: number, y: number) => [
      pen.rule(
        [
          [x, y],
          [x + SAMPLE_WIDTH * unit, y],
        ],
        width,
        color,
        dash,
      ),
    ]
  const centre = (x: number): number => x + (SAMPLE_WIDTH * unit) / 2
  const entries: DrawnEntry[] = []
  if (seen.hasBoundaries)
    entries.push({ text: say('map-print.boundary'), draw: line(0.25, '--map-boundary', [2.4, 0.8, 0.5, 0.8]) })
  if (seen.hasRivers) entries.push({ text: say('map-print.river'), draw: line(riverWidth(1), '--map-river', []) })
  if (seen.hasSeats) {
    entries.push({ text: say('map-print.seat'), draw: (x, y) => [townDot([centre(x), y], true, unit, pen)] })
  }
  if (seen.hasTowns) {
    entries.push({ text: say('map-print.town'), draw: (x, y) => [townDot([centre(x), y], false, 0.65 * unit, pen)] })
  }
  for (const kind of ['open', 'heliport', 'closed'] as const) {
    if (seen.airfields.has(kind)) {
      entries.push({
        text: say(`map-print.airfield-${kind}`),
        draw: (x, y) => airfieldSign(kind, [centre(x), y], 1.4 * unit, pen),
      })
    }
  }
  return { title: say('map-print.base-map'), entries }
}
