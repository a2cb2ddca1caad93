import type { RuleId } from '../../check/Finding.ts'
import type { Conflict } from './Proposal.ts'

/** What keeps a mission out when the check spoke against its place. */
export const refusedBy = (rule: RuleId): Conflict => ({
  requirements: [{ requirement: { kind: 'check', rule }, freed: null }],
  isProven: true,
})
