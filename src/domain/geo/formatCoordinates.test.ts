import { expect, test } from 'vitest'
import { formatCoordinates, otherForms } from './formatCoordinates.ts'

test('writes one position in every form, west in the reader’s letter', () => {
  expect(formatCoordinates([-73.8, -12.5], 'mgrs', 'es')).toBe('18L XM 30393 17860')
  expect(formatCoordinates([-73.8, -12.5], 'utm', 'es')).toBe('18L 630393 8617860')
  expect(formatCoordinates([-73.8, -12.5], 'degrees', 'en')).toBe('12.50000° S 73.80000° W')
  expect(formatCoordinates([-73.8, -12.5], 'dms', 'es')).toBe('12° 30′ 00.00″ S 73° 48′ 00.00″ O')
})

test('says no more than it is asked to', () => {
  expect(formatCoordinates([-73.8, -12.5], 'mgrs', 'es', 100)).toBe('18L XM 303 178')
  expect(formatCoordinates([-73.8, -12.5], 'degrees', 'es', 1200)).toBe('12.50° S 73.80° O')
  expect(formatCoordinates([-73.8, -12.5], 'dms', 'es', 31)).toBe('12° 30′ 00″ S 73° 48′ 00″ O')
})

test('seconds never reach sixty', () => {
  expect(formatCoordinates([-73.999_999_9, -12.999_999_9], 'dms', 'es', 31)).toBe('13° 00′ 00″ S 74° 00′ 00″ O')
})

test('beyond the grid there are degrees', () => {
  expect(formatCoordinates([0, 88], 'mgrs', 'es', 1200)).toBe('88.00° N 0.00° E')
  expect(formatCoordinates([0, 88], 'utm', 'es', 1200)).toBe('88.00° N 0.00° E')
})

test('gives the other forms for those who read another map', () => {
  expect(otherForms([-73.8, -12.5], 'mgrs', 'es').map((o) => o.form)).toEqual(['degrees', 'dms', 'utm'])
})
