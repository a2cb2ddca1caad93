import { expect, test } from 'vitest'
import { Checker } from '../../src/domain/check/Checker.ts'
import type { PlanDocument } from '../../src/domain/plan/PlanDocument.ts'
import { makeId } from '../../src/domain/records/ids.ts'
import { flatOfTasking } from '../../src/domain/scheduling/proof/flatOfTasking.ts'
import type { Proposal } from '../../src/domain/scheduling/tasking/Proposal.ts'
import { requestFor } from '../../src/domain/scheduling/tasking/request.testing.ts'
import { StuckTasks } from '../../src/domain/scheduling/tasking/StuckTasks.ts'
import { Tasking } from '../../src/domain/scheduling/tasking/Tasking.ts'
import { taskingPlan } from '../../src/domain/scheduling/tasking/taskingPlan.testing.ts'
import type { TaskingRequest } from '../../src/domain/scheduling/tasking/TaskingRequest.ts'
import { amounts, PlanBuilder } from '../../src/domain/testing/planBuilder.testing.ts'
import { openChuffed } from '../../src/headless/openChuffed.ts'
import { FinishProof } from '../../src/renderer/worker/FinishProof.ts'
import { askChuffed } from './askChuffed.testing.ts'

const PATIENCE = 120_000
const HOUR = 60
const SEEDS = 6

const wantedOf = (plan: PlanDocument): TaskingRequest =>
  requestFor({ missions: [...plan.all('mission')].map(({ id }) => id), goals: ['finish'], rounds: 40, notBefore: 0 })

function propose(plan: PlanDocument, wanted: TaskingRequest): Proposal {
  const checker = new Checker(plan)
  checker.full()
  const tasking = new Tasking(plan, checker, wanted, () => 0)
  while (tasking.step());
  const steps = tasking.proposalSteps()
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
    const proposal = propose(plan, wantedOf(plan))
    const { finish } = proposal
    expect(finish).toMatchObject({ end: 4 * HOUR, isProven: false })
    const proof = new FinishProof(plan, wantedOf(plan), openChuffed)
    const later: Proposal = { ...proposal, finish: finish && { ...finish, end: finish.end + 1 } }
    proof.follow(later)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(proof.marked(later)).toBe(later)
    proof.follow(proposal)
    await expect.poll(() => proof.marked(proposal).finish?.isProven, { timeout: 60_000 }).toBe(true)
    expect(proof.marked(later)).toBe(later)
    proof.end()
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
      const { finish, unplaced } = propose(plan, wanted)
      if (finish === null) continue
      const { model } = StuckTasks.of(plan, wanted)
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
