import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Position } from '../../../../domain/records/common.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import type { MapView } from '../../../map-engine/MapAdapter.ts'

/** What is being done to measures on the map with the pointer. */
export type MeasureTask =
  | { readonly kind: 'draw'; readonly type: string }
  | { readonly kind: 'edit'; readonly id: Id<'overlay'> }

/** What is being drawn or dragged, before it is in the plan. */
export interface Sketch {
  readonly points: readonly Position[]
  /** Where the next point would be set. */
  readonly at: Position | null
}

export const MEASURE_GROUPINGS = ['kind', 'command'] as const
export type MeasureGrouping = (typeof MEASURE_GROUPINGS)[number]

export interface MeasuresView {
  readonly plan: Id<'plan'> | null
  readonly query: string
  readonly grouping: MeasureGrouping
  /** Heads of closed groups. */
  readonly collapsed: ReadonlySet<string>
  readonly hidden: ReadonlySet<Id>
  /** Leaves out what is not in force at the chosen time, which is faded otherwise. */
  readonly isOnlyInForce: boolean
  readonly task: MeasureTask | null
  readonly sketch: Sketch | null
}

const FRESH: MeasuresView = {
  plan: null,
  query: '',
  grouping: 'kind',
  collapsed: new Set(),
  hidden: new Set(),
  isOnlyInForce: false,
  task: null,
  sketch: null,
}

/** How measures are looked at; outlives the place. */
export const measuresView = createStore<MeasuresView>(() => FRESH)

export function useMeasuresView<T>(select: (view: MeasuresView) => T): T {
  return useStore(measuresView, select)
}

/** Another plan begins with a fresh view. */
export function lookAtMeasures(plan: Id<'plan'>): void {
  const { plan: before, grouping, isOnlyInForce } = measuresView.getState()
  if (before !== plan) measuresView.setState({ ...FRESH, plan, grouping, isOnlyInForce })
}

/** Shows or hides records together: all are hidden unless all are. */
export function toggleHidden(ids: readonly Id[]): void {
  const hidden = new Set(measuresView.getState().hidden)
  const areHidden = ids.every((id) => hidden.has(id))
  for (const id of ids) {
    if (areHidden) hidden.delete(id)
    else hidden.add(id)
  }
  measuresView.setState({ hidden })
}

export function toggleGroup(id: string, isExpanded: boolean): void {
  const collapsed = new Set(measuresView.getState().collapsed)
  if (isExpanded) collapsed.delete(id)
  else collapsed.add(id)
  measuresView.setState({ collapsed })
}

/** Positions that bring a measure into view with some room around it; a point keeps the scale. */
export function roomAround(points: readonly Position[], view: MapView): readonly Position[] {
  if (points.length === 1) return points
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const margin = Math.max(0.1 * (Math.max(...xs) - Math.min(...xs)), (20 * view.metresPerPixel) / 111_320)
  return [
    [Math.min(...xs) - margin, Math.min(...ys) - margin],
    [Math.max(...xs) + margin, Math.max(...ys) + margin],
  ]
}
