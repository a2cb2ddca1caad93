import { from1 } from './from1.ts'

/**
 * The format of plan records, in files and in the database alike. It goes up with every change of a schema that an
 * older record does not fit; what is newer than this is refused, never half read.
 */
export const CURRENT_FORMAT = 2

/** One step from a format to the next, on plain records. One file per step, with a frozen fixture of the format it leaves. */
export interface Migration {
  readonly from: number
  readonly migrate: (records: unknown[]) => unknown[]
}

/** Contiguous and in order: the step from n stands at place n − 1. */
export const migrations: readonly Migration[] = [from1]

/** Brings plain records of an older format to the current one; throws on one that is newer, which callers refuse first. */
export function migrateRecords(records: unknown[], format: number): unknown[] {
  if (format > CURRENT_FORMAT || format < 1) throw new Error(`format ${format} cannot be migrated`)
  let current = records
  for (const step of migrations.slice(format - 1)) current = step.migrate(current)
  return current
}
