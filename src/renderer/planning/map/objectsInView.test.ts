import { expect, test } from 'vitest'
import type { Id } from '../../../domain/records/ids.ts'
import { FakeMapAdapter } from '../../map-engine/FakeMapAdapter.testing.ts'
import type { LineItem, SymbolItem } from '../../map-engine/Scene.ts'
import { inReadingOrder, type MapObject, nextObject, objectsInView } from './objectsInView.ts'

const look = { rank: 1, emphasis: 'normal' } as const
const unit = (id: string, at: [number, number]): SymbolItem => ({
  ...look,
  kind: 'symbol',
  id,
  record: id as Id,
  title: id,
  at,
  picture: { key: 'p', svg: '', width: 10, height: 10, anchor: [5, 5] },
  label: null,
  badge: null,
  cluster: 'units',
})

test('each record in view once, lines by their middle, what lies outside or is no record left out', () => {
  const map = new FakeMapAdapter([-74, -12], 100)
  const route: LineItem = {
    ...look,
    kind: 'line',
    id: 'r',
    record: 'mission:1' as Id,
    title: 'ruta',
    path: [
      [-74.1, -12],
      [-74, -12],
      [-73.9, -12],
    ],
    stroke: { color: '--text', width: 1, dash: [], halo: 0 },
    arrow: 'none',
    label: null,
  }
  map.setItems('units', [
    unit('unit:a', [-74, -12]),
    unit('unit:far', [-60, 0]),
    { ...unit('x', [-74, -12]), record: null },
  ])
  map.setItems('missions', [route, { ...route, id: 'r2' }])
  expect(objectsInView(map)).toEqual([
    { record: 'unit:a', layer: 'units', title: 'unit:a', at: [-74, -12] },
    { record: 'mission:1', layer: 'missions', title: 'ruta', at: [-74, -12] },
  ])
})

test('reading order goes by rows from north to south, each from west to east, and round at the ends', () => {
  const object = (record: string, at: [number, number]): MapObject => ({
    record: record as Id,
    layer: 'units',
    title: '',
    at,
  })
  const objects = inReadingOrder(
    [object('d', [-73, -13.5]), object('b', [-72, -12.02]), object('a', [-74, -12.01]), object('c', [-75, -13])],
    5,
  )
  expect(objects.map(({ record }) => record)).toEqual(['a', 'b', 'c', 'd'])
  expect(nextObject(objects, null, 1)?.record).toBe('a')
  expect(nextObject(objects, 'a' as Id, -1)?.record).toBe('d')
  expect(nextObject(objects, 'd' as Id, 1)?.record).toBe('a')
  expect(nextObject([], null, 1)).toBeNull()
})
