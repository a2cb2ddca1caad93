import { expect, test } from 'vitest'
import { findByTyping } from './findByTyping.ts'

const NAMES = ['Unión', 'Ñandú', 'Unidad 2', 'Ala rotativa', 'Nauta']
const find = (typed: string, from: number) => findByTyping(typed, from, NAMES.length, (index) => NAMES[index] ?? '')

test('marks and case do not matter', () => {
  expect(find('nan', 0)).toBe(1)
  expect(find('UNION', 0)).toBe(0)
})

test('a longer text keeps the row in focus while it still fits', () => {
  expect(find('uni', 0)).toBe(0)
  expect(find('unid', 0)).toBe(2)
})

test('one letter, alone or repeated, walks through all that begin with it, around the end', () => {
  expect(find('u', 0)).toBe(2)
  expect(find('uu', 2)).toBe(0)
  expect(find('n', 4)).toBe(1)
})

test('nothing fits', () => {
  expect(find('x', 0)).toBe(-1)
  expect(findByTyping('a', 0, 0, () => '')).toBe(-1)
})
