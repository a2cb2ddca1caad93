import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Position } from '../../domain/records/common.ts'
import { cellFor, clusterSymbols } from './clusterSymbols.ts'
import { toMercator } from './mercator.ts'
import type { SymbolItem } from './Scene.ts'

const symbol = (id: string, at: Position, more: Partial<SymbolItem> = {}): SymbolItem => ({
  kind: 'symbol',
  id,
  record: null,
  title: id,
  rank: 1,
  emphasis: 'normal',
  at,
  picture: { key: 'p', svg: '', width: 20, height: 20, anchor: [10, 10] },
  label: null,
  badge: null,
  cluster: 'units',
  ...more,
})

const sizes = (items: readonly SymbolItem[], cell: number) =>
  clusterSymbols(items, cell)
    .map((cluster) => cluster.items.length)
    .sort((a, b) => b - a)

test('what stands together becomes one with the lowest rank first, what stands apart does not', () => {
  const items = [
    symbol('a', [-74, -12], { rank: 5 }),
    symbol('b', [-74.001, -12], { rank: 2 }),
    symbol('c', [-73, -12]),
  ]
  const clusters = clusterSymbols(items, 5_000)
  expect(clusters.map((cluster) => cluster.items.map(({ id }) => id))).toEqual([['b', 'a'], ['c']])
  expect(sizes(items, 10)).toEqual([1, 1, 1])
})

test('neighbours across an edge of the grid are one too', () => {
  const cell = 1_000
  const [x] = toMercator([-74, -12])
  const edge = Math.round(x / cell) * cell
  const longitude = (metres: number) => (metres / 6378137 / Math.PI) * 180
  const items = [symbol('a', [longitude(edge - 50), -12]), symbol('b', [longitude(edge + 50), -12])]
  expect(sizes(items, cell)).toEqual([2])
})

test('selected symbols, those without a key and those of another key stay out', () => {
  const items = [
    symbol('a', [-74, -12]),
    symbol('b', [-74, -12]),
    symbol('c', [-74, -12], { emphasis: 'selected' }),
    symbol('d', [-74, -12], { cluster: null }),
    symbol('e', [-74, -12], { cluster: 'missions' }),
  ]
  expect(sizes(items, 5_000)).toEqual([2, 1, 1, 1])
})

test('each symbol is in exactly one cluster, whatever the order they come in', () => {
  const places = fc.array(
    fc.tuple(fc.double({ min: -76, max: -72, noNaN: true }), fc.double({ min: -15, max: -10, noNaN: true })),
    {
      maxLength: 60,
    },
  )
  fc.assert(
    fc.property(places, fc.double({ min: 100, max: 100_000, noNaN: true }), (at, cell) => {
      const items = at.map((position, i) => symbol(`u${i}`, position, { rank: i % 3 }))
      const groups = (list: readonly SymbolItem[]) =>
        clusterSymbols(list, cell)
          .map((cluster) => cluster.items.map(({ id }) => id).join(' '))
          .sort()
      expect(
        groups(items)
          .flatMap((group) => group.split(' '))
          .sort(),
      ).toEqual(items.map(({ id }) => id).sort())
      expect(groups(items.toReversed())).toEqual(groups(items))
    }),
  )
})

test('the grid holds over half a zoom step', () => {
  expect(cellFor(100, 48)).toBe(cellFor(95, 48))
  expect(cellFor(200, 48)).toBeCloseTo(2 * cellFor(100, 48))
})
