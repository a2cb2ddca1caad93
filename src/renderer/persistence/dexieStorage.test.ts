import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { Dexie } from 'dexie'
import { beforeEach, expect, test } from 'vitest'
import { decodePlanFile } from '../../domain/formats/planFile.ts'
import { EMPTY_DIFF, reverseDiff } from '../../domain/plan/diff.ts'
import type { JournalEntry } from '../../domain/plan/journal.ts'
import type { AnyRecord } from '../../domain/records/catalog.ts'
import { makeId } from '../../domain/records/ids.ts'
import { readTemplate } from '../../domain/templates/readTemplate.ts'
import { PlanSession } from '../session/PlanSession.ts'
import type { PlanStorage, PlanStore } from '../session/PlanStorage.ts'
import { Database } from './database.ts'
import { dexieStorage } from './dexieStorage.ts'

const template = readTemplate(JSON.parse(readFileSync('resources/templates/campaign-2023.json', 'utf8')))
if (!template.ok) throw new Error(template.error.code)
const records = template.value
const plan = records.find((r) => r.id.startsWith('plan:'))?.id as ReturnType<typeof makeId<'plan'>>
const m007 = records.find((r) => 'code' in r && r.code === 'M-007')?.id as ReturnType<typeof makeId<'mission'>>

let names = 0
let database: Database
let storage: PlanStorage

/** Node has no Web Locks: the two calls that the program makes, within one process. */
function giveLocks(): void {
  const holders = new Map<string, Promise<unknown>>()
  const request = async (name: string, options: LockOptions, run: (lock: Lock | null) => Promise<void> | undefined) => {
    if (options.ifAvailable === true && holders.has(name)) return run(null)
    while (holders.has(name)) await holders.get(name)
    const held = Promise.resolve(run({ name, mode: 'exclusive' }))
    holders.set(name, held)
    await held
    holders.delete(name)
  }
  Object.defineProperty(globalThis.navigator, 'locks', { value: { request }, configurable: true })
}

beforeEach(() => {
  giveLocks()
  names += 1
  database = new Database(`test-${names}`)
  storage = dexieStorage(database)
})

async function openStore(): Promise<PlanStore> {
  const opened = await storage.open(plan, () => {})
  if (!opened.ok) throw new Error(opened.error)
  return opened.value
}

async function openSession(onStorage = storage): Promise<PlanSession> {
  let ids = 0
  const session = new PlanSession({
    storage: onStorage,
    startChecker: () => ({
      follow: () => {},
      encode: () => Promise.reject(new Error('unused')),
      simulate: () => ({ stop: () => {} }),
      propose: () => ({ settle: () => {}, drop: () => {} }),
      close: () => {},
    }),
    now: () => 1_700_000_000_000,
    newLocalId: () => `x${(ids += 1)}-${names}`,
    author: () => 'S3',
  })
  await session.open(plan)
  return session
}

const startOf = (session: PlanSession): number | null | undefined => session.store.getState().plan?.get(m007)?.start

test('what is done is there after closing and opening, undo and redo included', async () => {
  expect(await storage.create(records)).toEqual({ ok: true, value: plan })
  const session = await openSession()
  const before = startOf(session)
  session.dispatch({ type: 'moveMissions', moves: [{ mission: m007, start: 1_000 }] })
  session.dispatch({ type: 'moveMissions', moves: [{ mission: m007, start: 2_000 }] })
  await session.undo()
  expect(await session.flushed()).toBe(true)
  await session.close()

  const again = await openSession()
  expect(startOf(again)).toBe(1_000)
  expect(again.store.getState().lines.map((l) => l.kind)).toEqual(['do', 'do', 'undo'])
  await again.redo()
  expect(startOf(again)).toBe(2_000)
  await again.undo()
  await again.undo()
  expect(startOf(again)).toBe(before)
  expect((await again.undo()).ok).toBe(false)
  expect(await again.flushed()).toBe(true)
  await again.close()
  const third = await openSession()
  expect(startOf(third)).toBe(before)
  await third.redo()
  expect(startOf(third)).toBe(1_000)
})

