import { expect, test } from 'vitest'
import { decodeGeoLayer } from '../../../domain/formats/geo/decodeGeoLayer.ts'
import { featuresOfTile, TILE_KINDS } from '../../../domain/formats/geo/GeoTile.ts'
import type { TileAddress } from './LayerReader.ts'
import { VectorReader } from './VectorReader.ts'
import { HALF_WORLD } from './webMercator.ts'

const feature = (geometry: object, properties: object = {}) => ({ type: 'Feature', geometry, properties })

function readerOf(...features: object[]): VectorReader {
  const text = JSON.stringify({ type: 'FeatureCollection', features })
  const read = decodeGeoLayer(new TextEncoder().encode(text))
  if (!read.ok) throw new Error(read.error.code)
  return new VectorReader(read.value)
}

const square = (west: number, size: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, -13],
      [west + size, -13],
      [west + size, -13 + size],
      [west, -13 + size],
      [west, -13],
    ],
  ],
})

/** The tile that holds a position. */
function tileAt(lon: number, lat: number, z: number): TileAddress {
  const sin = Math.sin((lat * Math.PI) / 180)
  const n = 2 ** z
  return {
    z,
    x: Math.floor((lon / 360 + 0.5) * n),
    y: Math.floor((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * n),
  }
}

async function featuresAt(reader: VectorReader, at: TileAddress) {
  const tile = await reader.tile(at)
  return tile.kind === 'features' ? { tile, features: [...featuresOfTile(tile)] } : { tile: null, features: [] }
}

test('vertices come in metres of the map, and features by their number in the layer', async () => {
  const reader = readerOf(feature({ type: 'Point', coordinates: [-74, -12.5] }, { name: 'PC' }))
  const { tile, features } = await featuresAt(reader, tileAt(-74, -12.5, 12))
  expect(features.map(({ kind, text }) => [kind, text])).toEqual([
    [TILE_KINDS.point, null],
    [TILE_KINDS.label, 'PC'],
  ])
  expect(tile?.coordinates[0]).toBeCloseTo((-74 / 180) * HALF_WORLD, -1)
  expect(await reader.describe(tileAt(-74, -12.5, 12), 0)).toEqual({ name: 'PC', properties: [['name', 'PC']] })
  expect(await reader.describe(tileAt(-74, -12.5, 12), 9)).toBeNull()
  expect((await reader.tile(tileAt(10, 10, 12))).kind).toBe('none')
})

test('areas are named where they are wide enough for it', async () => {
  const reader = readerOf(feature(square(-74, 1), { name: 'Sivia' }))
  const kinds = async (z: number) =>
    (await featuresAt(reader, tileAt(-73.5, -12.5, z))).features.map(({ kind }) => kind)
  expect(await kinds(2)).not.toContain(TILE_KINDS.label)
  expect(await kinds(8)).toContain(TILE_KINDS.label)
})

test('a tile holds no more than can be drawn: the largest of many, and one of points that lie together', async () => {
  const wave = (lat: number, count: number) =>
    feature({
      type: 'LineString',
      coordinates: Array.from({ length: count }, (_, i) => [-74 + i / count, lat + Math.sin(i) / 50]),
    })
  const lines = readerOf(...Array.from({ length: 60 }, (_, i) => wave(-12.9 + i / 80, 1_500)), wave(-12.5, 3_000))
  for (const z of [4, 7, 9, 12]) {
    const { tile } = await featuresAt(lines, tileAt(-73.5, -12.5, z))
    expect(tile?.coordinates.length ?? 0, `zoom ${z}`).toBeLessThan(2 * 24_000)
  }
  const points = readerOf(
    ...Array.from({ length: 20_000 }, (_, i) =>
      feature({ type: 'Point', coordinates: [-74 + (i % 141) / 1e4, -12.5 + Math.floor(i / 141) / 1e4] }),
    ),
  )
  const { features } = await featuresAt(points, tileAt(-74, -12.5, 6))
  expect(features.length).toBeLessThan(30)
})

test('outlines come simplified and closed; names where they stand', () => {
  const circle = Array.from({ length: 361 }, (_, i) => {
    const angle = ((i % 360) * Math.PI) / 180
    return [-74 + Math.cos(angle) / 10, -12.5 + Math.sin(angle) / 10]
  })
  const reader = readerOf(feature({ type: 'Polygon', coordinates: [circle] }, { name: 'Anco' }))
  const [polygons] = reader.outlines([0, 7], 0.002)
  const ring = polygons?.[0]?.[0] ?? []
  expect(ring.length).toBeGreaterThan(8)
  expect(ring.length).toBeLessThan(40)
  expect(ring[0]).toEqual(ring.at(-1))
  const { names, positions } = reader.names()
  expect(names).toEqual(['Anco'])
  expect(positions[0]).toBeCloseTo(-74, 1)
  expect(reader.areas()).toEqual([{ feature: 0, name: 'Anco', properties: [['name', 'Anco']] }])
})
