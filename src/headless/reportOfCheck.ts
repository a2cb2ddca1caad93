import { Checker } from '../domain/check/Checker.ts'
import { sayFinding } from '../domain/check/words.ts'
import type { PlanDocument } from '../domain/plan/PlanDocument.ts'
import type { Language } from '../domain/time/dtg.ts'
import { texts } from './texts.ts'

/** The findings of a full check, errors first, each with its sentence. */
export function reportOfCheck(plan: PlanDocument, language: Language) {
  const checker = new Checker(plan)
  checker.full()
  const findings = checker.findings().map((finding) => ({
    key: finding.key,
    rule: finding.rule,
    severity: finding.severity,
    accepted: checker.isAccepted(finding.key),
    records: finding.records,
    message: sayFinding(finding, plan, language),
  }))
  return { title: plan.meta.title, counts: checker.counts(), findings }
}

export type CheckReport = ReturnType<typeof reportOfCheck>

/** Accepted errors are the planner's own decision and do not count. */
export const hasErrors = (report: CheckReport): boolean => report.counts.open.error > 0

export function sayReport({ title, counts, findings }: CheckReport, language: Language): string {
  const say = texts[language]
  const lines = findings.map(({ severity, rule, accepted, message }) => {
    const mark = accepted ? `${say.severity[severity]}, ${say.accepted}` : say.severity[severity]
    return `${mark} [${rule}] ${message}`
  })
  const accepted = counts.accepted.error + counts.accepted.warning + counts.accepted.note
  const totals = say.totals(counts.open.error, counts.open.warning, counts.open.note, accepted)
  return [title, ...(lines.length === 0 ? [say.clean] : [...lines, totals])].join('\n')
}
