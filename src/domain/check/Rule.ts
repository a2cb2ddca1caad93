import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Id } from '../records/ids.ts'
import type { CheckContext } from './CheckContext.ts'
import type { Finding, RuleId, RuleWords, Severity } from './Finding.ts'

/** What a rule is asked about, one record at a time. */
export type Subject = 'unit' | 'mission' | 'objective' | 'plan'

/**
 * One rule of the feasibility check. `check` depends on nothing but the plan: the same plan gives the same findings,
 * whatever was asked before. Every key it gives names the subject, so that no two subjects share one.
 */
export interface Rule extends RuleWords {
  readonly id: RuleId
  readonly subjects: readonly Subject[]
  readonly check: (plan: PlanReader, subjectId: Id, context: CheckContext) => readonly Finding[]
}

export const NO_FINDINGS: readonly Finding[] = Object.freeze([])

/** Makes a finding; `about` completes the key. */
export function makeFinding(
  rule: RuleId,
  severity: Severity,
  about: readonly string[],
  records: readonly Id[],
  params: Finding['params'],
): Finding {
  return { key: `${rule}|${about.join('|')}`, rule, severity, records, params }
}
