import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Position } from '../records/common.ts'
import { Area } from './Area.ts'
import { distanceKm } from './distance.ts'
import { outsideOf } from './outsideOf.ts'

function areaOf(corners: readonly Position[]): Area {
  const area = Area.of(corners)
  if (area === null) throw new Error('no area')
  return area
}

const square = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
]

/** A C open to the east. */
const bay: Position[] = [
  [0, 0],
  [4, 0],
  [4, 1],
  [1, 1],
  [1, 3],
  [4, 3],
  [4, 4],
  [0, 4],
]

test('what is inside, on the edge and in a bay', () => {
  const area = areaOf(bay)
  expect(area.covers([0.5, 2])).toBe(true)
  expect(area.covers([2, 2])).toBe(false)
  expect(area.covers([4, 0.5])).toBe(true)
  expect(area.covers([0, 0])).toBe(true)
  expect(area.covers([-0.001, 2])).toBe(false)
  expect(area.kmTo([2, 2])).toBeCloseTo(111.2, 0)
})

test('the corners may be given either way round, closed or not, and twice', () => {
  const same = [areaOf(bay.toReversed()), areaOf([...bay, [0, 0]]), areaOf(bay.flatMap((p) => [p, p]))]
  for (const area of same) {
    expect(area.covers([0.5, 2])).toBe(true)
    expect(area.covers([2, 2])).toBe(false)
  }
})

test('an area across the date line is whole', () => {
  const area = areaOf([
    [179, -1],
    [-179, -1],
    [-179, 1],
    [179, 1],
  ])
  expect([area.covers([180, 0]), area.covers([-179.5, 0]), area.covers([179.5, 0])]).toEqual([true, true, true])
  expect([area.covers([0, 0]), area.covers([178, 0])]).toEqual([false, false])
  expect(area.kmTo([178, 0])).toBeCloseTo(111.2, 0)
  const way: Position[] = [
    [179.5, 0],
    [-179.5, 0],
  ]
  expect(outsideOf([area], 'line', way)).toBeNull()
})

test.each([
  ['nothing', []],
  ['two corners', square(0, 0, 1).slice(0, 2)],
  ['one corner many times', [square(0, 0, 1)[0], square(0, 0, 1)[0], square(0, 0, 1)[0]]],
  [
    'corners in one line',
    [
      [0, 0],
      [1, 1],
      [2, 2],
      [0.5, 0.5],
    ],
  ],
  [
    'corners that are none',
    [
      [0, 0],
      [Number.NaN, 1],
      [1, 0],
    ],
  ],
  [
    'corners beyond the Earth',
    [
      [0, 0],
      [0, 1e308],
      [1, 0],
    ],
  ],
])('%s enclose nothing', (_, corners) => {
  expect(Area.of(corners as Position[])).toBeNull()
})

test('points inside, but not the way between them', () => {
  const found = outsideOf([areaOf(bay)], 'line', [
    [3, 0.5],
    [3, 3.5],
  ])
  expect(found?.at[1]).toBeCloseTo(2, 9)
  expect(found?.km).toBeCloseTo(111.2, 0)
  const around: Position[] = [
    [3, 0.5],
    [0.5, 0.5],
    [0.5, 3.5],
    [3, 3.5],
  ]
  expect(outsideOf([areaOf(bay)], 'line', around)).toBeNull()
  expect(outsideOf([areaOf(bay)], 'area', around)).not.toBeNull()
})

test('neighbouring areas cover together what crosses from one to the other, also along their common edge', () => {
  const both = [areaOf(square(0, 0, 1)), areaOf(square(1, 0, 1))]
  const across: Position[] = [
    [0.2, 0.2],
    [1.8, 0.7],
  ]
  const along: Position[] = [
    [1, 0.1],
    [1, 0.9],
  ]
  expect(outsideOf(both, 'line', across)).toBeNull()
  expect(outsideOf(both, 'line', along)).toBeNull()
  expect(outsideOf(both.slice(0, 1), 'line', across)?.at).toEqual([1.8, 0.7])
})

test('of several points outside, the farthest is told', () => {
  const found = outsideOf([areaOf(square(0, 0, 1))], 'point', [
    [0.5, 0.5],
    [2, 0.5],
    [5, 0.5],
  ])
  expect(found?.at).toEqual([5, 0.5])
  expect(found?.km).toBeCloseTo(distanceKm([1, 0.5], [5, 0.5]), 0)
})

test('a star of many corners tells inside by its rays as by its angles', () => {
  const corners = Array.from({ length: 401 }, (_, i): Position => {
    const [turn, reach] = [(i / 401) * 2 * Math.PI, i % 2 === 0 ? 5 : 2]
    return [-73 + reach * Math.cos(turn), -12 + reach * Math.sin(turn)]
  })
  const area = areaOf(corners)
  const polar = fc.tuple(fc.double({ min: 0, max: 6.2, noNaN: true }), fc.double({ min: 0, max: 6, noNaN: true }))
  fc.assert(
    fc.property(polar, ([turn, reach]) => {
      fc.pre(Math.abs(reach - 2) > 0.2 && Math.abs(reach - 5) > 0.2 && (reach < 2 || reach > 5))
      expect(area.covers([-73 + reach * Math.cos(turn), -12 + reach * Math.sin(turn)])).toBe(reach < 2)
    }),
  )
})

test('a line is inside just where all of many points along it are', () => {
  const corner = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
  const areas = [areaOf(bay), areaOf(square(3, 1, 3))]
  fc.assert(
    fc.property(corner, corner, ([x1, y1], [x2, y2]) => {
      const [from, to]: [Position, Position] = [
        [x1 / 2 + 0.013, y1 / 2 + 0.017],
        [x2 / 2 + 0.011, y2 / 2 - 0.019],
      ]
      const points = Array.from({ length: 2_001 }, (_, i): Position => {
        const share = i / 2_000
        return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
      })
      const isInside = points.every((p) => areas.some((a) => a.covers(p)))
      expect(outsideOf(areas, 'line', [from, to]) === null).toBe(isInside)
    }),
    { numRuns: 300 },
  )
})
