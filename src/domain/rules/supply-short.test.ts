import { expect, test } from 'vitest'
import { makeId } from '../records/ids.ts'
import { findingsBy, inBoth, theFinding, tryRepairs } from '../testing/findings.testing.ts'
import { PlanBuilder } from '../testing/planBuilder.testing.ts'

const RULE = 'supply-short'
const HOUR = 60
const DAY = 1_440

/** A unit of two days of supply on missions given as [start, minutes]. */
function planWith(...missions: readonly (readonly [number, number])[]) {
  const b = new PlanBuilder()
  b.type('SUP', {
    components: ['ground'],
    provides: ['resupply'],
    duration: { optimistic: 60, likely: 120, pessimistic: 180 },
  })
  const unit = b.unit('U', { supplyDays: 2, splittable: true })
  for (const [i, [start, minutes]] of missions.entries()) b.assign(b.mission(`M-${i + 1}`, start, minutes), unit)
  return b
}

const out = (b: PlanBuilder): unknown => findingsBy(RULE, b.build()).map((f) => [f.params.mission, f.params.out])

test('what it carries lasts for so many days', () => {
  expect(out(planWith([0, 2 * DAY]))).toEqual([])
  expect(out(planWith([0, 2 * DAY + 1]))).toEqual([['mission:M-1', 2 * DAY]])
})

test('full again after the rest the plan states, else with what is left', () => {
  expect(out(planWith([0, DAY], [DAY + 11 * HOUR, DAY]))).toEqual([])
  expect(out(planWith([0, DAY], [DAY + 11 * HOUR, DAY + 1]))).toEqual([['mission:M-2', 2 * DAY + 11 * HOUR]])
  expect(out(planWith([0, DAY], [DAY + 12 * HOUR, DAY + 1]))).toEqual([])
  // Two missions at once are eaten for once.
  expect(out(planWith([0, DAY], [0, 2 * DAY]))).toEqual([])
})

test('a resupply tied to the mission fills it as it ends', () => {
  const resupplied = (start: number, type = 'SUP') => {
    const b = planWith([0, 3 * DAY])
    const other = b.mission('S', start, HOUR, { type: makeId('mission-type', type) })
    b.mission('M-1', 0, 3 * DAY, { enablers: [{ kind: 'resupply', mission: other }] })
    return out(b)
  }
  expect(resupplied(DAY)).toEqual([])
  expect(resupplied(2 * DAY - HOUR)).toEqual([])
  expect(resupplied(2 * DAY)).toEqual([['mission:M-1', 2 * DAY]])
  expect(resupplied(-2 * HOUR)).toEqual([['mission:M-1', 2 * DAY]])
  expect(resupplied(0)).toEqual([['mission:M-1', 2 * DAY + HOUR]])
  expect(resupplied(DAY, 'T')).toEqual([['mission:M-1', 2 * DAY]])
})

test('a unit that states no supply, and one in reserve, are not judged', () => {
  const b = planWith([0, 30 * DAY])
  b.unit('U')
  expect(out(b)).toEqual([])
  const reserve = planWith([0, 30 * DAY])
  reserve.hold(makeId('mission', 'M-1'), makeId('unit', 'U'))
  expect(out(reserve)).toEqual([])
})

test('the sentence has days, times and what lacks; a resupply is added, or another unit lasts', () => {
  const b = planWith([0, 3 * DAY])
  b.unit('LONG', { supplyDays: 5 })
  b.unit('SHORT', { supplyDays: 1 })
  const plan = b.build()
  const finding = theFinding(RULE, plan)
  expect(inBoth(finding, plan)).toEqual([
    'U (2 días de abastecimiento) empieza M-1 141200R FEB 23 con 2 d, se le acaba 161200R FEB 23 y la misión termina 171200R FEB 23: falta 1 d',
    'U (2 days of supply) starts M-1 141200R FEB 23 with 2 d, runs out 161200R FEB 23 and the mission ends 171200R FEB 23: 1 d short',
  ])
  expect(tryRepairs(finding, plan)).toMatchObject([
    {
      isMended: true,
      errorsLeft: 0,
      repair: { text: 'Añadir una misión SUP el 161000R FEB 23 (2 h) como reabastecimiento de M-1' },
    },
    { isMended: true, errorsLeft: 0, repair: { text: 'Dar M-1 a LONG en lugar de U' } },
  ])
})

test('where one resupply is not enough none is offered', () => {
  const plan = planWith([0, 5 * DAY]).build()
  expect(tryRepairs(theFinding(RULE, plan), plan)).toEqual([])
})
