import { expect, test } from 'vitest'
import { pageRule } from './printInBrowser.ts'

test('a sheet is told in millimetres, on its side when it lies', () => {
  expect(pageRule('A0', true)).toBe('@page { size: 1189mm 841mm }')
  expect(pageRule('Letter', false)).toBe('@page { size: 215.9mm 279.4mm }')
})
