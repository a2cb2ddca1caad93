import { expect, test } from 'vitest'
import { svgPath } from './svgPath.ts'

const ends = (d: string): number[] =>
  svgPath(d)
    .xy.slice(-2)
    .map((v) => Math.round(v * 1000) / 1000)

test('lines, absolute and relative, and pairs after a move', () => {
  expect(svgPath('M1,2 3,4 l1 1h-2V0z')).toEqual({ ops: 'MLLLLZ', xy: [1, 2, 3, 4, 4, 5, 2, 5, 2, 0] })
  expect(svgPath('m10 10-5.5.5')).toEqual({ ops: 'ML', xy: [10, 10, 4.5, 10.5] })
})

test('curves become cubic, and smooth ones mirror the handle', () => {
  expect(svgPath('M0 0C1 1 2 1 3 0S5-1 6 0')).toEqual({ ops: 'MCC', xy: [0, 0, 1, 1, 2, 1, 3, 0, 4, -1, 5, -1, 6, 0] })
  expect(svgPath('M0 0Q3 3 6 0')).toEqual({ ops: 'MC', xy: [0, 0, 2, 2, 4, 2, 6, 0] })
})

test('an arc stays on its circle', () => {
  const { ops, xy } = svgPath('M10 0A10 10 0 1 1 0 -10')
  expect(ops).toBe('MCCC')
  expect(ends('M10 0A10 10 0 1 1 0 -10')).toEqual([0, -10])
  for (let i = 6; i < xy.length; i += 6) expect(Math.hypot(xy[i] ?? 0, xy[i + 1] ?? 0)).toBeCloseTo(10, 6)
})

test('an arc too small for its ends grows, and one without a radius is a line', () => {
  expect(ends('M0 0A1 1 0 0 1 20 0')).toEqual([20, 0])
  expect(svgPath('M0 0A0 5 0 0 1 20 0').ops).toBe('ML')
})
