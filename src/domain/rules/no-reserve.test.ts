import { expect, test } from 'vitest'
import { makeId } from '../records/ids.ts'
import { findingsBy, inBoth, theFinding, tryRepairs } from '../testing/findings.testing.ts'
import { PlanBuilder } from '../testing/planBuilder.testing.ts'

const DAY = 1_440
const PHASES = [
  { key: 'F1', name: { es: 'Uno', en: 'One' }, from: 0, to: 10 * DAY },
  { key: 'F2', name: { es: 'Dos' }, from: 10 * DAY, to: 20 * DAY },
]

/** Missions M-1 on day 1 and M-2 on day 2 of the first phase, led by a ground unit. */
function builder() {
  const b = new PlanBuilder({ phases: PHASES })
  b.type('MED', { components: ['ground'], provides: ['medevac'] })
  b.assign(b.mission('M-2', 2 * DAY, 60, { phase: 'F1' }), b.unit('LEAD'))
  b.assign(b.mission('M-1', DAY, 60, { phase: 'F1' }), makeId('unit', 'LEAD'))
  return b
}

test('a phase with missions needs a unit in reserve; a phase without missions with a time needs none', () => {
  const b = builder()
  b.mission('M-3', null, 60, { phase: 'F2' })
  b.mission('M-4', 11 * DAY, 60, { phase: 'F2', status: 'cancelled' })
  const plan = b.build()
  const finding = theFinding('no-reserve', plan)
  expect(finding.records).toEqual([makeId('mission', 'M-1')])
  expect(inBoth(finding, plan)).toEqual([
    'La fase F1 (Uno) tiene 2 misiones con hora (la primera, M-1) y 0 unidades en reserva',
    'Phase F1 (One) has 2 missions with a time (M-1 the first) and 0 units in reserve',
  ])
  b.hold(makeId('mission', 'M-2'), b.unit('R'))
  expect(findingsBy('no-reserve', b.build())).toEqual([])
})

test('a free unit of the same component is held on the phase’s first mission', () => {
  const b = builder()
  b.unit('FREE')
  b.unit('AIR', { component: makeId('component', 'air') })
  const plan = b.build()
  expect(tryRepairs(theFinding('no-reserve', plan), plan)).toMatchObject([
    { isMended: true, errorsLeft: 0, repair: { text: 'Tener a FREE en reserva en M-1 (151200R FEB 23)' } },
  ])
})
