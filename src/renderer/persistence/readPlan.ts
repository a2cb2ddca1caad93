import { Dexie } from 'dexie'
import { CURRENT_FORMAT, migrateRecords } from '../../domain/migrations/migrations.ts'
import { checkRecords } from '../../domain/plan/checkRecords.ts'
import type { AnyRecord } from '../../domain/records/catalog.ts'
import { anyId, type Id } from '../../domain/records/ids.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import * as v from 'valibot'
import type { StorageFault } from '../session/PlanStorage.ts'
import { type Database, type PageRow, type PlanRow } from './database.ts'

/** Pages read at once: a few milliseconds of parsing, so that the window stays alive while a large plan opens. */
const BATCH = 96

export interface ReadPlan {
  readonly row: PlanRow
  readonly records: readonly AnyRecord[]
  readonly pages: readonly { readonly page: number; readonly records: readonly AnyRecord[] }[]
}

/**
 * Reads a plan as it stood at one moment. Pages of the current format were checked when they were written and are only
 * counted here; older ones are migrated and checked whole.
 */
export async function readPlan(
  database: Database,
  id: Id<'plan'>,
  onProgress: (fraction: number) => void = () => {},
): Promise<Result<ReadPlan, StorageFault>> {
  const row = await database.plans.get(id)
  if (row === undefined) return err('not-found')
  if (row.format > CURRENT_FORMAT) return err('newer')
  const pages: { page: number; records: AnyRecord[] }[] = []
  const records: AnyRecord[] = []
  let next = readBatch(database, id, -1)
  for (let hasMore = true; hasMore; ) {
    const rows = await next
    const last = rows.length < BATCH ? undefined : rows.at(-1)?.page
    hasMore = last !== undefined
    // The disk reads on while this thread parses.
    if (last !== undefined) next = readBatch(database, id, last)
    for (const { page, text } of rows) {
      const parsed = parsePage(text)
      if (parsed === null) {
        await next
        return err('damaged')
      }
      pages.push({ page, records: parsed })
      for (const record of parsed) records.push(record)
    }
    onProgress(Math.min(1, records.length / Math.max(1, row.records)))
  }
  const after = await database.plans.get(id)
  // Somebody wrote while the pages were read in several bites: begin again, so that they are of one moment.
  if (after?.revision !== row.revision) return readPlan(database, id, onProgress)
  if (records.length !== row.records) return err('damaged')
  if (row.format === CURRENT_FORMAT) return ok({ row, records, pages })
  const migrated = checkRecords(migrateRecords(records, row.format))
  return migrated.ok ? ok({ row, records: migrated.value, pages: [] }) : err('damaged')
}

const readBatch = (database: Database, id: Id<'plan'>, after: number): Promise<PageRow[]> =>
  database.pages.where('[plan+page]').between([id, after], [id, Dexie.maxKey], false, true).limit(BATCH).toArray()

function parsePage(text: string): AnyRecord[] | null {
  try {
    const values: unknown = JSON.parse(text)
    if (!Array.isArray(values)) return null
    return values.every((value) => v.is(anyId, (value as { id?: unknown } | null)?.id)) ? (values as AnyRecord[]) : null
  } catch {
    return null
  }
}
