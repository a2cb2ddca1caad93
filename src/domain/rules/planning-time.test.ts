import { expect, test } from 'vitest'
import { findingsBy, inBoth, theFinding, tryRepairs } from '../testing/findings.testing.ts'
import { PlanBuilder } from '../testing/planBuilder.testing.ts'

const RULE = 'planning-time'
const HOUR = 60

function planWith(received: number | null, ordered: number | null, start: number | null = 90 * HOUR) {
  const b = new PlanBuilder()
  b.mission('M', start, HOUR, {
    ...(received === null ? {} : { received }),
    ...(ordered === null ? {} : { ordered }),
  })
  return b.build()
}

const isFound = (...args: Parameters<typeof planWith>): boolean => findingsBy(RULE, planWith(...args)).length > 0

test('the third itself is well', () => {
  expect(isFound(0, 30 * HOUR)).toBe(false)
  expect(isFound(0, 31 * HOUR)).toBe(true)
  expect(isFound(0, -HOUR)).toBe(false)
})

test('an order after the start is late whatever came before', () => {
  expect(isFound(0, 91 * HOUR)).toBe(true)
  expect(isFound(91 * HOUR, 92 * HOUR)).toBe(true)
  expect(isFound(91 * HOUR, 91 * HOUR)).toBe(false)
})

test('without both times, or without a start, nothing is said', () => {
  expect(isFound(null, 80 * HOUR)).toBe(false)
  expect(isFound(0, null)).toBe(false)
  expect(isFound(0, 80 * HOUR, null)).toBe(false)
})

test('the sentence has the times; the order is given earlier', () => {
  const plan = planWith(0, 45 * HOUR)
  const finding = theFinding(RULE, plan)
  expect(finding.severity).toBe('note')
  expect(inBoth(finding, plan)).toEqual([
    'La orden para M llega 141200R FEB 23, sale 160900R FEB 23 y la misión empieza 180600R FEB 23: planearla toma 1 d 21 h (50 %), más del 33 %, y a los subordinados les quedan 1 d 21 h',
    'The order for M comes in 141200R FEB 23, goes out 160900R FEB 23 and the mission starts 180600R FEB 23: planning takes 1 d 21 h (50 %), more than 33 %, and subordinates are left 1 d 21 h',
  ])
  expect(tryRepairs(finding, plan)).toMatchObject([
    { isMended: true, repair: { text: 'Dar la orden de M el 151742R FEB 23' } },
  ])
})

test('an order that came in after the start cannot be mended by the clock', () => {
  const plan = planWith(91 * HOUR, 92 * HOUR)
  expect(tryRepairs(theFinding(RULE, plan), plan)).toEqual([])
})
