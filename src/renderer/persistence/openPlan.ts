import { Dexie } from 'dexie'
import { CURRENT_FORMAT } from '../../domain/migrations/migrations.ts'
import type { JournalEntry, JournalLine } from '../../domain/plan/journal.ts'
import { PlanDocument } from '../../domain/plan/PlanDocument.ts'
import type { AnyRecord } from '../../domain/records/catalog.ts'
import type { Id, RecordKind } from '../../domain/records/ids.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import type { PlanStore, SaveState, StorageFault } from '../session/PlanStorage.ts'
import { type Database, faultOf } from './database.ts'
import { PlanPages, pagesOf } from './PlanPages.ts'
import { readPlan } from './readPlan.ts'
import { WriteQueue } from './WriteQueue.ts'
import { takeWriterLock } from './writerLock.ts'

/** Opens a plan for writing, or for following where another window writes it. */
export async function openPlan(
  database: Database,
  id: Id<'plan'>,
  onProgress: (fraction: number) => void,
  onListChange: () => void,
): Promise<Result<PlanStore, StorageFault>> {
  const lock = await takeWriterLock(id)
  const channel = new BroadcastChannel(`valles-plan:${id}`)
  const followed: JournalEntry[] = []
  const followers = new Set<(entry: JournalEntry) => void>()
  if (!lock.held) {
    channel.addEventListener('message', ({ data }: MessageEvent<JournalEntry>) => {
      if (followers.size === 0) followed.push(data)
      for (const listener of followers) listener(data)
    })
  }
  const read = await readPlan(database, id, onProgress)
  if (!read.ok) {
    lock.release()
    channel.close()
    return read
  }
  const pages = new PlanPages()
  try {
    if (read.value.row.format < CURRENT_FORMAT && lock.held) await rewrite(database, id, read.value.records)
    const current = read.value.row.format < CURRENT_FORMAT ? numbered(read.value.records) : read.value.pages
    for (const { page, records } of current) pages.load(page, records)
  } catch (error) {
    lock.release()
    channel.close()
    return err(faultOf(error))
  }
  const document = new PlanDocument(read.value.records, read.value.row.revision)
  const lines = await readLines(database, id)
  const queue = new WriteQueue(database, id, (entry) => {
    channel.postMessage(entry)
    onListChange()
  })
  const onClose = (): void => queue.fail('closed')
  database.on('close', onClose)
  return ok({
    document,
    lines,
    isWriter: lock.held,
    append: (entry) => {
      queue.add({
        entry,
        pages: pages.write(entry.diff, (record) => document.get<RecordKind>(record)),
        summary: summaryOf(document),
      })
    },
    retry: () => queue.retry(),
    flushed: () => queue.flushed(),
    diff: async (revision) => (await database.diffs.get([id, revision]))?.diff ?? null,
    diffsAfter: async (revision) => {
      const range = database.diffs.where('[plan+revision]').between([id, revision], [id, Dexie.maxKey], false, true)
      return (await range.toArray()).map((row) => row.diff)
    },
    versions: async () =>
      (await database.versions.where('[plan+revision]').between([id, Dexie.minKey], [id, Dexie.maxKey]).toArray()).map(
        ({ plan: _plan, ...version }) => version,
      ),
    nameVersion: (revision, name) => attempt(() => database.versions.put({ plan: id, revision, name, at: Date.now() })),
    removeVersion: (revision) => attempt(() => database.versions.delete([id, revision])),
    onSaveState: (listener: (state: SaveState) => void) => queue.onState(listener),
    onFollow: (listener) => {
      followers.add(listener)
      for (const entry of followed.splice(0)) listener(entry)
      return () => followers.delete(listener)
    },
    onWritable: (listener) => {
      let isListening = !lock.held
      void lock.granted.then(() => {
        if (isListening) listener()
      })
      return () => {
        isListening = false
      }
    },
    close: async () => {
      await queue.flushed()
      database.on('close').unsubscribe(onClose)
      channel.close()
      lock.release()
    },
  })
}

/** What the list of plans says of one. */
function summaryOf(document: PlanDocument): { title: string; units: number; missions: number; records: number } {
  let records = 0
  for (const kind of document.kinds()) records += document.count(kind)
  return { title: document.meta.title, units: document.count('unit'), missions: document.count('mission'), records }
}

/** Runs one write; what fails is a value. */
export async function attempt(write: () => Promise<unknown>): Promise<Result<null, StorageFault>> {
  try {
    await write()
    return ok(null)
  } catch (error) {
    return err(faultOf(error))
  }
}

const numbered = (records: readonly AnyRecord[]): { page: number; records: AnyRecord[] }[] =>
  pagesOf(records).map(({ page, text }) => ({ page, records: JSON.parse(text) as AnyRecord[] }))

/** Puts migrated records in the place of the older ones, in one transaction. */
async function rewrite(database: Database, id: Id<'plan'>, records: readonly AnyRecord[]): Promise<void> {
  await database.transaction('rw', database.plans, database.pages, async () => {
    await database.pages.where('[plan+page]').between([id, Dexie.minKey], [id, Dexie.maxKey]).delete()
    await database.pages.bulkPut(pagesOf(records).map((page) => ({ ...page, plan: id })))
    await database.plans.update(id, { format: CURRENT_FORMAT, records: records.length })
  })
}

async function readLines(database: Database, id: Id<'plan'>): Promise<readonly JournalLine[]> {
  const rows = await database.journal.where('[plan+revision]').between([id, Dexie.minKey], [id, Dexie.maxKey]).toArray()
  return rows.map(({ plan: _plan, ...line }) => line)
}
