import { expect, test } from 'vitest'
import { DAY } from '../../../../domain/time/planTime.ts'
import { dayShapes, daysIn, gapsPath, notReadySpans, shareShapes } from './chartShapes.ts'

const scale = { from: 0, to: 100, width: 100 }
const steps = (at: number[], values: number[]) => ({ at: Float64Array.from(at), values: Float64Array.from(values) })

test('the share is drawn as steps from edge to edge', () => {
  const shapes = shareShapes(steps([-50, 20, 60], [0.5, 1, 0]), scale, 40)
  expect(shapes.top).toBe(1)
  expect(shapes.line).toBe('M0 20H20V0H60V40H100')
  expect(shapes.over).toBe('')
})

test('what lies above 100 % is a shape of its own, under the next half as the top', () => {
  const shapes = shareShapes(steps([10, 30], [1.25, 0]), scale, 30)
  expect(shapes.top).toBe(1.5)
  expect(shapes.over).toBe('M10 10V5H30V10z')
})

test('time that no span covers is a gap', () => {
  expect(
    gapsPath(
      [
        { start: 10, end: 20 },
        { start: 40, end: 500 },
      ],
      scale,
      5,
    ),
  ).toBe('M0 0H10V5H0zM20 0H40V5H20z')
  expect(gapsPath([], scale, 5)).toBe('M0 0H100V5H0z')
})

test('not ready is what of the allocated time is left out', () => {
  const load = {
    allocated: [{ start: 0, end: 50 }],
    ready: [
      { start: 0, end: 10 },
      { start: 30, end: 50 },
    ],
  }
  expect(notReadySpans(load as unknown as Parameters<typeof notReadySpans>[0])).toEqual([{ start: 10, end: 30 }])
})

test('days over the limit are bars apart, with a sign', () => {
  const axis = { firstDay: 100, edges: Float64Array.from([0, DAY, 2 * DAY, 3 * DAY]) }
  const days = { from: 0, to: 3 * DAY, width: 30 }
  const load = { asked: steps([100, 101, 102], [2, 5, 0]), available: 4 }
  const shapes = dayShapes(load, axis, days, 55)
  expect(shapes.top).toBeCloseTo(5.5)
  expect(shapes.bars).toBe('M0 55V35H9V55z')
  expect(shapes.overBars).toBe('M10 55V5H19V55z')
  expect(shapes.signs).toBe('M15 0l3.5 5.5h-7z')
  expect(daysIn(axis, { ...days, from: DAY, to: 2 * DAY })).toEqual([1])
})
