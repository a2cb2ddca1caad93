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

test('medical evacuation is given or got by a mission of the phase', () => {
  const b = builder()
  const plan = b.build()
  expect(inBoth(theFinding('no-medevac', plan), plan)).toEqual([
    'La fase F1 (Uno) tiene 2 misiones con hora (la primera, M-1) y 0 con evacuación médica',
    'Phase F1 (One) has 2 missions with a time (M-1 the first) and 0 with medical evacuation',
  ])
  const far = b.mission('M-9', 12 * DAY, 60, { type: makeId('mission-type', 'MED') })
  b.mission('M-2', 2 * DAY, 60, { phase: 'F1', enablers: [{ kind: 'medevac', mission: far }] })
  expect(findingsBy('no-medevac', b.build())).toEqual([])
  b.mission('M-9', null, 60, { type: makeId('mission-type', 'MED') })
  expect(findingsBy('no-medevac', b.build())).toHaveLength(1)
  b.mission('M-8', 3 * DAY, 60, { type: makeId('mission-type', 'MED'), phase: 'F1' })
  expect(findingsBy('no-medevac', b.build())).toEqual([])
})

test('a mission that gives it is added to the phase', () => {
  const plan = builder().build()
  const tried = tryRepairs(theFinding('no-medevac', plan), plan)
  expect(tried).toMatchObject([
    {
      isMended: true,
      errorsLeft: 0,
      repair: { text: 'Añadir una misión MED el 151200R FEB 23 (1 h) como evacuación médica de M-1' },
    },
  ])
})
