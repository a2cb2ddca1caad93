import type { GeoBounds, GeoStyle } from '../../../domain/formats/geo/GeoLayerData.ts'
import type { GeoTile } from '../../../domain/formats/geo/GeoTile.ts'

export interface OwnTileAddress {
  readonly z: number
  readonly x: number
  readonly y: number
}

export type OwnTile =
  | ({ readonly kind: 'features' } & GeoTile)
  | { readonly kind: 'image'; readonly image: ImageBitmap }
  | { readonly kind: 'none' }

/** How many colours layers without colours of their own take in turn: the tokens `--map-own-1` to `--map-own-4`. */
export const OWN_COLORS = 4

/** An own layer as the map draws it: tile by tile, read beside the window. Equal `read`s mean equal content. */
export interface OwnLayerView {
  readonly id: string
  readonly kind: 'vector' | 'raster'
  readonly bounds: GeoBounds
  readonly minZoom: number
  readonly maxZoom: number
  readonly tileSize: 256 | 512
  /** 1 to `OWN_COLORS`. */
  readonly color: number
  readonly styles: readonly GeoStyle[]
  /** 0 to 1. */
  readonly opacity: number
  readonly isShown: boolean
  /** null: it could not be read now. `isNight` asks for a picture in dark reds. */
  readonly read: (at: OwnTileAddress, isNight: boolean, signal: AbortSignal | undefined) => Promise<OwnTile | null>
}

/** A feature of an own layer under the pointer; asking for its properties needs the tile it was drawn from. */
export interface OwnFeatureHit {
  readonly layer: string
  readonly feature: number
  readonly tile: OwnTileAddress
}