test('the plan can go back to any point, and back again, in one step', async () => {
  await storage.create(records)
  const session = await openSession()
  const before = startOf(session)
  for (const start of [10, 20, 30]) session.dispatch({ type: 'moveMissions', moves: [{ mission: m007, start }] })
  session.dispatch({ type: 'removeRecords', ids: [m007] })
  expect((await session.restore(1)).ok).toBe(true)
  expect(startOf(session)).toBe(10)
  await session.undo()
  expect(session.store.getState().plan?.has(m007)).toBe(false)
  await session.restore(0)
  expect(startOf(session)).toBe(before)
  expect((await session.restore(session.store.getState().revision)).ok).toBe(false)
})

test('pages on disk are the plan after adding, removing and changing', async () => {
  await storage.create(records)
  const session = await openSession()
  const missions = [...(session.store.getState().plan?.all('mission') ?? [])].map((m) => m.id)
  session.dispatch({ type: 'duplicateMissions', missions: missions.slice(0, 50) })
  session.dispatch({ type: 'removeRecords', ids: missions.slice(10, 90) })
  session.dispatch({ type: 'duplicateMissions', missions: missions.slice(0, 9) })
  await session.flushed()
  const held = [...(session.store.getState().plan?.records() ?? [])]
  const read = await storage.read(plan)
  if (!read.ok) throw new Error(read.error)
  const byId = (list: readonly AnyRecord[]) => new Map(list.map((r) => [r.id, r]))
  expect(byId(read.value)).toEqual(byId(held))
  const row = await database.plans.get(plan)
  expect(row).toMatchObject({ revision: 3, records: held.length, missions: 120 - 80 + 50 + 9 })
})

test('a change that the disk refuses stops editing, is never shown as saved, and goes through when tried again', async () => {
  await storage.create(records)
  const session = await openSession()
  session.dispatch({ type: 'moveMissions', moves: [{ mission: m007, start: 1 }] })
  await session.flushed()
  const failing = (): never => {
    throw Object.assign(new Error('full'), { name: 'QuotaExceededError' })
  }
  database.journal.hook('creating', failing)
  session.dispatch({ type: 'moveMissions', moves: [{ mission: m007, start: 2 }] })
  expect(await session.flushed()).toBe(false)
  expect(session.store.getState().save).toEqual({ state: 'failed', fault: 'quota', unsaved: 1 })
  expect(session.store.getState().canEdit).toBe(false)
  expect(session.dispatch({ type: 'moveMissions', moves: [{ mission: m007, start: 3 }] })).toMatchObject({
    error: { code: 'not-writable' },
  })
  const onDisk = await storage.read(plan)
  expect(onDisk.ok && onDisk.value.find((r) => r.id === m007)).toMatchObject({ start: 1 })

  database.journal.hook('creating').unsubscribe(failing)
  session.retrySaving()
  expect(await session.flushed()).toBe(true)
  expect(session.store.getState()).toMatchObject({ save: { state: 'saved' }, canEdit: true })
  const after = await storage.read(plan)
  expect(after.ok && after.value.find((r) => r.id === m007)).toMatchObject({ start: 2 })
})

test('a database that is deleted under the plan is never written to as if nothing were', async () => {
  await storage.create(records)
  const session = await openSession()
  await new Database(database.name).delete()
  expect(session.store.getState()).toMatchObject({ save: { state: 'failed', fault: 'closed' }, canEdit: false })
  expect(session.dispatch({ type: 'moveMissions', moves: [{ mission: m007, start: 2 }] }).ok).toBe(false)
})

test('one window writes; a second one follows, and may write when the first has gone', async () => {
  await storage.create(records)
  const writer = await openSession()
  const follower = await openSession(dexieStorage(database))
  expect(follower.store.getState()).toMatchObject({ isFollower: true, canEdit: false })
  expect(follower.dispatch({ type: 'moveMissions', moves: [{ mission: m007, start: 5 }] }).ok).toBe(false)
  writer.dispatch({ type: 'moveMissions', moves: [{ mission: m007, start: 7 }] })
  await writer.flushed()
  await expect.poll(() => startOf(follower)).toBe(7)
  await writer.close()
  await expect.poll(() => follower.store.getState().isWritable).toBe(true)
  await follower.open(plan)
  expect(follower.store.getState()).toMatchObject({ isFollower: false, canEdit: true })
  await follower.close()
})

