import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { type GeoTile, GeoTileWriter, TILE_KINDS } from '../../../domain/formats/geo/GeoTile.ts'
import type { GeoProperties } from '../../../domain/formats/geo/GeoLayerData.ts'
import type { TileAddress } from './LayerReader.ts'
import { tileExtent } from './webMercator.ts'

const MAX_VERTICES = 30_000
const MAX_TEXTS = 80

/** Features of all layers of a Mapbox vector tile, in order; null where the bytes are none. */
function featuresIn(bytes: Uint8Array): VectorTileFeature[] | null {
  try {
    const tile = new VectorTile(new PbfReader(bytes))
    const features: VectorTileFeature[] = []
    for (const layer of Object.values(tile.layers)) {
      for (let i = 0; i < layer.length; i++) features.push(layer.feature(i))
    }
    return features
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}

/** Whether these bytes are a vector tile that can be read. */
export function isVectorTile(bytes: Uint8Array): boolean {
  return featuresIn(bytes) !== null
}

/** The tile as the window draws it; null where it is broken or empty. */
export function cutOfVectorTile(bytes: Uint8Array, at: TileAddress): GeoTile | null {
  const features = featuresIn(bytes)
  if (features === null || features.length === 0) return null
  const { west, north, side } = tileExtent(at)
  const writer = new GeoTileWriter(MAX_VERTICES, MAX_TEXTS)
  for (const [number, feature] of features.entries()) {
    if (writer.isFull) break
    const parts = partsOf(feature, west, north, side)
    if (parts === null || parts.length === 0) continue
    if (feature.type === 1) {
      writer.add(TILE_KINDS.point, number, -1, [parts.flat()])
      const name = nameOf(feature)
      if (name !== null) writer.label(number, -1, parts[0]?.[0] ?? 0, parts[0]?.[1] ?? 0, name)
    } else if (feature.type === 2) writer.add(TILE_KINDS.line, number, -1, parts)
    else if (feature.type === 3) writer.add(TILE_KINDS.area, number, -1, parts)
  }
  return writer.finish()
}

function partsOf(feature: VectorTileFeature, west: number, north: number, side: number): number[][] | null {
  const scale = side / (feature.extent > 0 ? feature.extent : 4_096)
  try {
    return feature.loadGeometry().map((part) => part.flatMap(({ x, y }) => [west + x * scale, north - y * scale]))
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}

function nameOf({ properties }: VectorTileFeature): string | null {
  const name = properties['name:es'] ?? properties['name'] ?? properties['nombre']
  return typeof name === 'string' && name !== '' ? name.slice(0, 80) : null
}

export function describeInVectorTile(
  bytes: Uint8Array,
  number: number,
): { readonly name: string | null; readonly properties: GeoProperties } | null {
  const feature = featuresIn(bytes)?.[number]
  if (feature === undefined) return null
  const properties = Object.entries(feature.properties)
    .slice(0, 120)
    .map(
      ([key, value]) => [key.slice(0, 200), typeof value === 'number' ? value : String(value).slice(0, 4_000)] as const,
    )
  return { name: nameOf(feature), properties }
}
