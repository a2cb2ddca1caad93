import { expect, test } from 'vitest'
import { resizeByKey } from './resizeByKey.ts'

const pane = { size: 300, min: 200, max: 310, axis: 'x', sign: 1 } as const

test('the handle follows the arrow, whichever side has the size', () => {
  expect(resizeByKey('ArrowLeft', pane)).toBe(284)
  expect(resizeByKey('ArrowLeft', { ...pane, sign: -1, max: 600 })).toBe(316)
})

test('it stays within its bounds', () => {
  expect(resizeByKey('ArrowRight', pane)).toBe(310)
  expect(resizeByKey('Home', pane)).toBe(200)
  expect(resizeByKey('End', pane)).toBe(310)
})

test('arrows of the other axis do nothing', () => {
  expect(resizeByKey('ArrowUp', pane)).toBeNull()
  expect(resizeByKey('ArrowUp', { ...pane, axis: 'y' })).toBe(284)
})
