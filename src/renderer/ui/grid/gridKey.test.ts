import { expect, test } from 'vitest'
import { type GridView, gridKey, type KeyStroke } from './gridKey.ts'

/** 0 open ▸ 1 closed, 2 leaf; 3 leaf. */
const LEVELS = [1, 2, 2, 1]
const EXPANDED = [true, false, undefined, undefined]

const view: GridView = {
  row: 0,
  column: -1,
  rowCount: 4,
  columnCount: 3,
  pageRows: 2,
  isMultiple: true,
  levelAt: (row) => LEVELS[row] ?? 1,
  isExpandedAt: (row) => EXPANDED[row],
  isEditable: false,
}

const press = (key: string, at: Partial<GridView> = {}, held: Partial<KeyStroke> = {}) =>
  gridKey({ key, hasCommand: false, hasShift: false, hasAlt: false, ...held }, { ...view, ...at })

const moved = (row: number, column: number, select: 'only' | 'extend' | 'keep') => ({
  kind: 'move',
  to: { row, column },
  select,
})

test('arrows, pages and ends move and select, within the rows', () => {
  expect(press('ArrowDown')).toEqual(moved(1, -1, 'only'))
  expect(press('ArrowDown', { row: 3 })).toEqual(moved(3, -1, 'keep'))
  expect(press('PageDown', { row: 1 })).toEqual(moved(3, -1, 'only'))
  expect(press('PageUp', { row: 1 })).toEqual(moved(0, -1, 'only'))
  expect(press('End')).toEqual(moved(3, -1, 'only'))
  expect(press('Home', { row: 3 })).toEqual(moved(0, -1, 'only'))
})

test('shift extends where many can be selected, command moves alone', () => {
  expect(press('ArrowDown', {}, { hasShift: true })).toEqual(moved(1, -1, 'extend'))
  expect(press('ArrowDown', { isMultiple: false }, { hasShift: true })).toEqual(moved(1, -1, 'only'))
  expect(press('ArrowDown', {}, { hasCommand: true })).toEqual(moved(1, -1, 'keep'))
  expect(press('a', {}, { hasCommand: true })).toEqual({ kind: 'selectAll' })
  expect(press('a', { isMultiple: false }, { hasCommand: true })).toBeNull()
})

test('right opens, then enters the cells; left leaves them, then closes, then goes to the parent', () => {
  expect(press('ArrowRight', { row: 1 })).toEqual({ kind: 'expand', row: 1, isExpanded: true })
  expect(press('ArrowRight', { row: 0 })).toEqual(moved(0, 0, 'keep'))
  expect(press('ArrowRight', { row: 0, column: 2 })).toBeNull()
  expect(press('ArrowLeft', { row: 0, column: 0 })).toEqual(moved(0, -1, 'keep'))
  expect(press('ArrowLeft', { row: 0 })).toEqual({ kind: 'expand', row: 0, isExpanded: false })
  expect(press('ArrowLeft', { row: 2 })).toEqual(moved(0, -1, 'only'))
  expect(press('ArrowLeft', { row: 3 })).toBeNull()
})

test('with one column the grid is a plain tree: right of an open node lies its first child', () => {
  expect(press('ArrowRight', { row: 0, columnCount: 1 })).toEqual(moved(1, -1, 'only'))
  expect(press('ArrowRight', { row: 3, columnCount: 1 })).toBeNull()
})

test('the header lies above the first row: there left and right walk, enter sorts, shift resizes', () => {
  expect(press('ArrowUp')).toEqual(moved(-1, 0, 'keep'))
  expect(press('ArrowUp', { column: 2 })).toEqual(moved(-1, 2, 'keep'))
  const header = { row: -1, column: 1 }
  expect(press('ArrowRight', header)).toEqual(moved(-1, 2, 'keep'))
  expect(press('Enter', header)).toEqual({ kind: 'sort' })
  expect(press('ArrowLeft', header, { hasShift: true })).toEqual({ kind: 'resize', byPixels: -8 })
  expect(press('ArrowDown', header)).toEqual(moved(0, 1, 'keep'))
  expect(press('ArrowDown', { ...header, rowCount: 0 })).toBeNull()
})

test('enter opens a row and edits a cell; a letter finds a row or starts the edit', () => {
  expect(press('Enter')).toEqual({ kind: 'activate' })
  expect(press('Enter', { column: 1 })).toEqual({ kind: 'edit', seed: null })
  expect(press('F2')).toEqual({ kind: 'edit', seed: null })
  expect(press('ñ')).toEqual({ kind: 'type', character: 'ñ' })
  expect(press('7', { column: 1, isEditable: true })).toEqual({ kind: 'edit', seed: '7' })
})

test('keys of the program pass through', () => {
  expect(press('z', {}, { hasCommand: true })).toBeNull()
  expect(press('ArrowUp', {}, { hasAlt: true })).toBeNull()
  expect(press('Delete')).toBeNull()
  expect(press('Escape')).toBeNull()
  expect(press('Tab')).toBeNull()
})

test('the menu key and Shift+F10 open the menu, even with nothing to show', () => {
  expect(press('F10', { rowCount: 0, row: -1, column: 0 }, { hasShift: true })).toEqual({ kind: 'menu' })
  expect(press('ContextMenu')).toEqual({ kind: 'menu' })
})
