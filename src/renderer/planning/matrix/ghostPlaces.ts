import type { GhostBar } from './ghostLanes.ts'
import type { RowModel } from './matrixRows.ts'
import { laneTop } from './rowPlaces.ts'
import { toX } from './timeScale.ts'
import type { MatrixViewport } from './useMatrixViewport.ts'

/** Where something stands, pixels from the first row's top and from the left end of the time. */
export interface GhostPlace {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface GhostTie {
  readonly key: string
  readonly mission: string
  readonly from: GhostPlace
  readonly to: GhostPlace
}

type Seen = Pick<MatrixViewport, 'scale' | 'tops' | 'rowHeight' | 'from' | 'to' | 'firstRow' | 'lastRow'>

/** A bar is lower than its lane by so much. Pixels. */
const GAP = 6

export function ghostPlace(row: number, { ghost, lane }: GhostBar, { scale, tops, rowHeight }: Seen): GhostPlace {
  return placeOf(row, lane, ghost, { scale, tops, rowHeight })
}

function placeOf(
  row: number,
  lane: number,
  { start, end }: { readonly start: number; readonly end: number },
  { scale, tops, rowHeight }: Pick<Seen, 'scale' | 'tops' | 'rowHeight'>,
): GhostPlace {
  const top = (tops[row] ?? 0) + laneTop(lane, rowHeight)
  return { left: toX(scale, start), right: toX(scale, end), top, bottom: top + rowHeight - GAP }
}

/**
 * Lines from the bars that would go to the ghosts that would take their places, of the rows and the time in sight. Where
 * there are more than `most`, only those of the missions in `chosen`: more would be a web that nobody reads.
 */
export function ghostTies(model: RowModel, seen: Seen, most: number, chosen: ReadonlySet<string>): readonly GhostTie[] {
  const ties: GhostTie[] = []
  const { rows, indexOf } = model
  for (let at = seen.firstRow; at <= seen.lastRow && at < rows.length; at += 1) {
    const row = rows[at]
    if (row === undefined) break
    for (const bar of row.ghosts.bars) {
      const { ghost } = bar
      if (ghost.fromUnit === null || bar.lane >= row.shownLanes) continue
      const was = ghost.change.start.from ?? ghost.start
      if (Math.min(was, ghost.start) >= seen.to || Math.max(was, ghost.start) + (ghost.end - ghost.start) <= seen.from)
        continue
      const index = indexOf.get(ghost.fromUnit)
      const other = index === undefined ? undefined : rows[index]
      const old = other?.lanes.bars.find((b) => b.mission.id === ghost.mission.id)
      if (index === undefined || other === undefined || old === undefined || old.lane >= other.shownLanes) continue
      ties.push({
        key: ghost.id,
        mission: ghost.mission.id,
        from: placeOf(index, old.lane, old, seen),
        to: ghostPlace(at, bar, seen),
      })
    }
  }
  return ties.length <= most ? ties : ties.filter((tie) => chosen.has(tie.mission)).slice(0, most)
}

/** A line between the ends that are nearest to each other; from middle to middle where they stand over each other. */
export function tiePath({ from, to }: GhostTie): string {
  const [y1, y2] = [(from.top + from.bottom) / 2, (to.top + to.bottom) / 2]
  if (to.left >= from.right) return `M${from.right} ${y1}L${to.left} ${y2}`
  if (to.right <= from.left) return `M${from.left} ${y1}L${to.right} ${y2}`
  const x = (Math.max(from.left, to.left) + Math.min(from.right, to.right)) / 2
  return y1 < y2 ? `M${x} ${from.bottom}L${x} ${to.top}` : `M${x} ${from.top}L${x} ${to.bottom}`
}
