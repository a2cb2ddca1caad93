import GeoJSONVT, { type RawFeature } from 'geojson-vt'
import { boundsOf, isInGeometry, labelPoint, simplerRing } from '../../../domain/formats/geo/areas.ts'
import type { GeoBounds, GeoFeature, GeoLayerData, GeoStyle } from '../../../domain/formats/geo/GeoLayerData.ts'
import { GeoTileWriter, TILE_KINDS } from '../../../domain/formats/geo/GeoTile.ts'
import type { Position } from '../../../domain/records/common.ts'
import type { LayerReader, TileAddress, TileAnswer } from './LayerReader.ts'
import { tileExtent, worldShare } from './webMercator.ts'

/** Detail is kept down to this zoom: 0.15 m at the equator with the extent below. */
export const VECTOR_MAX_ZOOM = 16
const EXTENT = 4_096
/** Pixels of one side of a tile on screen. */
const TILE_PIXELS = 512
/** What a tile may hold so that the window draws it within a frame or two. */
const MAX_VERTICES = 20_000
const MAX_TEXTS = 60
/** Narrower areas are not worth a name. */
const LEAST_PIXELS_FOR_NAME = 36
/** Points nearer than this to one another are one on screen; with more points than a tile may hold, farther ones too. */
const POINT_PIXELS = 3
const CROWDED_POINT_PIXELS = 12
const MAX_POINTS = 1_500
const MOST_NAMES = 20_000
/** With more named features than this, names are not written on the map: most would find no room. */
const MOST_LABELS = 20_000
const MOST_AREAS = 20_000

interface Tags {
  readonly feature: number
  readonly style: number
  readonly text?: string
  /** Share of the world that the area spans. */
  readonly span?: number
}

/** Vector data held in the worker and cut into tiles when they are asked for. */
export class VectorReader implements LayerReader {
  readonly styles: readonly GeoStyle[]
  readonly #data: GeoLayerData
  readonly #index: GeoJSONVT
  #bounds: readonly GeoBounds[] | null = null

  constructor(data: GeoLayerData) {
    this.#data = data
    const { styles, numbers } = numberStyles(data.features)
    this.styles = styles
    const isLabelled = data.features.length <= MOST_LABELS
    const features = data.features.flatMap((f, i) => toCut(f, i, numbers[i] ?? -1, isLabelled))
    this.#index = new GeoJSONVT(
      { type: 'FeatureCollection', features },
      { maxZoom: VECTOR_MAX_ZOOM, indexMaxZoom: 6, indexMaxPoints: 50_000, extent: EXTENT, buffer: 96, tolerance: 4 },
    )
  }

  async tile(at: TileAddress): Promise<TileAnswer> {
    const cut = this.#index.getTileRaw(at.z, at.x, at.y)
    if (cut === null || cut.features.length === 0) return { kind: 'none' }
    const { west, north, side } = tileExtent(at)
    const scale = side / EXTENT
    const placed = (flat: ArrayLike<number>): number[] => {
      const part: number[] = []
      for (let i = 0; i < flat.length; i += 2) {
        part.push(west + (flat[i] as number) * scale, north - (flat[i + 1] as number) * scale)
      }
      return part
    }
    const writer = new GeoTileWriter(MAX_VERTICES, MAX_TEXTS)
    const places = new PointPlaces(cut.features)
    for (const feature of inOrderOfSize(cut.features)) {
      const tags = feature.tags as unknown as Tags
      const isLabel = tags.text !== undefined
      if (feature.type === 4) {
        if (isLabel) {
          if ((tags.span ?? 1) * 2 ** at.z * TILE_PIXELS < LEAST_PIXELS_FOR_NAME) continue
          const [x = 0, y = 0] = placed([feature.x, feature.y])
          writer.label(tags.feature, tags.style, x, y, tags.text ?? '')
        } else if (places.take(feature.x, feature.y)) {
          writer.add(TILE_KINDS.point, tags.feature, tags.style, [placed([feature.x, feature.y])])
        }
      } else if (feature.type === 1) {
        const points: number[] = []
        for (let i = 0; i < feature.geometry.length; i += 2) {
          const [x, y] = [feature.geometry[i] as number, feature.geometry[i + 1] as number]
          if (places.take(x, y)) points.push(x, y)
        }
        if (points.length > 0) writer.add(TILE_KINDS.point, tags.feature, tags.style, [placed(points)])
      } else {
        const kind = feature.type === 2 ? TILE_KINDS.line : TILE_KINDS.area
        writer.add(kind, tags.feature, tags.style, feature.geometry.map(placed))
      }
    }
    return { kind: 'features', ...writer.finish() }
  }

  async describe(_at: TileAddress, feature: number): ReturnType<LayerReader['describe']> {
    const found = this.#data.features[feature]
    return found === undefined ? null : { name: found.name, properties: found.properties.map(([k, v]) => [k, v]) }
  }

  names(): ReturnType<LayerReader['names']> {
    const names: string[] = []
    const positions: number[] = []
    for (const { name, geometry } of this.#data.features) {
      if (names.length >= MOST_NAMES) break
      const at = name === null ? null : labelPoint(geometry)
      if (name === null || at === null) continue
      names.push(name)
      positions.push(...at)
    }
    return { names, positions: Float64Array.from(positions) }
  }

  areas(): ReturnType<LayerReader['areas']> {
    const found: ReturnType<LayerReader['areas']> = []
    for (const [feature, { name, geometry, properties }] of this.#data.features.entries()) {
      if (found.length >= MOST_AREAS) break
      if (geometry.areas.length > 0) found.push({ feature, name, properties: properties.map(([k, v]) => [k, v]) })
    }
    return found
  }

  outlines(features: readonly number[], tolerance: number): ReturnType<LayerReader['outlines']> {
    return features.map((feature) =>
      (this.#data.features[feature]?.geometry.areas ?? []).map((rings) =>
        rings.map((ring) => simplerRing(ring, tolerance).map(([lon, lat]): [number, number] => [lon, lat])),
      ),
    )
  }

  locate(positions: readonly Position[]): ReturnType<LayerReader['locate']> {
    this.#bounds ??= this.#data.features.map((feature) => boundsOf(feature.geometry))
    const bounds = this.#bounds
    return positions.map((at) => {
      const found = this.#data.features.findIndex(
        (feature, i) =>
          feature.geometry.areas.length > 0 && isInBounds(bounds[i], at) && isInGeometry(feature.geometry, at),
      )
      return found < 0 ? null : found
    })
  }

  close(): void {}
}

