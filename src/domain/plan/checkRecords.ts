import { type AnyRecord, parseRecord, type RecordFault } from '../records/catalog.ts'
import type { Id } from '../records/ids.ts'
import { referencesOf } from '../records/references.ts'
import { err, ok, type Result } from '../result.ts'

/** Why plain values are not the records of one plan. */
export type RecordsFault =
  | { readonly code: 'invalid'; readonly fault: RecordFault }
  | { readonly code: 'duplicate'; readonly id: string }
  | { readonly code: 'dangling'; readonly id: string; readonly reference: string }
  | { readonly code: 'plan-count'; readonly count: number }

/** Checks plain values as the records of one plan: each against its schema, ids unique, no reference that leads nowhere. */
export function checkRecords(values: Iterable<unknown>): Result<readonly AnyRecord[], RecordsFault> {
  const records: AnyRecord[] = []
  const ids = new Set<Id>()
  let plans = 0
  for (const value of values) {
    const parsed = parseRecord(value)
    if (!parsed.ok) return err({ code: 'invalid', fault: parsed.error })
    const { id } = parsed.value
    if (ids.has(id)) return err({ code: 'duplicate', id })
    if (id.startsWith('plan:')) plans += 1
    ids.add(id)
    records.push(parsed.value)
  }
  if (plans !== 1) return err({ code: 'plan-count', count: plans })
  for (const record of records) {
    const reference = referencesOf(record).find((id) => !ids.has(id))
    if (reference !== undefined) return err({ code: 'dangling', id: record.id, reference })
  }
  return ok(records)
}
