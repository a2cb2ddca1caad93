import { expect, test } from 'vitest'
import { GeoTileWriter, TILE_KINDS } from '../../../domain/formats/geo/GeoTile.ts'
import type { OwnLayerView, OwnTileAddress } from '../layers/OwnLayerView.ts'
import { toMercator } from '../mercator.ts'
import { ownOnSheet, tilesOf } from './ownOnSheet.ts'
import { testContent } from './sheet.testing.ts'

const { sheet } = testContent()
const reach = { bounds: [-75, -14, -73, -11], minZoom: 0, maxZoom: 14, tileSize: 256 } as const

test('tiles cover the sheet, as fine as its scale asks for and no more than can be held', () => {
  const tiles = tilesOf(reach, sheet)
  expect(tiles.length).toBeGreaterThan(3)
  expect(tiles.length).toBeLessThanOrEqual(160)
  expect(new Set(tiles.map(({ z }) => z)).size).toBe(1)
  const zoomOf = (scale: number): number => tilesOf(reach, { ...sheet, scale })[0]?.z ?? -1
  expect(zoomOf(100_000)).toBeGreaterThan(zoomOf(1_000_000))
  expect(zoomOf(1000)).toBe(14)
})

test('a layer elsewhere has no tiles here', () => {
  expect(tilesOf({ ...reach, bounds: [0, 40, 2, 42] }, sheet)).toEqual([])
})

/** One square over the whole layer, which every tile holds whole, as with a margin. */
function squareLayer(changes: Partial<OwnLayerView> = {}): { view: OwnLayerView; asked: OwnTileAddress[] } {
  const asked: OwnTileAddress[] = []
  const [west, south] = toMercator([-74.2, -12.9])
  const [east, north] = toMercator([-73.5, -12.2])
  const view: OwnLayerView = {
    ...reach,
    id: 'square',
    kind: 'vector',
    color: 2,
    styles: [{ stroke: '#112233', fillOpacity: 0.4 }],
    opacity: 0.8,
    isShown: true,
    read: async (at) => {
      asked.push(at)
      const writer = new GeoTileWriter(1000, 10)
      writer.add(TILE_KINDS.area, 0, 0, [[west, south, east, south, east, north, west, north, west, south]])
      return { kind: 'features', ...writer.finish() }
    },
    ...changes,
  }
  return { view, asked }
}

test('what several tiles hold is drawn once: each shows its own part, and no edge of a tile is stroked', async () => {
  const { view, asked } = squareLayer()
  const [layer] = await ownOnSheet([view], sheet)
  expect(asked.length).toBeGreaterThan(3)
  expect(layer?.color).toBe('--map-own-2')
  const areas = (layer?.shapes ?? []).flatMap((shape) => (shape.kind === 'area' ? [shape] : []))
  const surface = areas
    .flatMap(({ rings }) => rings)
    .map((ring) => ring.map(toMercator))
    .reduce((sum, ring) => {
      const twice = ring.reduce((part, [x, y], i) => {
        const [nx, ny] = ring[(i + 1) % ring.length] ?? [x, y]
        return part + x * ny - nx * y
      }, 0)
      return sum + Math.abs(twice) / 2
    }, 0)
  const [west, south] = toMercator([-74.2, -12.9])
  const [east, north] = toMercator([-73.5, -12.2])
  // The sheet may end inside the square; nothing is counted twice.
  expect(surface).toBeLessThanOrEqual((east - west) * (north - south) * 1.000001)
  expect(surface).toBeGreaterThan(0.5 * (east - west) * (north - south))
  const edges = areas.flatMap(({ lines }) => lines).flat()
  for (const [lon, lat] of edges) {
    const isOnEdge = [lon + 74.2, lon + 73.5, lat + 12.9, lat + 12.2].some((away) => Math.abs(away) < 1e-6)
    expect(isOnEdge).toBe(true)
  }
  expect(areas[0]).toMatchObject({ stroke: { color: '#112233' }, fill: { color: '#112233', opacity: 0.4 } })
})

test('hidden layers and unreadable tiles leave nothing', async () => {
  const hidden = squareLayer({ isShown: false })
  expect(await ownOnSheet([hidden.view], sheet)).toEqual([])
  expect(hidden.asked).toEqual([])
  const broken = squareLayer({ read: async () => null })
  expect(await ownOnSheet([broken.view], sheet)).toEqual([])
})
