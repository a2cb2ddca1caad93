import { createStore } from 'zustand/vanilla'
import type { Id } from '../../../../domain/records/ids.ts'
import type { EstimateShape } from '../../../../domain/scheduling/risk/Estimate.ts'
import type { RiskSummary } from '../../../../domain/scheduling/risk/RiskSummary.ts'

/** The last simulation and what is asked for; stays while one goes to other places. */
export interface RiskView {
  readonly planId: Id<'plan'> | null
  readonly runs: number
  readonly seed: number
  readonly shape: EstimateShape
  readonly answer: { readonly revision: number; readonly summary: RiskSummary } | null
  /** Share of the running simulation that is done; null when none runs. */
  readonly progress: number | null
}

export const RUN_CHOICES = [1_000, 10_000, 50_000] as const

export const riskView = createStore<RiskView>(() => ({
  planId: null,
  runs: 10_000,
  seed: 1,
  shape: 'pert',
  answer: null,
  progress: null,
}))
