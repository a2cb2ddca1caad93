import type { GeoAnswerOf, LayerFacts } from '../../../contract/geoWorkerMessages.ts'
import type { GeoStyle } from '../../../domain/formats/geo/GeoLayerData.ts'
import type { Position } from '../../../domain/records/common.ts'

export interface TileAddress {
  readonly z: number
  readonly x: number
  readonly y: number
}

export type TileAnswer = GeoAnswerOf<'tile'>

/** An open layer, whatever it was read from. */
export interface LayerReader {
  readonly styles: readonly GeoStyle[]
  tile(at: TileAddress, isNight: boolean): Promise<TileAnswer>
  /** The feature that a tile numbers so. */
  describe(at: TileAddress, feature: number): Promise<GeoAnswerOf<'describe'>>
  names(): GeoAnswerOf<'names'>
  areas(): GeoAnswerOf<'areas'>
  outlines(features: readonly number[], tolerance: number): GeoAnswerOf<'outlines'>
  locate(positions: readonly Position[]): GeoAnswerOf<'locate'>
  close(): void
}

/** What an archive says of itself once it is known to be one. */
export type ArchiveFacts = Omit<LayerFacts, 'isConverted' | 'keptBytes'>

/** Archives have tiles and no list of features. */
export const NO_FEATURES = {
  names: (): GeoAnswerOf<'names'> => ({ names: [], positions: new Float64Array(0) }),
  areas: (): GeoAnswerOf<'areas'> => [],
  outlines: (): GeoAnswerOf<'outlines'> => [],
  locate: (positions: readonly Position[]): GeoAnswerOf<'locate'> => positions.map(() => null),
}
