import { expect, test } from 'vitest'
import { movedIds } from './movedIds.ts'

test('what is moved keeps its own order and stands beside its target', () => {
  const ids = ['a', 'b', 'c', 'd']
  expect(movedIds(ids, new Set(['c']), 'a', 'before')).toEqual(['c', 'a', 'b', 'd'])
  expect(movedIds(ids, new Set(['a']), 'd', 'after')).toEqual(['b', 'c', 'd', 'a'])
  expect(movedIds(ids, new Set(['d', 'a']), 'b', 'after')).toEqual(['b', 'a', 'd', 'c'])
  expect(movedIds(ids, new Set(['a']), 'a', 'after')).toEqual(ids)
})
