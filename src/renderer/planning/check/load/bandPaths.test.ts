import { expect, test } from 'vitest'
import type { LoadCell } from '../../../../domain/check/series/loadCells.ts'
import { bandPaths, toneOf } from './bandPaths.ts'

const cell = (share: number, fields: Partial<LoadCell> = {}): LoadCell => ({
  share,
  state: 'ready',
  isOver: false,
  isOutside: false,
  ...fields,
})

test('a cell is as high as its share, never above the band, and keeps room for its sign', () => {
  const { bars } = bandPaths([cell(0.5), cell(1), cell(3), cell(0)], [0, 10, 20, 30, 40], 22)
  expect(bars.low).toBe('M0 14h9v8h-9z')
  expect(bars.full).toBe('M10 6h9v16h-9zM20 6h9v16h-9z')
  expect(bars.middle + bars.high).toBe('')
})

test('what is over, outside or not to be counted on has a sign or a pattern of its own', () => {
  const paths = bandPaths(
    [
      cell(0.4, { isOver: true, isOutside: true }),
      cell(0, { state: 'not-allocated', isOutside: true }),
      cell(0, { state: 'not-ready' }),
    ],
    [0, 10, 20, 30],
    22,
  )
  expect(paths.over).toBe('M5 0l3.5 5.5h-7z')
  expect(paths.outside).toMatch(/^M12\.5 /)
  expect(paths.notAllocated).toBe('M10 6h10v16h-10z')
  expect(paths.notReady).toBe('M20 6h10v16h-10z')
})

test('tones part where a planner looks twice', () => {
  expect([0.5, 0.51, 0.81, 1, 2].map(toneOf)).toEqual(['low', 'middle', 'high', 'full', 'full'])
})
