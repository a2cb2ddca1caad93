import { expect, test } from 'vitest'
import { featuresOfTile, GeoTileWriter, TILE_KINDS } from './GeoTile.ts'

test('what is written is read back, in order, with its parts', () => {
  const writer = new GeoTileWriter(1_000, 10)
  writer.add(TILE_KINDS.area, 7, 2, [
    [0, 0, 9, 0, 9, 9, 0, 0],
    [1, 1, 2, 1, 2, 2, 1, 1],
  ])
  writer.label(7, 2, 4, 5, 'Sivia')
  writer.add(TILE_KINDS.point, 8, -1, [[3, 3]])
  const tile = writer.finish()
  expect(Array.from(featuresOfTile(tile), (f) => ({ ...f, ends: [...f.ends] }))).toEqual([
    { kind: 3, feature: 7, style: 2, text: null, start: 0, ends: [8, 16] },
    { kind: 4, feature: 7, style: 2, text: 'Sivia', start: 16, ends: [18] },
    { kind: 1, feature: 8, style: -1, text: null, start: 18, ends: [20] },
  ])
  expect([...tile.coordinates.subarray(16, 20)]).toEqual([4, 5, 3, 3])
})

test('a tile takes no more than it may hold', () => {
  const writer = new GeoTileWriter(3, 1)
  for (let i = 0; i < 9; i++) writer.add(TILE_KINDS.point, i, -1, [[i, i]])
  writer.label(0, -1, 0, 0, 'a')
  writer.label(1, -1, 0, 0, 'b')
  expect([...featuresOfTile(writer.finish())].map((f) => f.text)).toEqual([null, null, null, 'a'])
})
