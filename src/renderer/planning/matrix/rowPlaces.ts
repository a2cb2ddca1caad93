import type { MatrixRow } from './matrixRows.ts'

/** Tops of rows, pixels, with the height of all as the last. */
export function rowTops(rows: readonly MatrixRow[], rowHeight: number): Float64Array {
  const tops = new Float64Array(rows.length + 1)
  for (const [i, row] of rows.entries()) tops[i + 1] = (tops[i] ?? 0) + heightOf(row, rowHeight)
  return tops
}

const LANE_GAP = 4

const laneHeight = (rowHeight: number): number => rowHeight - LANE_GAP

/** One lane fills a row of the density; each further lane adds its own height. */
export function heightOf(row: MatrixRow, rowHeight: number): number {
  return LANE_GAP + laneHeight(rowHeight) * Math.max(1, row.shownLanes)
}

/** Top of a lane within its row. */
export const laneTop = (lane: number, rowHeight: number): number => LANE_GAP / 2 + lane * laneHeight(rowHeight)

/** The row at a height, found by halving; the last where it is beyond all. */
export function rowAt(tops: Float64Array, y: number): number {
  let low = 0
  let high = tops.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((tops[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}
