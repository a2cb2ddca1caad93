import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { meanWith, quantilesOf, shareOf } from './statistics.ts'

test('a share has the interval that Wilson gives', () => {
  const { value, low, high } = shareOf(8, 10)
  expect([value, low, high].map((v) => v.toFixed(4))).toEqual(['0.8000', '0.4902', '0.9433'])
  expect(shareOf(0, 100).low).toBeCloseTo(0, 12)
  expect(shareOf(0, 100).high).toBeCloseTo(0.037, 3)
  expect(shareOf(0, 0)).toEqual({ value: 0, low: 0, high: 1 })
})

test('a quantile is the value of its rank, wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 400 }),
      (list) => {
        const values = Float32Array.from(list)
        const sorted = values.toSorted()
        for (const p of [0.01, 0.5, 0.8, 1]) {
          const [found] = quantilesOf(values, [p])
          expect(found?.value).toBe(sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)])
          expect(found?.low).toBeLessThanOrEqual(found?.value ?? 0)
          expect(found?.high).toBeGreaterThanOrEqual(found?.value ?? 0)
        }
        expect(values).toEqual(Float32Array.from(list))
      },
    ),
  )
})

test('a mean of ones is one, without doubt', () => {
  expect(meanWith(50, 50, 50)).toEqual({ value: 1, low: 1, high: 1 })
})
