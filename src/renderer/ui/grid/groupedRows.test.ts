import { expect, test } from 'vitest'
import { groupedRows } from './groupedRows.ts'

const rows = groupedRows(
  [
    { head: 'A', members: ['a1', 'a2'], isExpanded: true },
    { head: 'B', members: ['b1'], isExpanded: false },
    { head: 'C', members: ['c1'], isExpanded: true },
  ],
  (row) => row,
)

test('lists heads and the members of open groups', () => {
  expect(Array.from({ length: rows.count }, (_, index) => rows.idAt(index))).toEqual(['A', 'a1', 'a2', 'B', 'C', 'c1'])
  expect(rows.indexOf('b1')).toBe(-1)
})

test('places heads among heads and members among members', () => {
  expect(rows.shapeAt?.(2)).toEqual({ kind: 'row', level: 2, setSize: 2, position: 2, isExpanded: undefined })
  expect(rows.shapeAt?.(3)).toEqual({ kind: 'group', level: 1, setSize: 3, position: 2, isExpanded: false })
})
