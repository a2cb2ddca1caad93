import { createStore } from 'zustand/vanilla'
import type { CauseRepair } from '../../../domain/check/causeRepairs.ts'
import type { Cause } from '../../../domain/check/causes.ts'
import type { Severity } from '../../../domain/check/Finding.ts'
import type { ComponentKind } from '../../../domain/records/common.ts'
import type { Id } from '../../../domain/records/ids.ts'
import type { FindingGrouping } from './groupFindings.ts'

/** How the findings are looked at; stays while one goes to other places. */
export interface CheckView {
  readonly planId: Id<'plan'> | null
  readonly section: 'open' | 'accepted' | 'load' | 'risk'
  readonly grouping: FindingGrouping
  readonly query: string
  /** None means all. */
  readonly severities: readonly Severity[]
  /** None means all. */
  readonly components: readonly ComponentKind[]
  /** Heads of closed groups. */
  readonly collapsed: ReadonlySet<string>
  /** Key of the finding that is looked at. */
  readonly chosen: string | null
  /** Key of the cause that is looked at instead. */
  readonly chosenCause: string | null
  /** What was found to mend most of a cause's findings, on a revision of the plan. */
  readonly causeRepair: { readonly cause: Cause; readonly revision: number; readonly repair: CauseRepair | null } | null
}

const START: CheckView = {
  planId: null,
  section: 'open',
  grouping: 'rule',
  query: '',
  severities: [],
  components: [],
  collapsed: new Set(),
  chosen: null,
  chosenCause: null,
  causeRepair: null,
}

export const checkView = createStore<CheckView>(() => START)

export function lookAtPlan(planId: Id<'plan'>): void {
  if (checkView.getState().planId !== planId) checkView.setState({ ...START, planId })
}
