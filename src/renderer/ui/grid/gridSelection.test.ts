import { expect, test } from 'vitest'
import { gridRowsOf } from './GridRows.ts'
import { selectAll, selectOnly, selectRange, shownSelection, toggleSelected } from './gridSelection.ts'

const shape = (id: string) => ({
  kind: id.startsWith('g') ? ('group' as const) : ('row' as const),
  level: 1,
  setSize: 5,
  position: 1,
  isExpanded: undefined,
})
const rows = gridRowsOf(['g1', 'a', 'b', 'g2', 'c'], (id) => id, shape)

test('heads of groups are never selected', () => {
  expect(selectOnly(rows, 0)).toEqual(new Set())
  expect(selectAll(rows)).toEqual(new Set(['a', 'b', 'c']))
  const selected = new Set(['a'])
  expect(toggleSelected(rows, 3, selected, true)).toBe(selected)
})

test('a range goes either way and replaces what was selected', () => {
  expect(selectRange(rows, 4, 2)).toEqual(new Set(['b', 'c']))
  expect(selectRange(rows, 1, 1)).toEqual(new Set(['a']))
})

test('toggling adds and removes among many, and replaces where only one can be', () => {
  expect(toggleSelected(rows, 2, new Set(['a']), true)).toEqual(new Set(['a', 'b']))
  expect(toggleSelected(rows, 1, new Set(['a', 'b']), true)).toEqual(new Set(['b']))
  expect(toggleSelected(rows, 2, new Set(['a']), false)).toEqual(new Set(['b']))
})

test('what is moved is what is shown of the selection, in the order of the rows', () => {
  expect(shownSelection(rows, new Set(['c', 'gone', 'a']))).toEqual(['a', 'c'])
})
