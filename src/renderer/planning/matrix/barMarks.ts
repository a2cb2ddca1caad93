import type { Finding } from '../../../domain/check/Finding.ts'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { FindingsView } from '../../session/FindingsView.ts'
import type { Bar } from './barLanes.ts'

export interface BarCounts {
  readonly errors: number
  readonly warnings: number
}

const NONE: BarCounts = { errors: 0, warnings: 0 }

/** Errors, then warnings, that nobody has accepted. */
export function openFindings(findings: readonly Finding[], plan: PlanReader): Finding[] {
  const open = findings.filter((f) => plan.indexes.acceptancesOfFinding.get(f.key).length === 0)
  return [...open.filter((f) => f.severity === 'error'), ...open.filter((f) => f.severity === 'warning')]
}

/**
 * Open errors and warnings that belong on this bar. A finding about some of a mission's units stands on their bars only.
 */
export function countsOf(bar: Bar, findings: FindingsView, plan: PlanReader): BarCounts {
  const own = findings.of(bar.mission.id)
  if (own.length === 0) return NONE
  let errors = 0
  let warnings = 0
  for (const finding of openFindings(own, plan)) {
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
