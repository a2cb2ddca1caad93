import { expect, test } from 'vitest'
import type { FromPlanWorker } from '../../src/contract/planWorkerMessages.ts'
import { Checker } from '../../src/domain/check/Checker.ts'
import type { PlanDocument } from '../../src/domain/plan/PlanDocument.ts'
import { makeId } from '../../src/domain/records/ids.ts'
import { flatOfTasking } from '../../src/domain/scheduling/proof/flatOfTasking.ts'
import type { Proposal } from '../../src/domain/scheduling/tasking/Proposal.ts'
import { requestFor } from '../../src/domain/scheduling/tasking/request.testing.ts'
import type { StuckTasks } from '../../src/domain/scheduling/tasking/StuckTasks.ts'
import { Tasking } from '../../src/domain/scheduling/tasking/Tasking.ts'
import { taskingPlan } from '../../src/domain/scheduling/tasking/taskingPlan.testing.ts'
import type { TaskingRequest } from '../../src/domain/scheduling/tasking/TaskingRequest.ts'
import { amounts, PlanBuilder } from '../../src/domain/testing/planBuilder.testing.ts'
import { openChuffed } from '../../src/headless/openChuffed.ts'
import { ProposalProofs } from '../../src/renderer/worker/ProposalProofs.ts'
import { ProposalRun } from '../../src/renderer/worker/ProposalRun.ts'
import { askChuffed } from './askChuffed.testing.ts'

const PATIENCE = 120_000
const HOUR = 60
const SEEDS = 6

const wantedOf = (plan: PlanDocument): TaskingRequest =>
  requestFor({ missions: [...plan.all('mission')].map(({ id }) => id), goals: ['finish'], rounds: 40, notBefore: 0 })

function propose(plan: PlanDocument, wanted: TaskingRequest): { proposal: Proposal; stuck: StuckTasks } {
  const checker = new Checker(plan)
  checker.full()
  const tasking = new Tasking(plan, checker, wanted, () => 0)
  for (;;) {
    while (tasking.step());
    const proposal = stepThrough(tasking.proposalSteps())
    const stuck = tasking.writtenBeside
    if (stuck === null) throw new Error('written beside nothing')
    if (!tasking.isAnew || !tasking.step()) return { proposal, stuck }
  }
}

function stepThrough<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Two units of one each, and three missions of two hours that ask for one: four hours, though the work would take three. */
function tightPlan(): PlanDocument {
  const b = new PlanBuilder({ horizon: { from: 0, to: 100 * HOUR } })
  for (const unit of ['U-0', 'U-1']) b.unit(unit, { capabilities: amounts({ infantry: 1 }) })
  b.type('A', { capabilities: amounts({ infantry: 1 }) })
  for (const i of [0, 1, 2]) b.mission(`M-${i}`, null, 2 * HOUR, { type: makeId('mission-type', 'A') })
  return b.build()
}

test(
  'a finish that no sum of work explains is proven, a later one is not',
  async () => {
    const plan = tightPlan()
    const { proposal, stuck } = propose(plan, wantedOf(plan))
    const { finish } = proposal
    expect(finish).toMatchObject({ end: 4 * HOUR, isProven: false })
    const proofs = new ProposalProofs(wantedOf(plan), openChuffed)
    const later: Proposal = { ...proposal, finish: finish && { ...finish, end: finish.end + 1 } }
    proofs.follow(later, stuck)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(proofs.marked(later, stuck)).toBe(later)
    proofs.follow(proposal, stuck)
    await expect.poll(() => proofs.marked(proposal, stuck).finish?.isProven, { timeout: 60_000 }).toBe(true)
    expect(proofs.marked(later, stuck)).toBe(later)
    proofs.end()
  },
  PATIENCE,
)

test(
  'what a proposal does is never refuted',
  async () => {
    const refuted: number[] = []
    let asked = 0
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const plan = taskingPlan(seed)
      const wanted = wantedOf(plan)
      const { proposal, stuck } = propose(plan, wanted)
      const { finish, unplaced } = proposal
      if (finish === null) continue
      const { model } = stuck
      const without = new Set(unplaced.map(({ mission }) => mission))
      const among = model.tasks.filter(({ mission }) => !without.has(mission.id)).map(({ index }) => index)
      asked += 1
      const { isRefuted } = await askChuffed(flatOfTasking(model, new Set(among), finish.end + 1))
      if (isRefuted) refuted.push(seed)
    }
    expect(refuted).toEqual([])
    expect(asked).toBeGreaterThan(SEEDS / 2)
  },
  PATIENCE,
)

/**
 * Two helicopters, and three flights of two hours in a window: in three hours each could do one and a half of them, which
 * no sum of hours rules out; in four there is room for all.
 */
