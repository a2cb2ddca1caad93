import * as v from 'valibot'
import { type AnyRecord, isRecordOf, parseRecord, type RecordFault } from '../records/catalog.ts'
import { catalogKey } from '../records/common.ts'
import type { Id } from '../records/ids.ts'
import { referencesOf } from '../records/references.ts'
import { err, ok, type Result } from '../result.ts'

/** The only version of a template file so far. */
const VERSION = 1

const fileSchema = v.strictObject({
  template: catalogKey,
  version: v.literal(VERSION),
  records: v.pipe(v.array(v.unknown()), v.minLength(1)),
})

/** Why a file is no template. */
export type TemplateFault =
  | { readonly code: 'not-a-template'; readonly path: string; readonly message: string }
  | { readonly code: 'invalid-record'; readonly fault: RecordFault }
  | { readonly code: 'duplicate-record'; readonly id: Id }
  | { readonly code: 'dangling'; readonly id: Id; readonly reference: Id }
  | { readonly code: 'plan-count'; readonly count: number }

/** Checks a parsed template file: every record, every reference, and that it holds one plan record. */
export function readTemplate(value: unknown): Result<AnyRecord[], TemplateFault> {
  const file = v.safeParse(fileSchema, value, { abortEarly: true })
  if (!file.success) {
    const issue = file.issues[0]
    return err({ code: 'not-a-template', path: v.getDotPath(issue) ?? '', message: issue.message })
  }
  const records = new Map<Id, AnyRecord>()
  for (const entry of file.output.records) {
    const record = parseRecord(entry)
    if (!record.ok) return err({ code: 'invalid-record', fault: record.error })
    if (records.has(record.value.id)) return err({ code: 'duplicate-record', id: record.value.id })
    records.set(record.value.id, record.value)
  }
  for (const record of records.values()) {
    const reference = referencesOf(record).find((id) => !records.has(id))
    if (reference !== undefined) return err({ code: 'dangling', id: record.id, reference })
  }
  const all = [...records.values()]
  const count = all.filter((record) => isRecordOf('plan', record)).length
  return count === 1 ? ok(all) : err({ code: 'plan-count', count })
}
