import { expect, test } from 'vitest'
import { linkPath } from './links.ts'

const bar = (left: number, right: number, top: number) => ({ left, right, top, bottom: top + 20 })

test('a finish leads to a start along the edge of its row, forward and back, down and up', () => {
  expect(linkPath('finish-start', bar(0, 100, 0), bar(200, 300, 60))).toBe('M100 10H106V23H194V70H200')
  expect(linkPath('finish-start', bar(0, 100, 0), bar(50, 150, 60))).toBe('M100 10H106V23H44V70H50')
  expect(linkPath('finish-start', bar(0, 100, 60), bar(50, 150, 0))).toBe('M100 70H106V57H44V10H50')
})

test('starts are tied on the left, finishes on the right, outside both bars', () => {
  expect(linkPath('start-start', bar(40, 100, 0), bar(20, 90, 60))).toBe('M40 10H34V23H14V70H20')
  expect(linkPath('finish-finish', bar(40, 100, 0), bar(20, 90, 60))).toBe('M100 10H106V23H96V70H90')
  expect(linkPath('start-finish', bar(40, 100, 0), bar(20, 90, 60))).toBe('M40 10H34V23H96V70H90')
})

test('an enabler’s line goes from edge to edge, straight where the bars stand over each other', () => {
  expect(linkPath('enabler', bar(40, 60, 0), bar(20, 90, 60))).toBe('M50 20V60')
  expect(linkPath('enabler', bar(140, 160, 0), bar(20, 90, 60))).toBe('M150 20V55H90V60')
  expect(linkPath('enabler', bar(40, 60, 60), bar(20, 90, 0))).toBe('M50 60V20')
})
