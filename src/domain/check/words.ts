import type { PlanReader } from '../plan/PlanDocument.ts'
import { rules } from '../rules/catalog.ts'
import type { Language } from '../time/dtg.ts'
import type { Finding, Repair } from './Finding.ts'

/** What is wrong, in one sentence with the numbers. Never throws, also where records of the finding are gone. */
export function sayFinding(finding: Finding, plan: PlanReader, language: Language): string {
  return rules[finding.rule].say(finding, plan, language)
}

/** Ways to mend a finding on the plan as it is now, the best first; none where the program knows of none. */
export function repairsOf(finding: Finding, plan: PlanReader, language: Language): readonly Repair[] {
  return rules[finding.rule].repairs(finding, plan, language)
}
