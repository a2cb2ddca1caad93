import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CheckContext } from '../../../check/CheckContext.ts'
import { lightMisfit } from '../../../check/lightMisfit.ts'
import { seasonMisfit } from '../../../check/seasonMisfit.ts'
import { ANY_TIME, PlanBuilder } from '../../../testing/planBuilder.testing.ts'
import { DAY } from '../../../time/planTime.ts'
import { LightStarts } from './LightStarts.ts'
import { seasonStarts } from './seasonStarts.ts'
import { nextStart } from './StartSpan.ts'

const context = new CheckContext(new PlanBuilder().build())
const LIMA = [-77, -12] as const

test('starts by light are those the check has nothing against', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('day' as const, 'night' as const),
      fc.constantFrom(1, 60, 400, 700, 5_000),
      fc.integer({ min: -50_000, max: 50_000 }),
      (light, minutes, from) => {
        const constraints = { ...ANY_TIME, light }
        const position: [number, number] = [...LIMA]
        const suits = (start: number): boolean =>
          lightMisfit(context, constraints, position, { start, end: start + minutes }) === null
        const starts = new LightStarts(context, constraints, position, minutes)
        const next = starts.next(from, from + 10 * DAY)
        const until = Math.min(next, from + 3 * DAY)
        expect(next === Number.POSITIVE_INFINITY || suits(next)).toBe(true)
        // A start at the very edge, within the check's tolerance, may be left out.
        for (let start = from; start < until - 3; start += 17) expect(suits(start)).toBe(false)
      },
    ),
    { numRuns: 60 },
  )
})

test('starts by moon suit, a quarter of an hour apart', () => {
  const constraints = { ...ANY_TIME, light: 'night' as const, minIlluminationPercent: 40 }
  const starts = new LightStarts(context, constraints, [...LIMA], 60)
  const next = starts.next(0, 60 * DAY)
  expect(next).toBeLessThan(60 * DAY)
  expect(lightMisfit(context, constraints, [...LIMA], { start: next, end: next + 60 })).toBeNull()
})

test('starts by season are those the check has nothing against', () => {
  fc.assert(
    fc.property(
      fc.subarray([1, 2, 3, 7, 12], { minLength: 1 }),
      fc.subarray(['rains', 'low-water'] as const),
      fc.constantFrom(1, DAY, 40 * DAY),
      fc.integer({ min: 0, max: 900_000 }),
      (months, avoids, minutes, start) => {
        const constraints = { ...ANY_TIME, months, avoids }
        const spans = seasonStarts(context, constraints, minutes, { first: 0, last: 1_000_000 })
        const isAllowed = nextStart(spans, start) === start
        const misfit = seasonMisfit(context, constraints, { start, end: start + minutes })
        expect(isAllowed).toBe(misfit === null)
      },
    ),
  )
})
