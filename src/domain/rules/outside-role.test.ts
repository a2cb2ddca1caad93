import { expect, test } from 'vitest'
import { isRecordOf } from '../records/catalog.ts'
import { makeId } from '../records/ids.ts'
import { findingsBy, inBoth, theFinding, tryRepairs } from '../testing/findings.testing.ts'
import { PlanBuilder } from '../testing/planBuilder.testing.ts'

function riverMission(part: 'supported' | 'supporting', start: number | null = 0) {
  const b = new PlanBuilder()
  b.type('NAV-2', { components: ['naval'] })
  const unit = b.unit('2.ª Bda')
  b.unit('UCF 1', { component: makeId('component', 'naval') })
  const id = b.assign(b.mission('M-1', start, 60, { type: makeId('mission-type', 'NAV-2') }), unit)
  const assignment = b.records.get(id)
  if (assignment === undefined || !isRecordOf('assignment', assignment)) throw new Error('not assigned')
  b.put<'assignment'>({ ...assignment, part })
  return b.build()
}

test('a unit leads only what its component may lead', () => {
  const plan = riverMission('supported')
  expect(inBoth(theFinding('outside-role', plan), plan)).toEqual([
    '2.ª Bda es del componente terrestre y conduce M-1; el tipo NAV-2 lo conduce el componente naval',
    '2.ª Bda is of the ground component and leads M-1; type NAV-2 is led by the naval component',
  ])
})

test('a unit of any component may support', () => {
  expect(findingsBy('outside-role', riverMission('supporting'))).toEqual([])
})

test('is judged off the schedule too', () => {
  expect(findingsBy('outside-role', riverMission('supported', null))).toHaveLength(1)
})

test('another unit takes the mission, or this one stays in support', () => {
  const plan = riverMission('supported')
  const tried = tryRepairs(theFinding('outside-role', plan), plan)
  expect(tried.map((t) => t.repair.text)).toEqual([
    'Dar M-1 a UCF 1 en lugar de 2.ª Bda',
    'Dejar a 2.ª Bda en M-1 como apoyo, sin conducirla',
  ])
  expect(tried.every((t) => t.isMended && t.errorsLeft === 0)).toBe(true)
})
