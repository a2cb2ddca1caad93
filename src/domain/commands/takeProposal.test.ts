import { expect, test } from 'vitest'
import { PlanDocument } from '../plan/PlanDocument.ts'
import type { Id } from '../records/ids.ts'
import { makeId, type RecordKind } from '../records/ids.ts'
import { PlanBuilder } from '../testing/planBuilder.testing.ts'
import { type Command, prepare } from './catalog.ts'

const context = () => {
  let ids = 0
  return {
    now: 0,
    author: 'prueba',
    newId: <K extends RecordKind>(kind: K) => {
      ids += 1
      return makeId(kind, `nuevo${ids}`)
    },
  }
}

function planOf() {
  const b = new PlanBuilder()
  const mission = b.mission('M', null, 60)
  const [a, c, d] = [b.unit('A'), b.unit('B'), b.unit('C')]
  b.assign(mission, a)
  b.assign(mission, c)
  const plan = b.build()
  return { plan, mission, units: [a, c, d] as const }
}

const take = (plan: PlanDocument, command: Command) => {
  const change = prepare(command, plan, context())
  if (!change.ok) throw new Error(change.error.code)
  plan.apply(change.value.diff)
  return change.value.diff
}

const onMission = (plan: PlanDocument, mission: Id<'mission'>) =>
  plan.indexes.assignmentsOfMission.get(mission).map((a) => [a.unit, a.part])

test('units that stay keep their assignment, one that goes hands it to the one that comes', () => {
  const { plan, mission, units } = planOf()
  const [a, b, c] = units
  const before = plan.indexes.assignmentsOfMission.get(mission).map((x) => x.id)
  const diff = take(plan, {
    type: 'takeProposal',
    changes: [
      {
        mission,
        start: 120,
        units: [
          { unit: a, part: 'supported', brings: [] },
          { unit: c, part: 'supporting', brings: [] },
        ],
      },
    ],
  })
  expect(plan.get(mission)?.start).toBe(120)
  expect(onMission(plan, mission)).toEqual([
    [a, 'supported'],
    [c, 'supporting'],
  ])
  expect(plan.indexes.assignmentsOfMission.get(mission).map((x) => x.id)).toEqual(before)
  expect(diff.added).toEqual([])
  expect(onMission(plan, mission).some(([unit]) => unit === b)).toBe(false)
})

test('a second unit too many goes, and one unknown refuses the whole', () => {
  const { plan, mission, units } = planOf()
  const [a] = units
  const diff = take(plan, {
    type: 'takeProposal',
    changes: [{ mission, start: 0, units: [{ unit: a, part: 'supported', brings: [] }] }],
  })
  expect(diff.removed).toHaveLength(1)
  const refused = prepare(
    {
      type: 'takeProposal',
      changes: [{ mission, start: 0, units: [{ unit: makeId('unit', 'nadie'), part: 'supported', brings: [] }] }],
    },
    plan,
    context(),
  )
  expect(refused).toMatchObject({ ok: false, error: { code: 'missing' } })
})
