import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallestSet } from './smallestSet.ts'

const name = fc.integer({ min: 0, max: 20 }).map((n) => `r${n}`)
const conflicts = fc.array(fc.uniqueArray(name, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })

/** The first conflict that is kept whole is what stands in the way. */
const askOf = (sets: readonly (readonly string[])[]) => (kept: ReadonlySet<string>) => {
  const found = sets.find((set) => set.every((key) => kept.has(key)))
  return found === undefined ? null : new Set(found)
}

test('the set found cannot hold together, and without any one member it can', () => {
  fc.assert(
    fc.property(conflicts, (sets) => {
      const all = [...new Set(sets.flat())]
      const ask = askOf(sets)
      const { members, isSmallest } = smallestSet(all, ask, 1_000)
      expect(isSmallest).toBe(true)
      expect(ask(new Set(members))).not.toBeNull()
      for (const one of members) expect(ask(new Set(members.filter((m) => m !== one)))).toBeNull()
    }),
  )
})

test('what is first in the list is left out first', () => {
  const ask = askOf([
    ['a', 'c'],
    ['b', 'c'],
  ])
  expect(smallestSet(['a', 'b', 'c'], ask, 10).members).toEqual(['b', 'c'])
  expect(smallestSet(['b', 'a', 'c'], ask, 10).members).toEqual(['a', 'c'])
})

test('asks no oftener than allowed, and then says that the set may be too large', () => {
  const all = Array.from({ length: 300 }, (_, i) => `r${i}`)
  let asked = 0
  const ask = (kept: ReadonlySet<string>): ReadonlySet<string> | null => {
    asked += 1
    return all.every((key) => kept.has(key)) ? kept : null
  }
  const { members, isSmallest } = smallestSet(all, ask, 40)
  expect(asked).toBe(40)
  expect(isSmallest).toBe(false)
  expect(members).toEqual(all)
})

test('one member among hundreds is found in few questions', () => {
  const all = Array.from({ length: 512 }, (_, i) => `r${i}`)
  let asked = 0
  const ask = (kept: ReadonlySet<string>): ReadonlySet<string> | null => {
    asked += 1
    return kept.has('r300') ? kept : null
  }
  expect(smallestSet(all, ask, 100).members).toEqual(['r300'])
  expect(asked).toBeLessThan(30)
})
