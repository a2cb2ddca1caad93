import { expect, test } from 'vitest'
import { makeId } from '../records/ids.ts'
import { findingsBy, inBoth, theFinding, tryRepairs } from '../testing/findings.testing.ts'
import { amounts, PlanBuilder } from '../testing/planBuilder.testing.ts'

function patrol(brings: number, has = 5, start: number | null = 0, isAssigned = true) {
  const b = new PlanBuilder()
  b.type('GND-1', { capabilities: amounts({ infantry: 3 }) })
  const unit = b.unit('BIM 42', { capabilities: amounts({ infantry: has }) })
  const mission = b.mission('M-1', start, 60, { type: makeId('mission-type', 'GND-1') })
  if (isAssigned) b.assign(mission, unit, brings === 0 ? {} : { infantry: brings })
  return b
}

test('what the units bring has to cover what the type asks for', () => {
  expect(findingsBy('capability-short', patrol(3).build())).toEqual([])
  const plan = patrol(2).build()
  expect(inBoth(theFinding('capability-short', plan), plan)).toEqual([
    'M-1 (GND-1) necesita 3 de pelotón de infantería y sus unidades llevan 2: falta 1',
    'M-1 (GND-1) needs 3 of infantry section and its units bring 2: 1 short',
  ])
})

test('nobody brings more than it has', () => {
  expect(theFinding('capability-short', patrol(3, 1).build()).params).toMatchObject({ needs: 3, has: 1 })
})

test('off the schedule it is judged once the mission has units', () => {
  expect(findingsBy('capability-short', patrol(0, 5, null, false).build())).toEqual([])
  expect(findingsBy('capability-short', patrol(0, 5, null).build())).toHaveLength(1)
  expect(findingsBy('capability-short', patrol(0, 5, 0, false).build())).toHaveLength(1)
})

test('the unit brings more where it has more', () => {
  const plan = patrol(2).build()
  const tried = tryRepairs(theFinding('capability-short', plan), plan)
  expect(tried[0]?.repair.text).toBe('Que BIM 42 lleve a M-1 3 de pelotón de infantería en vez de 2')
  expect(tried.every((t) => t.isMended && t.errorsLeft === 0)).toBe(true)
})

test('another free unit is put beside it where it has not', () => {
  const b = patrol(2, 2)
  b.unit('BIM 43', { capabilities: amounts({ infantry: 1 }) })
  const plan = b.build()
  const tried = tryRepairs(theFinding('capability-short', plan), plan)
  expect(tried.map((t) => t.repair.text)).toEqual(['Asignar BIM 43 a M-1 con 1 de pelotón de infantería'])
  expect(tried.every((t) => t.isMended && t.errorsLeft === 0)).toBe(true)
})
