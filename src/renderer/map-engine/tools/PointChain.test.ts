import { expect, test } from 'vitest'
import { PointChain } from './PointChain.ts'

/** One pixel is a metre: points within eight metres are the same to a hand. */
const PIXEL = 1
const chain = (shape: 'point' | 'line' | 'area', minPoints: number, maxPoints = 100) =>
  new PointChain({ shape, minPoints, maxPoints })

test('a double click ends a line; its second press adds no point', () => {
  const line = chain('line', 2)
  expect(line.press([0, 0], PIXEL)).toBe('added')
  expect(line.press([100, 0], PIXEL)).toBe('added')
  expect(line.press([102, 1], PIXEL)).toBe('done')
  expect(line.points).toEqual([
    [0, 0],
    [100, 0],
  ])
})

test('a double click on the first point does not begin a line of two', () => {
  const line = chain('line', 2)
  line.press([0, 0], PIXEL)
  expect(line.press([1, 1], PIXEL)).toBe('ignored')
  expect(line.points).toHaveLength(1)
  expect(line.canFinish).toBe(false)
})

test('an area closes on its first point, once it has enough', () => {
  const area = chain('area', 3)
  area.press([0, 0], PIXEL)
  area.press([100, 0], PIXEL)
  expect(area.press([3, 3], PIXEL)).toBe('ignored')
  area.press([100, 100], PIXEL)
  expect(area.press([3, 3], PIXEL)).toBe('done')
  expect(area.points).toHaveLength(3)
})

test('a line may come back to where it began', () => {
  const line = chain('line', 2)
  line.press([0, 0], PIXEL)
  line.press([100, 0], PIXEL)
  expect(line.press([0, 0], PIXEL)).toBe('added')
})

test('ends by itself at the most points; typed points may be as close as they like', () => {
  expect(chain('point', 1, 1).press([0, 0], PIXEL)).toBe('done')
  const three = chain('line', 3, 3)
  expect([three.add([0, 0]), three.add([1, 0]), three.add([2, 0])]).toEqual(['added', 'added', 'done'])
})

test('takes points back one by one, and none where none is left', () => {
  const line = chain('line', 2)
  line.press([0, 0], PIXEL)
  line.press([100, 0], PIXEL)
  line.back()
  expect(line.points).toEqual([[0, 0]])
  line.back()
  line.back()
  expect(line.points).toEqual([])
})
