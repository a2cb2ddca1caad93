import { createStore } from 'zustand/vanilla'
import type { PlanLoads } from '../../../../domain/check/loadSeries.ts'
import type { LoadSummary } from '../../../../domain/check/series/loadCells.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import type { LoadStep } from './loadWindow.ts'

export type LoadSort = 'name' | 'mean' | 'peak' | 'over'

/** How the load is looked at, and the last answer; stays while one goes to other places. */
export interface LoadView {
  readonly planId: Id<'plan'> | null
  readonly step: LoadStep
  /** Left end of what is shown, minutes from H-hour; null for where the chosen time is in sight. */
  readonly from: number | null
  /** `list`: every unit in one order, whoever stands above it. */
  readonly arrangement: 'tree' | 'list'
  readonly sort: LoadSort
  readonly isDescending: boolean
  readonly query: string
  readonly isOnlyOver: boolean
  /** Rows that are not as they come: components come open, units closed. */
  readonly toggled: ReadonlySet<string>
  /** Component or unit whose chart is shown. */
  readonly chosen: Id<'component' | 'unit'> | null
  readonly isTable: boolean
  readonly loads: PlanLoads | null
  /** Of the rows at the step they were made for. */
  readonly summaries: LoadSummaries | null
  /** Share of the running calculation that is done; null when none runs. */
  readonly progress: number | null
}

export interface LoadSummaries {
  readonly loads: PlanLoads
  readonly step: LoadStep
  readonly of: ReadonlyMap<Id, LoadSummary>
}

const START: LoadView = {
  planId: null,
  step: 'week',
  from: null,
  arrangement: 'tree',
  sort: 'name',
  isDescending: false,
  query: '',
  isOnlyOver: false,
  toggled: new Set(),
  chosen: null,
  isTable: false,
  loads: null,
  summaries: null,
  progress: null,
}

export const loadView = createStore<LoadView>(() => START)

/** Begins anew where another plan is open than the one that was looked at. */
export function lookAtLoadsOf(planId: Id<'plan'>): void {
  if (loadView.getState().planId !== planId) loadView.setState({ ...START, planId })
}
