import * as v from 'valibot'
import { defineCommand } from './command.ts'

/** Keeps a finding listed as accepted, with the planner's reason. */
export const acceptFinding = defineCommand({
  type: 'acceptFinding',
  schema: v.strictObject({
    finding: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)),
    reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(20_000)),
  }),
  label: (_plan, { finding, reason }) => ({ rule: finding.slice(0, finding.indexOf('|')), reason }),
  run: (edit, { finding, reason }, plan, { newId, now, author }) => {
    if (plan.indexes.acceptancesOfFinding.get(finding).length > 0) {
      return { code: 'duplicate', params: { code: finding, unit: '' } }
    }
    edit.add<'acceptance'>({ id: newId('acceptance'), finding, reason, author, at: now })
    return null
  },
})
