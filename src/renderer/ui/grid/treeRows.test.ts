import { expect, test } from 'vitest'
import { treeRows } from './treeRows.ts'

interface Node {
  id: string
  children?: Node[]
}

const roots: Node[] = [
  { id: 'a', children: [{ id: 'a1', children: [{ id: 'a11' }] }, { id: 'a2' }] },
  { id: 'b', children: [{ id: 'b1' }] },
]
const rowsWith = (open: string[]) =>
  treeRows({
    roots,
    childrenOf: (node) => node.children ?? [],
    idOf: (node) => node.id,
    isExpanded: (id) => open.includes(id),
  })

test('children of open nodes follow their parent, those of closed ones are left out', () => {
  const rows = rowsWith(['a', 'a11', 'a1'])
  expect(Array.from({ length: rows.count }, (_, index) => rows.idAt(index))).toEqual(['a', 'a1', 'a11', 'a2', 'b'])
  expect(rows.indexOf('a2')).toBe(3)
  expect(rows.indexOf('b1')).toBe(-1)
})

test('each row tells its level, place among its siblings and whether it opens', () => {
  const rows = rowsWith(['a'])
  expect(rows.shapeAt?.(0)).toMatchObject({ level: 1, position: 1, setSize: 2, isExpanded: true })
  expect(rows.shapeAt?.(1)).toMatchObject({ level: 2, position: 1, setSize: 2, isExpanded: false })
  expect(rows.shapeAt?.(2)).toMatchObject({ level: 2, position: 2, isExpanded: undefined })
})

test('a row out of range is a mistake of the caller', () => {
  expect(() => rowsWith([]).rowAt(2)).toThrow(RangeError)
})
