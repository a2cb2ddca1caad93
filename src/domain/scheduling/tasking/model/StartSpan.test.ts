import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ALL_STARTS, commonStarts, joinedStarts, nextStart, startsWithin } from './StartSpan.ts'

const EVER = Number.POSITIVE_INFINITY

const spans = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -1, max: 6 })), { maxLength: 6 })
  .map((list) => list.map(([first, length]) => ({ first, last: first + length })))

const isIn = (list: readonly { first: number; last: number }[], t: number): boolean =>
  list.some((s) => s.first <= t && t <= s.last)

test('common, joined and next starts say what each start says', () => {
  fc.assert(
    fc.property(spans, spans, (one, other) => {
      const [a, b] = [joinedStarts(one), joinedStarts(other)]
      const common = commonStarts(a, b)
      for (let t = -1; t < 50; t += 1) {
        expect(isIn(a, t)).toBe(isIn(one, t))
        expect(isIn(common, t)).toBe(isIn(one, t) && isIn(other, t))
        const later = Array.from({ length: 60 }, (_, i) => t + i).find((u) => isIn(one, u))
        expect(nextStart(a, t)).toBe(later ?? EVER)
      }
    }),
  )
})

test('all starts leave the others as they are, and an empty span is none', () => {
  const some = startsWithin(3, 5)
  expect(commonStarts(ALL_STARTS, some)).toBe(some)
  expect(commonStarts(some, ALL_STARTS)).toBe(some)
  expect(startsWithin(5, 3)).toEqual([])
  expect(startsWithin(Number.NaN, 3)).toEqual([])
})
