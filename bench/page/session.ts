/** The program's own session, storage and worker without its interface, for `sessionSuite.ts` to time. */
import type { Command } from '../../src/domain/commands/catalog.ts'
import type { PlanReader } from '../../src/domain/plan/PlanDocument.ts'
import type { Id } from '../../src/domain/records/ids.ts'
import { dexieStorage } from '../../src/renderer/persistence/dexieStorage.ts'
import { PlanSession } from '../../src/renderer/session/PlanSession.ts'
import type { SessionState } from '../../src/renderer/session/SessionState.ts'
import { decodePlan } from '../../src/renderer/worker/decodePlan.ts'
import { startChecker } from '../../src/renderer/worker/startChecker.ts'
import { Random } from '../random.ts'

/** Milliseconds of each edit. */
export interface EditTimes {
  /** The call itself. */
  readonly memory: readonly number[]
  /** From the call until the change shows as saved. */
  readonly durable: readonly number[]
  /** From the call until the findings rest on it. */
  readonly checked: readonly number[]
}

/** What the page offers to the suite. */
interface SessionBench {
  /** Takes a plan file in and gives the plan's id. */
  readonly importPlan: (url: string) => Promise<Id<'plan'>>
  /** Milliseconds from opening the plan to its whole findings. */
  readonly open: (id: Id<'plan'>) => Promise<number>
  /** Edits one after the other, each saved and checked before the next. */
  readonly edit: (kind: 'moves' | 'mixed', count: number, seed: number) => Promise<EditTimes>
  /** Takes edits back one after the other: milliseconds in memory. */
  readonly undo: (count: number) => Promise<readonly number[]>
}

declare global {
  interface Window {
    bench: SessionBench
  }
}

const storage = dexieStorage()
const session = new PlanSession({
  storage,
  startChecker,
  now: () => Date.now(),
  newLocalId: () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => (b % 36).toString(36)).join(''),
  author: () => 'S3',
})

/** The time at which the state first is as asked, while waiting or at once. */
function until(is: (state: SessionState) => boolean): Promise<number> {
  if (is(session.store.getState())) return Promise.resolve(performance.now())
  return new Promise((resolve, reject) => {
    const end = session.store.subscribe((state) => {
      if (state.save.state === 'failed') reject(new Error(`not saved: ${state.save.fault}`))
      if (!is(state)) return
      end()
      resolve(performance.now())
    })
  })
}

const isSaved = (state: SessionState): boolean => state.save.state === 'saved'

const openDocument = (): PlanReader => {
  const { plan } = session.store.getState()
  if (plan === null) throw new Error('no plan is open')
  return plan
}

/** Lets timers and garbage of one measurement not fall into the next. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

const importPlan: SessionBench['importPlan'] = async (url) => {
  const decoded = await decodePlan(new Uint8Array(await (await fetch(url)).arrayBuffer()))
  if (!decoded.ok) throw new Error(decoded.error.code)
  const created = await storage.create(decoded.value.records)
  if (!created.ok) throw new Error(created.error)
  return created.value
}

const open: SessionBench['open'] = async (id) => {
  const start = performance.now()
  if (!(await session.open(id))) throw new Error(JSON.stringify(session.store.getState().open))
  return (await until((s) => s.checking === null)) - start
}

const edit: SessionBench['edit'] = async (kind, count, seed) => {
  const plan = openDocument()
  const random = new Random(seed)
  const missions = [...plan.all('mission')].map((m) => m.id)
  const times = { memory: [] as number[], durable: [] as number[], checked: [] as number[] }
  for (let i = 0; i < count; i += 1) {
    const mission = random.pick(missions)
    const command = kind === 'moves' ? moveOf(plan, mission, random) : anyEditOf(plan, mission, random)
    await pause()
    const start = performance.now()
    const done = session.dispatch(command)
    times.memory.push(performance.now() - start)
    if (!done.ok) throw new Error(`${command.type}: ${done.error.code}`)
    const revision = done.value.revision
    const [saved, checked] = await Promise.all([until(isSaved), until((s) => s.checkedRevision >= revision)])
    times.durable.push(saved - start)
    times.checked.push(checked - start)
  }
  return times
}

const undo: SessionBench['undo'] = async (count) => {
  const times: number[] = []
  for (let i = 0; i < count; i += 1) {
    await pause()
    const start = performance.now()
    const undone = session.undo()
    times.push(performance.now() - start)
    const result = await undone
    if (!result.ok) throw new Error(`undo: ${result.error.code}`)
    const { revision } = result.value
    await Promise.all([until(isSaved), until((s) => s.checkedRevision >= revision)])
  }
  return times
}

window.bench = { importPlan, open, edit, undo }

/** Up to ten days to either side. */
function moveOf(plan: PlanReader, mission: Id<'mission'>, random: Random): Command {
  const start = (plan.get(mission)?.start ?? 0) + random.whole(-240, 240) * 60 + 15
  return { type: 'moveMissions', moves: [{ mission, start }] }
}

/** Moves for the most part, as in planning. */
function anyEditOf(plan: PlanReader, mission: Id<'mission'>, random: Random): Command {
  const current = plan.get(mission)
  const draw = random.unit()
  if (draw < 0.6 || current === undefined) return moveOf(plan, mission, random)
  if (draw < 0.8) {
    const likelyMinutes = current.duration.likely + 60
    return { type: 'stretchMission', mission, start: current.start ?? 0, likelyMinutes }
  }
  return { type: 'editRecords', ids: [mission], fields: { title: `Misión cambiada ${random.whole(1, 1e9)}` } }
}
