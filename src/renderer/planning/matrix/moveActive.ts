import type { MatrixRow } from './matrixRows.ts'
import type { ActiveBar } from './matrixView.ts'

export type ActiveMove = 'left' | 'right' | 'up' | 'down' | 'home' | 'end' | 'first' | 'last' | 'page-up' | 'page-down'

const PAGE = 10

/** Where an arrow leads: along a row from bar to bar in time, between rows to the bar nearest in time. */
export function moveActive(
  rows: readonly MatrixRow[],
  indexOf: ReadonlyMap<string, number>,
  active: ActiveBar | null,
  move: ActiveMove,
): ActiveBar | null {
  const at = active === null ? undefined : indexOf.get(active.row)
  if (active === null || at === undefined) return onRow(rows[0], active?.minute ?? 0)
  const row = rows[at]
  const last = rows.length - 1
  switch (move) {
    case 'left':
    case 'right':
      return along(row, active, move)
    case 'home':
      return withBar(active, row, shownBars(row)[0])
    case 'end':
      return withBar(active, row, shownBars(row).at(-1))
    case 'up':
      return onRow(rows[Math.max(0, at - 1)], active.minute)
    case 'down':
      return onRow(rows[Math.min(last, at + 1)], active.minute)
    case 'page-up':
      return onRow(rows[Math.max(0, at - PAGE)], active.minute)
    case 'page-down':
      return onRow(rows[Math.min(last, at + PAGE)], active.minute)
    case 'first':
      return onRow(rows[0], active.minute)
    case 'last':
      return onRow(rows[last], active.minute)
  }
}

/** A bar or a ghost that keys can be on. */
interface Stop {
  readonly bar: ActiveBar['bar']
  readonly ghost?: string
  readonly start: number
  readonly end: number
}

/** Bars and ghosts that are shown, by start. */
function shownBars(row: MatrixRow | undefined): readonly Stop[] {
  if (row === undefined) return []
  const bars = row.lanes.bars
    .filter((bar) => bar.lane < row.shownLanes)
    .map(({ assignment, start, end }): Stop => ({ bar: assignment.id, start, end }))
  if (row.ghosts.bars.length === 0) return bars
  const ghosts = row.ghosts.bars
    .filter((bar) => bar.lane < row.shownLanes)
    .map(({ ghost }): Stop => ({ bar: null, ghost: ghost.id, start: ghost.start, end: ghost.end }))
  return [...bars, ...ghosts].sort((a, b) => a.start - b.start)
}

const middleOf = (stop: Stop): number => (stop.start + stop.end) / 2

function along(row: MatrixRow | undefined, active: ActiveBar, move: 'left' | 'right'): ActiveBar {
  const bars = shownBars(row)
  const isOnBar = active.bar !== null || active.ghost !== undefined
  const at = isOnBar ? bars.findIndex((stop) => stop.bar === active.bar && stop.ghost === active.ghost) : -1
  if (at < 0) return move === 'right' ? withBar(active, row, bars[0]) : active
  // Left of the first bar stands the head of the row.
  if (move === 'left' && at === 0) return { row: active.row, bar: null, minute: active.minute }
  return withBar(active, row, bars[move === 'left' ? at - 1 : Math.min(at + 1, bars.length - 1)])
}

function withBar(active: ActiveBar, row: MatrixRow | undefined, stop: Stop | undefined): ActiveBar {
  return row === undefined ? active : on(row, stop, stop === undefined ? active.minute : middleOf(stop))
}

const on = (row: MatrixRow, stop: Stop | undefined, minute: number): ActiveBar => ({
  row: row.id,
  bar: stop?.bar ?? null,
  ...(stop?.ghost === undefined ? {} : { ghost: stop.ghost }),
  minute,
})

/** The bar of a row nearest to a time, which stays the time to keep to. */
function onRow(row: MatrixRow | undefined, minute: number): ActiveBar | null {
  if (row === undefined) return null
  const away = (bar: Stop): number =>
    minute < bar.start ? bar.start - minute : minute > bar.end ? minute - bar.end : 0
  const nearest = shownBars(row).reduce<Stop | undefined>(
    (best, bar) => (best === undefined || away(bar) < away(best) ? bar : best),
    undefined,
  )
  return on(row, nearest, minute)
}
