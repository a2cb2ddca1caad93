import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Checker } from '../../check/Checker.ts'
import { prepare } from '../../commands/catalog.ts'
import { unusedIds } from '../../commands/unusedIds.ts'
import type { PlanDocument } from '../../plan/PlanDocument.ts'
import type { Id } from '../../records/ids.ts'
import type { ProposedChange, Proposal } from './Proposal.ts'
import { requestFor } from './request.testing.ts'
import { takingOf } from './takingOf.ts'
import { Tasking } from './Tasking.ts'
import { taskingPlan } from './taskingPlan.testing.ts'
import { TASKING_GOALS, type TaskingRequest, UNIT_FREEDOMS } from './TaskingRequest.ts'
import { errorsOf } from './writtenPlan.testing.ts'

const all = (plan: PlanDocument, more: Partial<TaskingRequest> = {}): TaskingRequest =>
  requestFor({ missions: [...plan.all('mission')].map((m) => m.id), seed: 7, rounds: 25, ...more })

function propose(plan: PlanDocument, wanted: TaskingRequest): Proposal {
  const checker = new Checker(plan)
  checker.full()
  const tasking = new Tasking(plan, checker, wanted, () => 0)
  for (;;) {
    while (tasking.step());
    const proposal = written(tasking)
    if (!tasking.isAnew || !tasking.step()) return proposal
  }
}

function written(tasking: Tasking): Proposal {
  const steps = tasking.proposalSteps()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Errors about changed missions that there were not before. */
function newErrors(plan: PlanDocument, changes: readonly ProposedChange[]): string[] {
  const before = new Set(errorsOf(plan).map((f) => f.key))
  const taken = prepare(takingOf(changes), plan, { now: 0, author: '', newId: unusedIds(plan, 'taken') })
  if (!taken.ok) throw new Error(taken.error.code)
  const changed = new Set<Id>(changes.map((c) => c.mission))
  return plan.tryOut((apply) => {
    apply(taken.value.diff)
    const fresh = errorsOf(plan).filter((f) => !before.has(f.key) && f.records.some((id) => changed.has(id)))
    return fresh.map((f) => f.key)
  })
}

const asked = fc.record({
  mayMove: fc.boolean(),
  units: fc.constantFrom(...UNIT_FREEDOMS),
  goals: fc.subarray([...TASKING_GOALS]),
})

test('taken whole, a proposal adds no error; the plan is as it was until then', () => {
  let changed = 0
  fc.assert(
    fc.property(fc.nat(), asked, (seed, fields) => {
      const plan = taskingPlan(seed)
      const records = new Set(plan.records())
      const { changes } = propose(plan, all(plan, fields))
      expect([plan.revision, new Set(plan.records())]).toEqual([0, records])
      changed += changes.length
      expect(changes.length === 0 ? [] : newErrors(plan, changes)).toEqual([])
    }),
    { numRuns: 40 },
  )
  expect(changed).toBeGreaterThan(50)
})

test('a change with what it needs can be taken without the rest', () => {
  let parts = 0
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const plan = taskingPlan(seed)
      const { changes } = propose(plan, all(plan, { goals: ['lateness'] }))
      for (const { mission } of changes) {
        const part = new Set([mission])
        for (const id of part) for (const other of changes.find((c) => c.mission === id)?.needs ?? []) part.add(other)
        if (part.size === changes.length) continue
        parts += 1
        expect(
          newErrors(
            plan,
            changes.filter((c) => part.has(c.mission)),
          ),
        ).toEqual([])
      }
    }),
    { numRuns: 12 },
  )
  expect(parts).toBeGreaterThan(20)
})

test('the same plan, request and rounds give the same proposal', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const plan = taskingPlan(seed)
      const wanted = all(plan, { rounds: 10, goals: ['finish', 'travel'] })
      expect(propose(plan, wanted)).toEqual(propose(taskingPlan(seed), wanted))
    }),
    { numRuns: 15 },
  )
})
