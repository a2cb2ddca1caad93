import { Checker } from '../check/Checker.ts'
import type { Finding, Repair, RuleId } from '../check/Finding.ts'
import { repairsOf, sayFinding } from '../check/words.ts'
import { PlanDocument } from '../plan/PlanDocument.ts'
import { run } from './planBuilder.testing.ts'

/** Findings of one rule on a plan, as a full check gives them. */
export function findingsBy(rule: RuleId, plan: PlanDocument): readonly Finding[] {
  const checker = new Checker(plan)
  checker.full()
  return checker.findings().filter((f) => f.rule === rule)
}

/** The only finding of a rule; throws where there is another number of them. */
export function theFinding(rule: RuleId, plan: PlanDocument): Finding {
  const [finding, ...rest] = findingsBy(rule, plan)
  if (finding === undefined || rest.length > 0) throw new Error(`expected one finding of ${rule}`)
  return finding
}

export const inBoth = (finding: Finding, plan: PlanDocument): readonly [es: string, en: string] => [
  sayFinding(finding, plan, 'es'),
  sayFinding(finding, plan, 'en'),
]

export interface Tried {
  readonly repair: Repair
  /** Whether the finding is gone once the repair is applied to a copy of the plan. */
  readonly isMended: boolean
  /** Errors there are then. */
  readonly errorsLeft: number
}

/** Applies each repair of a finding, one at a time, to a copy of the plan. */
export function tryRepairs(finding: Finding, plan: PlanDocument): readonly Tried[] {
  return repairsOf(finding, plan, 'es').map((repair) => {
    const copy = new PlanDocument(plan.records(), plan.revision)
    run(copy, repair.command)
    const checker = new Checker(copy)
    checker.full()
    return { repair, isMended: checker.get(finding.key) === undefined, errorsLeft: checker.counts().open.error }
  })
}
