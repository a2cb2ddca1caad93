/**
 * The program's own session and storage without its interface: edits at random as fast as the disk takes them, and
 * tells the test what was made and what was shown as saved.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import template from '../../resources/templates/campaign-2023.json' with { type: 'json' }
import type { Command } from '../../src/domain/commands/catalog.ts'
import { encodePlanFile } from '../../src/domain/formats/planFile.ts'
import { checkRecords } from '../../src/domain/plan/checkRecords.ts'
import type { PlanReader } from '../../src/domain/plan/PlanDocument.ts'
import type { RecordOf } from '../../src/domain/records/catalog.ts'
import type { RecordKind } from '../../src/domain/records/ids.ts'
import { readTemplate } from '../../src/domain/templates/readTemplate.ts'
import { dexieStorage } from '../../src/renderer/persistence/dexieStorage.ts'
import { PlanSession } from '../../src/renderer/session/PlanSession.ts'

export interface Told {
  readonly kind: 'made' | 'saved'
  readonly revision: number
  /** Hash of the whole plan at that revision; empty for `saved`. */
  readonly digest: string
}

declare global {
  interface Window {
    tell(told: Told): Promise<void>
    /** Opens the plan, or creates it; gives its revision and the hash of what is there, or why it does not open. */
    openPlan(): Promise<{ revision: number; digest: string; isWhole: boolean } | string>
    edit(seed: number): Promise<void>
  }
}

const storage = dexieStorage()
let random = mulberry32(1)
const session = new PlanSession({
  storage,
  startChecker: () => ({
    follow: () => {},
    encode: () => Promise.reject(new Error('unused')),
    simulate: () => ({ stop: () => {} }),
    propose: () => ({ settle: () => {}, drop: () => {} }),
    close: () => {},
  }),
  now: () => Date.now(),
  newLocalId: () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => (b % 36).toString(36)).join(''),
  author: () => 'S3',
})

const digestOf = (plan: PlanReader): string =>
  bytesToHex(sha256(encodePlanFile([...plan.records()].sort((a, b) => (a.id < b.id ? -1 : 1)))))

window.openPlan = async () => {
  const listed = await storage.list()
  if (!listed.ok) return listed.error
  let id = listed.value[0]?.id
  if (id === undefined) {
    const records = readTemplate(template)
    if (!records.ok) return records.error.code
    const created = await storage.create(records.value)
    if (!created.ok) return created.error
    id = created.value
  }
  if (!(await session.open(id))) return JSON.stringify(session.store.getState().open)
  const { plan, lines } = session.store.getState()
  if (plan === null) return 'no plan'
  const isContiguous = lines.every((line, i) => line.revision === i + 1) && lines.length === plan.revision
  return { revision: plan.revision, digest: digestOf(plan), isWhole: checkRecords(plan.records()).ok && isContiguous }
}

window.edit = async (seed) => {
  random = mulberry32(seed)
  session.store.subscribe((state, before) => {
    if (state.save.state === 'saved' && before.save.state !== 'saved') {
      void window.tell({ kind: 'saved', revision: state.revision, digest: '' })
    }
  })
  for (;;) {
    const { plan } = session.store.getState()
    if (plan === null) throw new Error('the plan has gone')
    const isDone = random() < 0.15 ? (await session.undo()).ok : session.dispatch(randomCommand(plan)).ok
    if (isDone) void window.tell({ kind: 'made', revision: plan.revision, digest: digestOf(plan) })
    // Now and then several changes wait for the disk at once; now and then it is given time to catch up.
    if (random() < 0.3) await session.flushed()
    else await new Promise((resolve) => setTimeout(resolve, 0))
  }
}

function randomCommand(plan: PlanReader): Command {
  const one = <K extends RecordKind>(kind: K): RecordOf<K> => {
    const list = [...plan.all(kind)]
    const record = list[Math.floor(random() * list.length)]
    if (record === undefined) throw new Error(`no ${kind} is left`)
    return record
  }
  const start = Math.floor(random() * 400_000)
  const mission = one('mission').id
  switch (Math.floor(random() * 7)) {
    case 0:
      return { type: 'moveMissions', moves: [{ mission, start }] }
    case 1:
      return { type: 'stretchMission', mission, start, likelyMinutes: 60 + Math.floor(random() * 5_000) }
    case 2:
      return { type: 'assignUnit', mission, unit: one('unit').id, part: 'supporting' }
    case 3:
      return { type: 'duplicateMissions', missions: [mission] }
    case 4:
      return plan.count('mission') > 60
        ? { type: 'removeRecords', ids: [mission] }
        : { type: 'duplicateMissions', missions: [mission, one('mission').id] }
    case 5:
      return { type: 'attachUnits', units: [one('unit').id], superior: one('unit').id, from: 1_680_000_000_000 }
    default:
      return { type: 'editRecords', ids: [one('mission').id, mission], fields: { title: `Título ${start}` } }
  }
}

/** Small seeded generator: the same seed asks for the same edits. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