test('a plan in the bin keeps its data; a purged one leaves nothing', async () => {
  await storage.create(records)
  const session = await openSession()
  session.dispatch({ type: 'moveMissions', moves: [{ mission: m007, start: 5 }] })
  await session.flushed()
  expect(await session.nameVersion(1, 'CA 1')).toBe(true)
  expect(session.store.getState().versions).toMatchObject([{ revision: 1, name: 'CA 1' }])
  await session.close()
  await storage.setDeleted(plan, 99)
  const listed = await storage.list()
  expect(listed.ok && listed.value[0]).toMatchObject({ deletedAt: 99, missions: 120, revision: 1 })
  await storage.purge(plan)
  for (const table of database.tables) expect(await table.count(), table.name).toBe(0)
})

test('what the disk holds of a newer format, or damaged, does not open', async () => {
  await storage.create(records)
  await database.plans.update(plan, { format: 99 })
  expect(await storage.open(plan, () => {})).toEqual({ ok: false, error: 'newer' })
  await database.plans.update(plan, { format: 1 })
  await database.pages.update([plan, 1], { text: '[{"id":"mission:m1"' })
  expect(await storage.open(plan, () => {})).toEqual({ ok: false, error: 'damaged' })
  await database.pages.delete([plan, 1])
  expect(await storage.open(plan, () => {})).toEqual({ ok: false, error: 'damaged' })
  expect(await storage.open(makeId('plan', 'none'), () => {})).toEqual({ ok: false, error: 'not-found' })
})

test('a window of an older version that stays open is named, and nothing hangs', async () => {
  await storage.create(records)
  const older = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database.name)
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(new Error('not opened')))
  })
  database.close()
  const newer = new Database(database.name)
  newer.version(3).stores({ extra: 'id' })
  const blocked = dexieStorage(newer)
  expect(await blocked.list()).toEqual({ ok: false, error: 'blocked' })
  expect(await blocked.open(plan, () => {})).toEqual({ ok: false, error: 'blocked' })
  await expect(blocked.loadSettings()).rejects.toThrow('')
  older.close()
  newer.close()
})

test('a database of a newer version is refused as such', async () => {
  await storage.create(records)
  database.close()
  const newer = new Dexie(database.name)
  newer.version(3).stores({ extra: 'id' })
  await newer.open()
  newer.close()
  storage = dexieStorage(new Database(database.name))
  expect(await storage.list()).toEqual({ ok: false, error: 'newer' })
})

test('a plan of the same id is not written over', async () => {
  await storage.create(records)
  expect(await storage.create(records)).toEqual({ ok: false, error: 'exists' })
})

test('an entry that does not follow the one on disk is refused', async () => {
  await storage.create(records)
  const store = await openStore()
  const states: unknown[] = []
  store.onSaveState((s) => states.push(s))
  const entry: JournalEntry = {
    revision: 5,
    at: 1,
    author: '',
    label: { type: 'x', params: {} },
    kind: 'do',
    reverts: null,
    diff: reverseDiff(EMPTY_DIFF),
  }
  store.append(entry)
  expect(await store.flushed()).toBe(false)
  expect(states.at(-1)).toMatchObject({ state: 'failed', unsaved: 1 })
})

test('a plan of the oldest format opens', async () => {
  const old = decodePlanFile(readFileSync('src/domain/migrations/fixtures/format-1.valles'))
  if (!old.ok) throw new Error(old.error.code)
  const created = await storage.create(old.value.records)
  if (!created.ok) throw new Error(created.error)
  await database.plans.update(created.value, { format: 1 })
  const opened = await storage.open(created.value, () => {})
  expect(opened.ok && opened.value.document.meta.title).toBe('Plan de formato 1')
})
