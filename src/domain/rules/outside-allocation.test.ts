import { expect, test } from 'vitest'
import { findingsBy, inBoth, theFinding, tryRepairs } from '../testing/findings.testing.ts'
import { at, PlanBuilder } from '../testing/planBuilder.testing.ts'

function allocated(...periods: (readonly [from: number, to: number | null])[]) {
  const b = new PlanBuilder()
  const allocation = periods.map(([from, to]) => ({ from: at(from), to: to === null ? null : at(to) }))
  b.assign(b.mission('M-1', 100, 60), b.unit('Cont FE', { allocation }))
  return b.build()
}

test('all of the mission lies in an allocation', () => {
  expect(findingsBy('outside-allocation', allocated([100, 160]))).toEqual([])
  const plan = allocated([0, 130])
  expect(inBoth(theFinding('outside-allocation', plan), plan)).toEqual([
    'La asignación de Cont FE al comando va de 141200R FEB 23 a 141410R FEB 23; M-1 va de 141340R FEB 23 a 141440R FEB 23: 30 min fuera',
    'Cont FE is allocated to the command from 141200R FEB 23 to 141410R FEB 23; M-1 runs from 141340R FEB 23 to 141440R FEB 23: 30 min outside',
  ])
  expect(findingsBy('outside-allocation', allocated([101, null]))).toHaveLength(1)
})

test('periods that meet count as one', () => {
  expect(findingsBy('outside-allocation', allocated([120, null], [0, 120]))).toEqual([])
  expect(findingsBy('outside-allocation', allocated([121, null], [0, 120]))).toHaveLength(1)
})

test('no period allows nothing', () => {
  const plan = allocated()
  expect(inBoth(theFinding('outside-allocation', plan), plan)).toEqual([
    'Cont FE no tiene periodo de asignación al comando; M-1 va de 141340R FEB 23 a 141440R FEB 23: 1 h fuera',
    'Cont FE has no allocation period; M-1 runs from 141340R FEB 23 to 141440R FEB 23: 1 h outside',
  ])
})

test('the mission moves into the nearest time of the allocation', () => {
  for (const [plan, text] of [
    [allocated([0, 130]), 'Mover M-1 a 141310R FEB 23 (30 min antes)'],
    [allocated([130, null]), 'Mover M-1 a 141410R FEB 23 (30 min después)'],
  ] as const) {
    const tried = tryRepairs(theFinding('outside-allocation', plan), plan)
    expect(tried.map((t) => t.repair.text)).toEqual([text])
    expect(tried[0]).toMatchObject({ isMended: true, errorsLeft: 0 })
  }
})
