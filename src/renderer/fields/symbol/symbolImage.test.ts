import { expect, test } from 'vitest'
import type { SymbolInks } from './symbolDrawing.ts'
import { isKnownSymbol, symbolImage } from './symbolImage.ts'

const PLAIN: SymbolInks = { key: 'plain', colorMode: 'Light', line: null, gap: null, fill: null }
const RED: SymbolInks = { key: 'red', colorMode: 'Dark', line: '#f10', gap: '#100', fill: '#200' }
const PLANNED = '10031010181211000000'

test('an image of a known code, none of an unknown', () => {
  expect(symbolImage('10031000181211000000', 20, PLAIN)).toMatch(/^data:image\/svg\+xml,%3Csvg/)
  expect(symbolImage('10031000191211000000', 20, PLAIN)).toBeNull()
  expect(symbolImage('10031000189999990000', 20, PLAIN)).toBeNull()
})

test('inks replace every colour', () => {
  const svg = decodeURIComponent(symbolImage(PLANNED, 20, RED) ?? '')
  const colours = new Set([...svg.matchAll(/(?:stroke|fill)="([^"]*)"/g)].map((m) => m[1]))
  expect(colours).toEqual(new Set(['#f10', '#100', '#200', 'none']))
})

test('inks and sizes are kept apart', () => {
  expect(symbolImage(PLANNED, 20, PLAIN)).not.toBe(symbolImage(PLANNED, 20, RED))
  expect(symbolImage(PLANNED, 20, PLAIN)).not.toBe(symbolImage(PLANNED, 64, PLAIN))
})

test('an entity nobody defined is not known', () => {
  expect(isKnownSymbol('10031000181211000027')).toBe(true)
  expect(isKnownSymbol('10031000189999990000')).toBe(false)
})
