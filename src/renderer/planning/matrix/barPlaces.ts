import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { Id } from '../../../domain/records/ids.ts'
import type { Bar } from './barLanes.ts'
import type { RowModel } from './matrixRows.ts'
import { laneTop } from './rowPlaces.ts'
import type { MatrixViewport } from './useMatrixViewport.ts'
import { toX } from './timeScale.ts'

/** Where a bar stands, pixels from the first row's top and from the left end of the time. */
export interface BarPlace {
  readonly bar: Bar
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Height of a bar within its lane, pixels less than the lane. */
const GAP = 2

/** Where all bars of a mission stand, the supported unit's first; rows that are not shown leave theirs out. */
export function placesOf(
  mission: Id<'mission'>,
  plan: PlanReader,
  model: RowModel,
  { scale, tops, rowHeight }: MatrixViewport,
): BarPlace[] {
  const parts = plan.indexes.assignmentsOfMission.get(mission)
  const places = parts.flatMap((assignment): BarPlace[] => {
    const index = model.indexOf.get(assignment.unit)
    const row = index === undefined ? undefined : model.rows[index]
    const bar = row?.lanes.bars.find((b) => b.assignment.id === assignment.id)
    if (index === undefined || row === undefined || bar === undefined || bar.lane >= row.shownLanes) return []
    const top = (tops[index] ?? 0) + laneTop(bar.lane, rowHeight)
    return [{ bar, left: toX(scale, bar.start), right: toX(scale, bar.end), top, bottom: top + rowHeight - 4 - GAP }]
  })
  return places.sort(
    (a, b) => Number(b.bar.assignment.part === 'supported') - Number(a.bar.assignment.part === 'supported'),
  )
}
