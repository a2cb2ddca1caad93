import { expect, test } from 'vitest'
import type { Position } from '../../domain/records/common.ts'
import { FakeMapAdapter } from './FakeMapAdapter.testing.ts'
import type { AreaItem, LineItem, SymbolItem } from './Scene.ts'

const look = { record: null, title: '', rank: 1, emphasis: 'normal', label: null } as const
const stroke = { color: '--text', width: 2, dash: [], halo: 0 } as const
const symbol = (id: string, at: Position): SymbolItem => ({
  ...look,
  kind: 'symbol',
  id,
  at,
  picture: { key: 'p', svg: '', width: 30, height: 20, anchor: [15, 10] },
  badge: null,
  cluster: null,
})
const line = (id: string, path: Position[]): LineItem => ({ ...look, kind: 'line', id, path, stroke, arrow: 'none' })
const area = (id: string, rings: Position[][], fill: AreaItem['fill']): AreaItem => ({
  ...look,
  kind: 'area',
  id,
  rings,
  stroke,
  fill,
})
const FILL = { color: '--text', opacity: 0.2, hatch: false } as const
const box = (half: number): Position[] => [
  [-74 - half, -12 - half],
  [-74 + half, -12 - half],
  [-74 + half, -12 + half],
  [-74 - half, -12 + half],
]

const mapWith = (): FakeMapAdapter => new FakeMapAdapter([-74, -12], 100)
const ids = (map: FakeMapAdapter, pixel: [number, number]) => map.hitsAt(pixel).map(({ item }) => item.id)

test('symbols first, then lines, then areas, the topmost layer first in each', () => {
  const map = mapWith()
  map.setItems('units', [symbol('low', [-74, -12]), symbol('high', [-74, -12])])
  map.setItems('places', [symbol('place', [-74, -12])])
  map.setItems('missions', [
    area('area', [box(0.1)], FILL),
    line('route', [
      [-74.1, -12],
      [-73.9, -12],
    ]),
  ])
  expect(ids(map, [400, 300])).toEqual(['high', 'low', 'place', 'route', 'area'])
  expect(ids(map, [440, 303])).toEqual(['route', 'area'])
  expect(ids(map, [440, 340])).toEqual(['area'])
})

test('a symbol is hit on its picture, where its anchor puts it', () => {
  const map = mapWith()
  map.setItems('units', [
    { ...symbol('u', [-74, -12]), picture: { key: 'q', svg: '', width: 30, height: 20, anchor: [0, 20] } },
  ])
  expect(ids(map, [425, 285])).toEqual(['u'])
  expect(ids(map, [395, 310])).toEqual([])
})

test('an area without fill is hit on its edge alone, one with a hole not in the hole', () => {
  const map = mapWith()
  map.setItems('measures', [area('outline', [box(0.1)], null)])
  map.setItems('missions', [area('ring', [box(0.1), box(0.05)], FILL)])
  expect(ids(map, [400, 300])).toEqual([])
  expect(ids(map, [400 + 80, 300])).toEqual(['ring'])
  const edge = map.toPixel([-73.9, -12])
  expect(ids(map, [edge[0], edge[1]])).toEqual(['ring', 'outline'])
})

test('hidden layers are not hit', () => {
  const map = mapWith()
  map.setItems('units', [symbol('u', [-74, -12])])
  map.showLayer('units', false)
  expect(ids(map, [400, 300])).toEqual([])
  expect(map.inView(['units'])).toEqual([])
})
