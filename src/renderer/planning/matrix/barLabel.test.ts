import { expect, test } from 'vitest'
import { placeLabel } from './barLabel.ts'

test('words stand inside where they fit, beside where there is room, else cut short or not at all', () => {
  expect(placeLabel('M-007', 'Reconocimiento', 300, 0).place).toBe('inside')
  expect(placeLabel('M-007', 'Reconocimiento', 20, 300)).toEqual({ place: 'beside', maxWidth: 260 })
  expect(placeLabel('M-007', 'Reconocimiento', 20, 60)).toEqual({ place: 'beside', maxWidth: 60 })
  expect(placeLabel('M-007', 'Reconocimiento', 60, 10).place).toBe('inside')
  expect(placeLabel('M-007', 'Reconocimiento', 10, 10).place).toBe('none')
})
