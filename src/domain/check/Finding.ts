import type { Command } from '../commands/catalog.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Id } from '../records/ids.ts'
import type { Language } from '../time/dtg.ts'

export type Severity = 'error' | 'warning' | 'note'

export const RULE_IDS = [
  'double-booking',
  'outside-role',
  'capability-short',
  'readiness-low',
  'outside-allocation',
  'enabler-missing',
  'travel-infeasible',
  'order-broken',
  'legal-basis',
  'objective-uncovered',
  'outside-area',
  'light-unsuited',
  'season-unsuited',
  'sorties-exceeded',
  'altitude',
  'planning-time',
  'no-reserve',
  'no-medevac',
  'command-conflict',
  'supply-short',
  'airspace-overlap',
] as const
export type RuleId = (typeof RULE_IDS)[number]

/** What is wrong, about which records, with the numbers. Small plain data; sentence and repairs are made when shown. */
export interface Finding {
  /** Stable while the same thing is wrong: `rule|record|record…`, with a discriminator where a rule needs one. Acceptances hold it. */
  readonly key: string
  readonly rule: RuleId
  readonly severity: Severity
  /** The first carries the sign where only one can; every mission and unit among them shows it. */
  readonly records: readonly Id[]
  /** The numbers of the sentence: times as minutes from H-hour, instants as epoch ms, ids as such. */
  readonly params: Readonly<Record<string, string | number>>
}

/** A way to mend a finding: an ordinary command, with what it does. */
export interface Repair {
  readonly command: Command
  readonly text: string
}

/** What a rule file gives beside its check: the sentence, and the repairs on the plan as it is now. */
export interface RuleWords {
  /** One sentence with the numbers, in one language. */
  readonly say: (finding: Finding, plan: PlanReader, language: Language) => string
  readonly repairs: (finding: Finding, plan: PlanReader, language: Language) => readonly Repair[]
}
