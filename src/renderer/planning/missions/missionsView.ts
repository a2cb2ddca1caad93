import { createStore } from 'zustand/vanilla'
import type { Id } from '../../../domain/records/ids.ts'
import type { Grouping } from './groupMissions.ts'
import { type MissionFilter, NO_FILTER } from './missionFilter.ts'
import type { MissionSort } from './sortMissions.ts'

/** How the list is looked at; stays while one goes to other places. */
export interface MissionsView {
  readonly planId: Id<'plan'> | null
  readonly filter: MissionFilter
  readonly sort: MissionSort
  readonly grouping: Grouping
  /** Heads of closed groups. */
  readonly collapsed: ReadonlySet<string>
}

const START: MissionsView = {
  planId: null,
  filter: NO_FILTER,
  sort: { column: 'code', isDescending: false },
  grouping: 'none',
  collapsed: new Set(),
}

export const missionsView = createStore<MissionsView>(() => START)

/** Another plan begins with everything in sight: its phases and types are not those that were filtered by. */
export function lookAtPlan(planId: Id<'plan'>): void {
  if (missionsView.getState().planId !== planId) missionsView.setState({ ...START, planId })
}
