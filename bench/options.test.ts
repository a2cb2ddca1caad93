import { expect, test } from 'vitest'
import { readOptions } from './options.ts'
import { ROW_NAMES } from './rows.ts'

test('without arguments everything is measured on the large plan', () => {
  expect(readOptions([])).toEqual({
    ok: true,
    value: { units: 5_000, missions: 50_000, rows: ROW_NAMES, isJson: false },
  })
})

test('size, rows and form are chosen, with a space or an equals sign', () => {
  const chosen = { ok: true, value: { units: 500, missions: 2_000, rows: ['open', 'undo'], isJson: true } }
  expect(readOptions(['--size', '500x2000', '--only', 'open,undo', '--json'])).toEqual(chosen)
  expect(readOptions(['--json', '--only=open,undo', '--size=500x2000'])).toEqual(chosen)
})

test.each([
  ['--size', '5000'],
  ['--size', '19x100'],
  ['--size', '20x99'],
  ['--size'],
  ['--only', 'open,nothing'],
  ['--only'],
  ['--fast'],
  ['open'],
])('%s %s is refused', (...args) => {
  expect(readOptions(args.filter((a) => a !== undefined)).ok).toBe(false)
})
