import RenderFeature from 'ol/render/Feature.js'
import { featuresOfTile, type GeoTile, TILE_KINDS, type TileKind } from '../../../domain/formats/geo/GeoTile.ts'
import type { OwnTileAddress } from './OwnLayerView.ts'

/** What a drawn feature carries, for its style and for the hand that points at it. */
export interface OwnFeatureData {
  readonly kind: TileKind
  readonly feature: number
  readonly style: number
  readonly text: string | null
  readonly tile: OwnTileAddress
}

/** The features of a tile as the map library draws them. */
export function ownFeaturesOf(cut: GeoTile, tile: OwnTileAddress): RenderFeature[] {
  const features: RenderFeature[] = []
  for (const { kind, feature, style, text, start, ends } of featuresOfTile(cut)) {
    const stop = ends.at(-1) ?? start
    const flat = Array.from(cut.coordinates.subarray(start, stop))
    const own = Array.from(ends, (end) => end - start)
    const data: OwnFeatureData = { kind, feature, style, text, tile }
    features.push(new RenderFeature(typeOf(kind, flat.length, own.length), flat, own, 2, { ...data }, undefined))
  }
  return features
}

function typeOf(
  kind: TileKind,
  numbers: number,
  parts: number,
): 'Point' | 'MultiPoint' | 'LineString' | 'MultiLineString' | 'Polygon' {
  switch (kind) {
    case TILE_KINDS.area:
      return 'Polygon'
    case TILE_KINDS.line:
      return parts > 1 ? 'MultiLineString' : 'LineString'
    case TILE_KINDS.point:
    case TILE_KINDS.label:
      return numbers > 2 ? 'MultiPoint' : 'Point'
  }
}

export function dataOf(feature: { get(key: string): unknown }): OwnFeatureData | null {
  const tile = feature.get('tile') as OwnTileAddress | undefined
  if (tile === undefined) return null
  return {
    kind: feature.get('kind') as TileKind,
    feature: feature.get('feature') as number,
    style: feature.get('style') as number,
    text: feature.get('text') as string | null,
    tile,
  }
}
