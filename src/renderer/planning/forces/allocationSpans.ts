import type { PlanRecord } from '../../../domain/records/plan.ts'
import type { AllocationPeriod } from '../../../domain/records/unit.ts'
import { toInstant } from '../../../domain/time/planTime.ts'

type Frame = Pick<PlanRecord, 'hHour' | 'horizon'>

/** Where an instant (epoch ms) lies in the plan's horizon, 0 to 1; what is outside stands at the edge. */
export function shareOfHorizon({ hHour, horizon }: Frame, instant: number): number {
  const from = toInstant(horizon.from, hHour)
  return Math.min(1, Math.max(0, (instant - from) / (toInstant(horizon.to, hHour) - from)))
}

/** Periods as parts of the horizon, 0 to 1; those outside it are left out. */
export function allocationSpans(
  plan: Frame,
  periods: readonly AllocationPeriod[],
): readonly { readonly from: number; readonly to: number }[] {
  const end = toInstant(plan.horizon.to, plan.hHour)
  const start = toInstant(plan.horizon.from, plan.hHour)
  return periods
    .filter((period) => period.from < end && (period.to === null || period.to > start))
    .map((period) => ({
      from: shareOfHorizon(plan, period.from),
      to: period.to === null ? 1 : shareOfHorizon(plan, period.to),
    }))
}