function flightsWithin(window: number, start: number | null): PlanDocument {
  const b = new PlanBuilder({ horizon: { from: 0, to: 100 * HOUR } })
  for (const unit of ['U-0', 'U-1']) b.unit(unit, { capabilities: amounts({ helicopter: 1 }) })
  b.type('A', { capabilities: amounts({ helicopter: 1 }) })
  for (const i of [0, 1, 2]) {
    b.mission(`M-${i}`, start, 2 * HOUR, { type: makeId('mission-type', 'A'), earliest: 0, latest: window })
  }
  return b.build()
}

const conflictsOf = ({ unplaced }: Proposal): boolean[] => unplaced.map(({ conflict }) => conflict.isProven)

test.each([
  ['without a time', null],
  ['that stays where it is', 0],
])(
  'that a mission %s has no room beside those in its way is proven',
  async (_, start) => {
    const plan = flightsWithin(3 * HOUR, start)
    const wanted = { ...wantedOf(plan), goals: [] }
    const { proposal, stuck } = propose(plan, wanted)
    expect(conflictsOf(proposal)).toEqual([false])
    expect(stuck.tasks).toHaveLength(start === null ? 0 : 1)
    const proofs = new ProposalProofs(wanted, openChuffed, 60_000)
    proofs.conclude(proposal, stuck)
    await expect.poll(() => proofs.isAsking, { timeout: 60_000 }).toBe(false)
    expect(conflictsOf(proofs.marked(proposal, stuck))).toEqual([true])
    const other = propose(plan, wanted)
    expect(proofs.marked(other.proposal, other.stuck)).toBe(other.proposal)
  },
  PATIENCE,
)

test(
  'where there is room for all, no conflict is proven, and nothing is loaded for one that names nobody',
  async () => {
    const plan = flightsWithin(4 * HOUR, null)
    const wanted = { ...wantedOf(plan), goals: [] }
    const { proposal, stuck } = propose(plan, wanted)
    expect(proposal.unplaced).toEqual([])
    let opened = 0
    const open = (): ReturnType<typeof openChuffed> => {
      opened += 1
      return openChuffed()
    }
    const proofs = new ProposalProofs(wanted, open, 60_000)
    const doubted = (others: readonly number[]): Proposal => {
      const requirements = others.map((i) => ({
        requirement: { kind: 'busy', other: makeId('mission', `M-${i}`) } as const,
        freed: null,
      }))
      return {
        ...proposal,
        unplaced: [{ mission: makeId('mission', 'M-2'), conflict: { requirements, isProven: false } }],
      }
    }
    proofs.conclude(doubted([]), stuck)
    expect([proofs.isAsking, opened]).toEqual([false, 0])
    proofs.conclude(doubted([0, 1]), stuck)
    expect(proofs.isAsking).toBe(true)
    await expect.poll(() => proofs.isAsking, { timeout: 60_000 }).toBe(false)
    expect(opened).toBe(1)
    expect(conflictsOf(proofs.marked(doubted([0, 1]), stuck))).toEqual([false])
  },
  PATIENCE,
)

type Proposed = Extract<FromPlanWorker, { type: 'proposed' }>

/** Runs a search as the worker does; `onProposed` hears of each answer. */
async function run(plan: PlanDocument, onProposed: (answer: Proposed, run: ProposalRun) => void): Promise<Proposed[]> {
  const checker = new Checker(plan)
  checker.full()
  const told: Proposed[] = []
  const proposalRun: ProposalRun = new ProposalRun({
    request: 1,
    wanted: { ...wantedOf(plan), goals: [] },
    post: (message) => {
      if (message.type !== 'proposed') return
      told.push(message)
      onProposed(message, proposalRun)
    },
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    open: openChuffed,
  })
  await proposalRun.run(plan, checker)
  return told
}

test(
  'a search that is over waits for proofs, then tells the last answer with them; stopped, it waits no more',
  async () => {
    const waited = await run(flightsWithin(3 * HOUR, null), () => {})
    expect(waited.filter(({ isLast }) => isLast)).toEqual([waited.at(-1)])
    expect(waited.length).toBeGreaterThan(1)
    expect(conflictsOf(waited.at(-1)!.proposal)).toEqual([true])
    const settled = await run(flightsWithin(3 * HOUR, null), (_, proposalRun) => proposalRun.settle())
    expect(settled.map(({ isLast }) => isLast)).toEqual([false, true])
    expect(conflictsOf(settled.at(-1)!.proposal)).toEqual([false])
    const ended = await run(flightsWithin(3 * HOUR, null), (_, proposalRun) => proposalRun.end())
    expect(ended.map(({ isLast }) => isLast)).toEqual([false])
    const free = await run(flightsWithin(4 * HOUR, null), () => {})
    expect(free.at(-1)).toMatchObject({ isLast: true, proposal: { unplaced: [] } })
  },
  PATIENCE,
)
