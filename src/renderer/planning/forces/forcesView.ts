import { createStore } from 'zustand/vanilla'
import type { Id } from '../../../domain/records/ids.ts'
import { type ForcesFilter, isFiltering, NO_FILTER } from './forcesFilter.ts'
import type { UnitSort } from './sortUnits.ts'

/** How the forces are looked at: kept while one goes elsewhere and comes back, forgotten with the plan. */
export interface ForcesView {
  readonly plan: Id<'plan'> | null
  readonly kind: 'tree' | 'grid'
  /** Whether rows are open unless they are among `toggled`. */
  readonly isOpen: boolean
  readonly toggled: ReadonlySet<string>
  readonly filter: ForcesFilter
  readonly sort: UnitSort | null
  /** Units that were cut and wait for their new superior. */
  readonly cut: ReadonlySet<Id<'unit'>>
  /** The last answer to since when units stand under a new superior. */
  readonly attachSince: 'always' | 'date'
  /** The row in focus: a unit or a component. */
  readonly focusedRow: string | null
}

/** Above so many units the tree opens one level only. */
const MANY_UNITS = 300

const fresh = (plan: Id<'plan'> | null, unitCount: number): ForcesView => ({
  plan,
  kind: 'tree',
  isOpen: unitCount <= MANY_UNITS,
  toggled: new Set(),
  filter: NO_FILTER,
  sort: null,
  cut: new Set(),
  attachSince: 'always',
  focusedRow: null,
})

export const forcesView = createStore<ForcesView>(() => fresh(null, 0))

/** Begins anew where another plan was looked at before. */
export function viewPlan(plan: Id<'plan'>, unitCount: number, components: readonly string[]): void {
  if (forcesView.getState().plan === plan) return
  const view = fresh(plan, unitCount)
  forcesView.setState({ ...view, toggled: new Set(view.isOpen ? [] : components) })
}

/** Whether a row is open, filters aside. */
function isExpanded({ isOpen, toggled }: ForcesView, id: string): boolean {
  return isOpen !== toggled.has(id)
}

export function setExpanded(id: string, expanded: boolean): void {
  const view = forcesView.getState()
  if (isExpanded(view, id) === expanded) return
  const toggled = new Set(view.toggled)
  if (!toggled.delete(id)) toggled.add(id)
  forcesView.setState({ toggled })
}

export function setAllExpanded(isOpen: boolean): void {
  forcesView.setState({ isOpen, toggled: new Set() })
}

/** Changes parts of the filter. */
export function setFilter(change: Partial<ForcesFilter>): void {
  const { filter } = forcesView.getState()
  forcesView.setState({ filter: { ...filter, ...change } })
}

/** A filter in force opens its matches; the rows closed before are closed again after it. */
export function shownExpanded(view: ForcesView): (id: string) => boolean {
  return isFiltering(view.filter) ? () => true : (id) => isExpanded(view, id)
}
