import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderGroups } from './orderGroups.ts'
import type { TaskGroups } from './TaskGroups.ts'

const groupsOf = (before: readonly (readonly number[])[]) =>
  ({ groups: before.map((_, i) => [i]), before }) as unknown as TaskGroups

test('each comes after what it waits for, the least key first', () => {
  const order = orderGroups(groupsOf([[2], [], [], [1]]), Float64Array.of(0, 3, 4, 1))
  expect([...order]).toEqual([1, 3, 2, 0])
})

test('circles are all in it once', () => {
  const arcs = fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 3 }), { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(arcs, fc.array(fc.nat(5), { minLength: 8, maxLength: 8 }), (before, keys) => {
      const order = [...orderGroups(groupsOf(before), Float64Array.from(keys))]
      expect(order.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
      const isForward = before.every((list, i) => list.every((other) => other < i))
      const isKept = before.every((list, i) => list.every((other) => order.indexOf(other) < order.indexOf(i)))
      expect(isKept || !isForward).toBe(true)
    }),
  )
})
