import { Dexie } from 'dexie'
import { CURRENT_FORMAT } from '../../domain/migrations/migrations.ts'
import type { AnyRecord } from '../../domain/records/catalog.ts'
import type { Id } from '../../domain/records/ids.ts'
import { err, ok } from '../../domain/result.ts'
import type { PlanStorage } from '../session/PlanStorage.ts'
import { Database, faultOf, type PlanRow } from './database.ts'
import { attempt, openPlan } from './openPlan.ts'
import { pagesOf } from './PlanPages.ts'
import { readPlan } from './readPlan.ts'

/** All plans of this machine, in IndexedDB. */
export function dexieStorage(database = new Database()): PlanStorage {
  const channel = new BroadcastChannel('valles-plans')
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  channel.addEventListener('message', tell)
  const changed = (): void => {
    channel.postMessage('changed')
    tell()
  }
  const write = async (work: () => Promise<unknown>) => {
    const done = await attempt(work)
    if (done.ok) changed()
    return done
  }
  const rowsOf = (id: Id<'plan'>) => {
    const range: [[string, unknown], [string, unknown]] = [
      [id, Dexie.minKey],
      [id, Dexie.maxKey],
    ]
    return [
      database.pages.where('[plan+page]').between(...range),
      database.journal.where('[plan+revision]').between(...range),
      database.diffs.where('[plan+revision]').between(...range),
      database.versions.where('[plan+revision]').between(...range),
    ]
  }
  return {
    list: async () => {
      try {
        const rows = await database.unlessBlocked(database.plans.toArray())
        return ok(rows.map(({ format: _format, records: _records, ...summary }) => summary))
      } catch (error) {
        return err(faultOf(error))
      }
    },
    onListChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    create: async (records) => {
      const row = rowFor(records)
      try {
        await database.transaction('rw', database.plans, database.pages, async () => {
          await database.plans.add(row)
          await database.pages.bulkAdd(pagesOf(records).map((page) => ({ ...page, plan: row.id })))
        })
      } catch (error) {
        return err(error instanceof Error && error.name === 'ConstraintError' ? 'exists' : faultOf(error))
      }
      changed()
      return ok(row.id)
    },
    open: async (id, onProgress) => {
      try {
        return await database.unlessBlocked(openPlan(database, id, onProgress, changed))
      } catch (error) {
        return err(faultOf(error))
      }
    },
    read: async (id) => {
      try {
        const read = await readPlan(database, id)
        return read.ok ? ok(read.value.records) : read
      } catch (error) {
        return err(faultOf(error))
      }
    },
    setDeleted: (id, deletedAt) => write(() => database.plans.update(id, { deletedAt })),
    purge: (id) =>
      write(() =>
        database.transaction('rw', database.tables, async () => {
          await Promise.all(rowsOf(id).map((rows) => rows.delete()))
          await database.plans.delete(id)
        }),
      ),
    setBackedUp: (id, backedUpAt) => write(() => database.plans.update(id, { backedUpAt })),
    loadSettings: async () => (await database.unlessBlocked(database.settings.get('settings')))?.value ?? {},
    saveSettings: (value) => attempt(() => database.settings.put({ key: 'settings', value })),
  }
}

function rowFor(records: readonly AnyRecord[]): PlanRow {
  const plan = records.find((r) => r.id.startsWith('plan:'))
  if (plan === undefined || !('hHour' in plan)) throw new Error('a plan without its plan record')
  const count = (prefix: string): number => records.filter((r) => r.id.startsWith(prefix)).length
  return {
    id: plan.id,
    title: plan.title,
    revision: records.reduce((last, r) => Math.max(last, r.updatedRevision), 0),
    units: count('unit:'),
    missions: count('mission:'),
    records: records.length,
    format: CURRENT_FORMAT,
    updatedAt: Date.now(),
    backedUpAt: null,
    deletedAt: null,
  }
}
