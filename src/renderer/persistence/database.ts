import { Dexie, type EntityTable, type Table } from 'dexie'
import type { Diff } from '../../domain/plan/diff.ts'
import type { JournalLine } from '../../domain/plan/journal.ts'
import type { Id } from '../../domain/records/ids.ts'
import type { NamedVersion, PlanSummary, StorageFault, StoredSettings } from '../session/PlanStorage.ts'

/** Frozen: changing it would orphan every plan that people have stored. */
export const DATABASE_NAME = 'valles'

export interface PlanRow extends PlanSummary {
  /** Format of the records in the pages. */
  readonly format: number
  readonly records: number
}

/** Some dozens of records as one JSON text: a plan of 100,000 records opens in a third of the time that as many rows take. */
export interface PageRow {
  readonly plan: Id<'plan'>
  readonly page: number
  readonly text: string
}

export type JournalRow = JournalLine & { readonly plan: Id<'plan'> }

/** Apart from the lines of the journal, which are all read when a plan opens. */
export interface DiffRow {
  readonly plan: Id<'plan'>
  readonly revision: number
  readonly diff: Diff
}

export type VersionRow = NamedVersion & { readonly plan: Id<'plan'> }
interface SettingsRow {
  readonly key: 'settings'
  readonly value: Partial<StoredSettings>
}

export class Database extends Dexie {
  readonly plans!: EntityTable<PlanRow, 'id'>
  readonly pages!: Table<PageRow, [string, number]>
  readonly journal!: Table<JournalRow, [string, number]>
  readonly diffs!: Table<DiffRow, [string, number]>
  readonly versions!: Table<VersionRow, [string, number]>
  readonly settings!: EntityTable<SettingsRow, 'key'>

  constructor(name = DATABASE_NAME) {
    // Strict: a transaction is done when the disk has it, not when the system has taken it.
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      plans: 'id',
      pages: '[plan+page]',
      journal: '[plan+revision]',
      diffs: '[plan+revision]',
      versions: '[plan+revision]',
      settings: 'key',
    })
  }
}

/** The kind of failure behind what Dexie threw. */
export function faultOf(error: unknown): StorageFault {
  const seen = new Set<unknown>()
  for (let at = error; at instanceof Error && !seen.has(at); at = (at as { inner?: unknown }).inner) {
    seen.add(at)
    if (at.name === 'QuotaExceededError') return 'quota'
    if (at.name === 'DatabaseClosedError' || at.name === 'InvalidStateError') return 'closed'
    if (at.name === 'VersionError') return 'newer'
  }
  return 'write'
}
