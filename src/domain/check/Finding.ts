import type { Command } from '../commands/catalog.ts'
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
] as const
export type RuleId = (typeof RULE_IDS)[number]

/** A way to mend a finding: an ordinary command, with what it does in both languages. */
export interface Repair {
  readonly command: Command
  readonly text: Readonly<Record<Language, string>>
}

/** What is wrong, about which records, with the numbers, and how to mend it. Plain data. */
export interface Finding {
  /** Stable while the same thing is wrong: `rule|record|record…`, with a discriminator where a rule needs one. Acceptances hold it. */
  readonly key: string
  readonly rule: RuleId
  readonly severity: Severity
  /** The first is the record that hurts most and carries the sign; missions and units among them show it too. */
  readonly records: readonly Id[]
  /** One sentence with the numbers. */
  readonly text: Readonly<Record<Language, string>>
  readonly repairs: readonly Repair[]
}
