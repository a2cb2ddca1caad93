import type { Finding } from '../../../domain/check/Finding.ts'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { useSessionState } from '../../session/SessionContext.tsx'
import type { FindingsView } from '../../session/FindingsView.ts'
import type { Bar } from './barLanes.ts'

export interface BarCounts {
  readonly errors: number
  readonly warnings: number
}

const STEP = 10_000

/** Errors, then warnings, that nobody has accepted. */
export function openFindings(findings: readonly Finding[], plan: PlanReader): Finding[] {
  const open = findings.filter((f) => plan.indexes.acceptancesOfFinding.get(f.key).length === 0)
  return [...open.filter((f) => f.severity === 'error'), ...open.filter((f) => f.severity === 'warning')]
}

/**
 * Open errors and warnings that belong on this bar. A finding about some of a mission's units stands on their bars only.
 */
export function countsOf(bar: Bar, findings: FindingsView, plan: PlanReader): BarCounts {
  let errors = 0
  let warnings = 0
  for (const finding of openFindings(findings.of(bar.mission.id), plan)) {
    const { unit } = bar.assignment
    const isOfOthers =
      !finding.records.includes(unit) &&
      plan.indexes.assignmentsOfMission.get(bar.mission.id).some((a) => finding.records.includes(a.unit))
    if (isOfOthers) continue
    if (finding.severity === 'error') errors += 1
    else warnings += 1
  }
  return { errors, warnings }
}

/** Shown again only when the counts change. */
export function useBarCounts(bar: Bar): BarCounts {
  const packed = useSessionState((s) => {
    if (s.plan === null || s.findings.of(bar.mission.id).length === 0) return 0
    const { errors, warnings } = countsOf(bar, s.findings, s.plan)
    return errors * STEP + warnings
  })
  return { errors: Math.floor(packed / STEP), warnings: packed % STEP }
}
