import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { CURRENT_FORMAT, migrateRecords } from '../migrations/migrations.ts'
import { checkRecords, type RecordsFault } from '../plan/checkRecords.ts'
import type { AnyRecord } from '../records/catalog.ts'
import { err, ok, type Result } from '../result.ts'

/** Ending of a plan file. */
export const PLAN_FILE_EXTENSION = 'valles'

/** A plan file larger than this is not read: 512 MiB. */
export const MAX_FILE_BYTES = 512 * 1024 * 1024

/** More records than a hundred times the largest plan the program is measured with. */
const MAX_RECORDS = 500_000

const header = v.strictObject({
  format: v.literal('valles-plan'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  records: v.pipe(v.number(), v.integer(), v.minValue(0)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})

export type PlanFileError =
  | { readonly code: 'not-a-plan' }
  | { readonly code: 'too-large'; readonly megabytes: number; readonly limit: number }
  | { readonly code: 'too-many'; readonly records: number; readonly limit: number }
  | { readonly code: 'newer'; readonly version: number; readonly current: number }
  | { readonly code: 'truncated'; readonly found: number; readonly expected: number }
  | { readonly code: 'damaged' }
  | { readonly code: 'unreadable-line'; readonly line: number }
  | { readonly code: 'records'; readonly fault: RecordsFault }

export interface PlanFileContents {
  readonly records: readonly AnyRecord[]
  /** The format the file was written in, where it was older than the current one. */
  readonly migratedFrom: number | null
}

/**
 * Writes a plan as one self-contained file: a header line with version, count and SHA-256 of the rest, then one record
 * a line. The same records give the same bytes.
 */
export function encodePlanFile(records: Iterable<AnyRecord>): Uint8Array<ArrayBuffer> {
  const lines: string[] = []
  for (const record of records) lines.push(JSON.stringify(record))
  const encoder = new TextEncoder()
  const body = encoder.encode(lines.map((line) => `${line}\n`).join(''))
  const head = {
    format: 'valles-plan',
    version: CURRENT_FORMAT,
    records: lines.length,
    sha256: bytesToHex(sha256(body)),
  }
  const start = encoder.encode(`${JSON.stringify(head)}\n`)
  const bytes = new Uint8Array(start.length + body.length)
  bytes.set(start)
  bytes.set(body, start.length)
  return bytes
}

/** Reads a plan file whole or not at all; every record is checked, and every reference. */
export function decodePlanFile(bytes: Uint8Array): Result<PlanFileContents, PlanFileError> {
  if (bytes.length > MAX_FILE_BYTES) {
    return err({ code: 'too-large', megabytes: toMegabytes(bytes.length), limit: toMegabytes(MAX_FILE_BYTES) })
  }
  const headEnd = bytes.subarray(0, 1_000).indexOf(10)
  const head = headEnd < 0 ? null : parseHeader(bytes.subarray(0, headEnd))
  if (head === null) return err({ code: 'not-a-plan' })
  if (head.version > CURRENT_FORMAT) return err({ code: 'newer', version: head.version, current: CURRENT_FORMAT })
  if (head.records > MAX_RECORDS) return err({ code: 'too-many', records: head.records, limit: MAX_RECORDS })
  const body = bytes.subarray(headEnd + 1)
  const found = countLines(body)
  if (found < head.records) return err({ code: 'truncated', found, expected: head.records })
  if (found > head.records || bytesToHex(sha256(body)) !== head.sha256) return err({ code: 'damaged' })
  const plain = parseLines(body)
  if (!plain.ok) return plain
  const checked = checkRecords(migrateRecords(plain.value, head.version))
  if (!checked.ok) return err({ code: 'records', fault: checked.error })
  return ok({ records: checked.value, migratedFrom: head.version < CURRENT_FORMAT ? head.version : null })
}

const toMegabytes = (bytes: number): number => Math.ceil(bytes / (1024 * 1024))

function parseHeader(bytes: Uint8Array): v.InferOutput<typeof header> | null {
  try {
    const parsed = v.safeParse(header, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

function countLines(body: Uint8Array): number {
  let lines = 0
  for (let at = body.indexOf(10); at >= 0; at = body.indexOf(10, at + 1)) lines += 1
  return lines
}

function parseLines(body: Uint8Array): Result<unknown[], PlanFileError> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const values: unknown[] = []
  let start = 0
  for (let end = body.indexOf(10); end >= 0; end = body.indexOf(10, start)) {
    try {
      values.push(JSON.parse(decoder.decode(body.subarray(start, end))))
    } catch {
      return err({ code: 'unreadable-line', line: values.length + 2 })
    }
    start = end + 1
  }
  return ok(values)
}
