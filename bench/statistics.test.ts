import { expect, test } from 'vitest'
import { largest, median, percentile } from './statistics.ts'

const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)

test('a percentile is a measured value, by nearest rank', () => {
  expect(median(hundred)).toEqual({ value: 50, runs: 100 })
  expect(percentile(hundred, 0.99)).toEqual({ value: 99, runs: 100 })
  expect(largest(hundred)).toEqual({ value: 100, runs: 100 })
  expect(median([7])).toEqual({ value: 7, runs: 1 })
})

test('an empty sample is no figure', () => {
  expect(() => median([])).toThrow('nothing was measured')
})
