import type { PlanRecord } from '../../domain/records/plan.ts'
import { useSessionState } from '../session/SessionContext.tsx'

/** The plan's own record; only within a place that shows an open plan. */
export function usePlanMeta(): Readonly<PlanRecord> {
  const meta = useSessionState((s) => (s.revision < 0 ? undefined : s.plan?.meta))
  if (meta === undefined) throw new Error('no plan is open')
  return meta
}
