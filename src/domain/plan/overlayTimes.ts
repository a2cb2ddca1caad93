import type { Overlay } from '../records/overlay.ts'
import type { PlanReader } from './PlanDocument.ts'

/** When a control measure is in force, minutes from H-hour: its own time, within its phase; infinite where it is open. */
export function overlaySpan(plan: PlanReader, overlay: Overlay): { readonly from: number; readonly to: number } {
  const phase = overlay.phase === null ? undefined : plan.meta.phases.find((p) => p.key === overlay.phase)
  return {
    from: Math.max(overlay.from ?? Number.NEGATIVE_INFINITY, phase?.from ?? Number.NEGATIVE_INFINITY),
    to: Math.min(overlay.to ?? Number.POSITIVE_INFINITY, phase?.to ?? Number.POSITIVE_INFINITY),
  }
}
