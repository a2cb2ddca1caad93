import { expect, test } from 'vitest'
import { pointAfter } from './pointAfter.ts'

const points: [number, number][] = [
  [-74, -12],
  [-73, -12],
  [-73, -11],
]

test('goes half way to the next point', () => {
  expect(pointAfter({ points, shape: 'line' }, 0)).toEqual([-73.5, -12])
})

test('after the last one of an area it goes half way back to the first', () => {
  expect(pointAfter({ points, shape: 'area' }, 2)).toEqual([-73.5, -11.5])
})

test('after the last one of a line it goes on as the line went, and never off the globe', () => {
  expect(pointAfter({ points, shape: 'line' }, 2)).toEqual([-73, -10])
  expect(
    pointAfter(
      {
        points: [
          [0, 0],
          [170, 80],
        ],
        shape: 'line',
      },
      1,
    ),
  ).toEqual([180, 90])
})
