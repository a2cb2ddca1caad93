import { expect, test } from 'vitest'
import { Checker } from '../../check/Checker.ts'
import type { Id } from '../../records/ids.ts'
import { amounts, PlanBuilder } from '../../testing/planBuilder.testing.ts'
import type { ProposedChange } from './Proposal.ts'
import { verifyChanges } from './verifyChanges.ts'

/** A change that gives a mission without units one unit at a start. */
const give = (
  mission: Id<'mission'>,
  start: number,
  unit: Id<'unit'>,
  needs: readonly Id<'mission'>[] = [],
): ProposedChange => ({
  mission,
  start: { from: null, to: start },
  units: { from: [], to: [{ unit, part: 'supported', brings: amounts({ infantry: 1 }) }] },
  needs,
  whyThen: [],
  whyThese: [],
})

function planOf() {
  const b = new PlanBuilder()
  const type = b.type('A', { capabilities: amounts({ infantry: 1 }) })
  const [first, second, third] = ['M-1', 'M-2', 'M-3'].map((code) => b.mission(code, null, 60, { type })) as [
    Id<'mission'>,
    Id<'mission'>,
    Id<'mission'>,
  ]
  const units = ['A', 'B'].map((name) => b.unit(name, { capabilities: amounts({ infantry: 3 }) })) as [
    Id<'unit'>,
    Id<'unit'>,
  ]
  const plan = b.build()
  const checker = new Checker(plan)
  checker.full()
  return { plan, checker, first, second, third, units }
}

test('what the check has nothing against is left as it is, and so are plan and checker', () => {
  const { plan, checker, first, second, units } = planOf()
  const before = { findings: checker.findings(), revision: plan.revision, records: [...plan.records()] }
  const changes = [give(first, 0, units[0]), give(second, 30, units[1])]
  expect(verifyChanges(plan, checker, changes)).toEqual({ changes, refused: [] })
  expect({ findings: checker.findings(), revision: plan.revision, records: [...plan.records()] }).toEqual(before)
})

test('a change that the check would call an error is left out, with what needs it', () => {
  const { plan, checker, first, second, third, units } = planOf()
  const { changes, refused } = verifyChanges(plan, checker, [
    give(first, 0, units[0]),
    give(second, 30, units[0]),
    give(third, 100, units[1], [first, second]),
  ])
  const left = changes.map((c) => c.mission)
  expect(left).toHaveLength(1)
  expect([first, second]).toContain(left[0])
  expect(refused.map((r) => r.rule)).toEqual(['double-booking', 'double-booking'])
})

test('a unit that lacks what is asked is refused by its own rule', () => {
  const { plan, checker, first, units } = planOf()
  const short = { ...give(first, 0, units[0]) }
  const changes = [
    { ...short, units: { ...short.units, to: [{ unit: units[0], part: 'supported', brings: [] }] } } as ProposedChange,
  ]
  expect(verifyChanges(plan, checker, changes)).toMatchObject({ changes: [], refused: [{ rule: 'capability-short' }] })
})
