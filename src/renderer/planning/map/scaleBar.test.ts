import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scaleBarOf, scaleOf } from './scaleBar.ts'

test('a bar is a round length and has about the room it may take', () => {
  expect(scaleBarOf(100)).toEqual({ pixels: 50, metres: 5_000 })
  expect(scaleBarOf(500)).toEqual({ pixels: 40, metres: 20_000 })
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 20_000, noNaN: true }), (metresPerPixel) => {
      const { pixels, metres } = scaleBarOf(metresPerPixel)
      expect(pixels).toBeLessThanOrEqual(96.001)
      expect(pixels).toBeGreaterThan(38)
      expect([1, 2, 5]).toContain(Math.round(metres / 10 ** Math.floor(Math.log10(metres) + 1e-9)))
    }),
  )
})

test('the scale has two figures', () => {
  expect(scaleOf(66.1458)).toBe(250_000)
  expect(scaleOf(500)).toBe(1_900_000)
})
