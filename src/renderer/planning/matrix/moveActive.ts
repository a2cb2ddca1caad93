import type { Bar } from './barLanes.ts'
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

const shownBars = (row: MatrixRow | undefined): Bar[] =>
  row === undefined ? [] : row.lanes.bars.filter((bar) => bar.lane < row.shownLanes)

const middleOf = (bar: Bar): number => (bar.start + bar.end) / 2

function along(row: MatrixRow | undefined, active: ActiveBar, move: 'left' | 'right'): ActiveBar {
  const bars = shownBars(row)
  const at = bars.findIndex((bar) => bar.assignment.id === active.bar)
  if (at < 0) return move === 'right' ? withBar(active, row, bars[0]) : active
  // Left of the first bar stands the head of the row.
  if (move === 'left' && at === 0) return { ...active, bar: null }
  return withBar(active, row, bars[move === 'left' ? at - 1 : Math.min(at + 1, bars.length - 1)])
}

function withBar(active: ActiveBar, row: MatrixRow | undefined, bar: Bar | undefined): ActiveBar {
  if (row === undefined) return active
  return { row: row.id, bar: bar?.assignment.id ?? null, minute: bar === undefined ? active.minute : middleOf(bar) }
}

/** The bar of a row nearest to a time, which stays the time to keep to. */
function onRow(row: MatrixRow | undefined, minute: number): ActiveBar | null {
  if (row === undefined) return null
  const away = (bar: Bar): number => (minute < bar.start ? bar.start - minute : minute > bar.end ? minute - bar.end : 0)
  const bars = shownBars(row)
  const nearest = bars.reduce<Bar | undefined>(
    (best, bar) => (best === undefined || away(bar) < away(best) ? bar : best),
    undefined,
  )
  return { row: row.id, bar: nearest?.assignment.id ?? null, minute }
}
