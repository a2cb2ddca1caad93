import * as v from 'valibot'
import { checkRecords, type RecordsFault } from '../plan/checkRecords.ts'
import type { AnyRecord } from '../records/catalog.ts'
import { catalogKey } from '../records/common.ts'
import { err, type Result } from '../result.ts'

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
  | RecordsFault

/** Checks a parsed template file: every record, every reference, and that it holds one plan record. */
export function readTemplate(value: unknown): Result<readonly AnyRecord[], TemplateFault> {
  const file = v.safeParse(fileSchema, value, { abortEarly: true })
  if (file.success) return checkRecords(file.output.records)
  const issue = file.issues[0]
  return err({ code: 'not-a-template', path: v.getDotPath(issue) ?? '', message: issue.message })
}
