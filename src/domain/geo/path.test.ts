import { expect, test } from 'vitest'
import { lengthOf, pathOf, pointAlong } from './path.ts'

test('shares of a way are shares of its length, not of its corners', () => {
  const path = pathOf([
    [0, 0],
    [1, 0],
    [1, 0],
    [4, 0],
  ])
  expect(lengthOf(path)).toBeCloseTo(444.78, 1)
  expect(pointAlong(path, 0)).toEqual([0, 0])
  expect(pointAlong(path, 0.25)[0]).toBeCloseTo(1, 9)
  expect(pointAlong(path, 0.5)[0]).toBeCloseTo(2, 9)
  expect(pointAlong(path, 2)).toEqual([4, 0])
})

test('over the date line it goes the short way', () => {
  const path = pathOf([
    [179, 10],
    [-179, 12],
  ])
  expect(pointAlong(path, 0.75)[0]).toBeCloseTo(-179.5, 9)
  expect(pointAlong(path, 0.25)).toEqual([179.5, 10.5])
})

test('a path of one point is there always', () => {
  expect(pointAlong(pathOf([[5, 6]]), 0.5)).toEqual([5, 6])
})