/** Distinct styles, and which one each feature has. */
function numberStyles(features: readonly GeoFeature[]): { styles: GeoStyle[]; numbers: number[] } {
  const known = new Map<string, number>()
  const styles: GeoStyle[] = []
  const numbers = features.map(({ style }) => {
    if (style === null) return -1
    const key = JSON.stringify(style)
    const number = known.get(key) ?? styles.push(style) - 1
    known.set(key, number)
    return number
  })
  return { styles, numbers }
}

/** A feature as the cutter takes it, and where it has a name to show, a point with the name. */
function toCut(feature: GeoFeature, index: number, style: number, isLabelled: boolean): GeoJSON.Feature[] {
  const { points, lines, areas } = feature.geometry
  const tags: Tags = { feature: index, style }
  const cut: GeoJSON.Feature[] = []
  const put = (geometry: GeoJSON.Geometry, properties: Tags): void => {
    cut.push({ type: 'Feature', geometry, properties: { ...properties } })
  }
  if (areas.length > 0) put({ type: 'MultiPolygon', coordinates: areas as unknown as GeoJSON.Position[][][] }, tags)
  if (lines.length > 0) put({ type: 'MultiLineString', coordinates: lines as unknown as GeoJSON.Position[][] }, tags)
  if (points.length > 0) put({ type: 'MultiPoint', coordinates: points as unknown as GeoJSON.Position[] }, tags)
  const at = !isLabelled || feature.name === null || lines.length > 0 ? null : labelPoint(feature.geometry)
  if (feature.name !== null && at !== null) {
    const [west, south, east] = boundsOf(feature.geometry)
    const span = areas.length > 0 ? worldShare(east, south)[0] - worldShare(west, south)[0] : 1
    put({ type: 'Point', coordinates: [...at] }, { ...tags, text: feature.name.slice(0, 80), span })
  }
  return cut
}

/** Larger lines and areas first where a tile cannot hold all; points and names keep their order. */
function inOrderOfSize(features: readonly RawFeature[]): readonly RawFeature[] {
  let vertices = 0
  for (const feature of features) {
    if (feature.type === 2 || feature.type === 3) for (const part of feature.geometry) vertices += part.length / 2
  }
  if (vertices <= MAX_VERTICES) return features
  const sizes = new Map(features.map((feature) => [feature, spanOf(feature)]))
  return features.toSorted((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0))
}

function spanOf(feature: RawFeature): number {
  if (feature.type !== 2 && feature.type !== 3) return Infinity
  let span = 0
  for (const part of feature.geometry) {
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let i = 0; i < part.length; i += 2) {
      west = Math.min(west, part[i] as number)
      east = Math.max(east, part[i] as number)
      north = Math.min(north, part[i + 1] as number)
      south = Math.max(south, part[i + 1] as number)
    }
    span = Math.max(span, east - west, south - north)
  }
  return span
}

/** Where points stand already, by cells of the tile. */
class PointPlaces {
  readonly #cell: number
  readonly #taken = new Set<number>()

  constructor(features: readonly RawFeature[]) {
    let count = 0
    for (const feature of features) {
      if (feature.type === 4) count += 1
      else if (feature.type === 1) count += feature.geometry.length / 2
    }
    this.#cell = ((count > MAX_POINTS ? CROWDED_POINT_PIXELS : POINT_PIXELS) * EXTENT) / TILE_PIXELS
  }

  /** False where one stands there. */
  take(x: number, y: number): boolean {
    const cell = Math.floor(x / this.#cell) * 100_003 + Math.floor(y / this.#cell)
    if (this.#taken.has(cell)) return false
    this.#taken.add(cell)
    return true
  }
}

function isInBounds(bounds: GeoBounds | undefined, [lon, lat]: Position): boolean {
  return bounds !== undefined && lon >= bounds[0] && lat >= bounds[1] && lon <= bounds[2] && lat <= bounds[3]
}
