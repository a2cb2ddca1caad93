import { Dexie, type EntityTable, type Table } from 'dexie'
import type { Diff } from '../../domain/plan/diff.ts'
import type { JournalLine } from '../../domain/plan/journal.ts'
import type { Id } from '../../domain/records/ids.ts'
import type { OwnLayer } from '../session/layers/OwnLayer.ts'
import type { NamedVersion, PlanSummary, StorageFault, StoredSettings } from '../session/PlanStorage.ts'

/** Frozen: changing it would orphan every plan that people have stored. */
const DATABASE_NAME = 'valles'

/** Of the tables; records have their own format. */
const SCHEMA_VERSION = 2

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
/** The bytes of an own layer: converted data, or a copy of its file. Apart from the list, which is read at once. */
export interface LayerDataRow {
  readonly id: string
  readonly bytes: Blob
}

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
  readonly layers!: EntityTable<OwnLayer, 'id'>
  readonly layerData!: EntityTable<LayerDataRow, 'id'>

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
    this.version(SCHEMA_VERSION).stores({ layers: 'id', layerData: 'id' })
    this.#blocked = new Promise((_resolve, reject) => {
      this.on('blocked', () => reject(new BlockedError()))
    })
    // Dexie by itself opens what a newer version has laid out, and would write into it.
    this.on('ready', (opened) => {
      // IndexedDB counts Dexie's versions in tens.
      if (opened.backendDB().version > SCHEMA_VERSION * 10) throw new NewerDatabaseError()
    })
    // Nobody may be waiting when it comes.
    this.#blocked.catch(() => {})
  }

  readonly #blocked: Promise<never>

  /** The work's outcome, or a rejection as soon as a window of another version keeps the database from opening. */
  unlessBlocked<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#blocked])
  }
}

class NewerDatabaseError extends Error {
  override name = 'VersionError'
}

class BlockedError extends Error {
  override name = 'BlockedError'
}

/** The kind of failure behind what Dexie threw: it wraps causes in causes, and the innermost says most. */
export function faultOf(error: unknown): StorageFault {
  const names: string[] = []
  for (let at = error; at instanceof Error && names.length < 10; at = (at as { inner?: unknown }).inner) {
    names.unshift(at.name)
  }
  for (const name of names) {
    const fault = FAULTS[name]
    if (fault !== undefined) return fault
  }
  return 'write'
}

const FAULTS: Readonly<Record<string, StorageFault>> = {
  QuotaExceededError: 'quota',
  BlockedError: 'blocked',
  VersionError: 'newer',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
}
