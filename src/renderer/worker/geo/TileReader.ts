import { type LayerReader, NO_FEATURES, type TileAddress, type TileAnswer } from './LayerReader.ts'
import { cutOfVectorTile, describeInVectorTile } from './mvtTile.ts'
import { toPicture } from './tilePicture.ts'

/** What an archive of tiles gives to be read from. */
export interface TileStore {
  /** The unpacked bytes of one tile; null where there is none. */
  readonly bytesAt: (at: TileAddress) => Promise<Uint8Array<ArrayBuffer> | null>
  readonly isVector: boolean
  readonly close: () => void
}

/** Answers from an archive of vector tiles or pictures, whatever its format. */
export class TileReader implements LayerReader {
  readonly styles = []
  readonly names = NO_FEATURES.names
  readonly areas = NO_FEATURES.areas
  readonly outlines = NO_FEATURES.outlines
  readonly locate = NO_FEATURES.locate
  readonly #store: TileStore

  constructor(store: TileStore) {
    this.#store = store
  }

  async tile(at: TileAddress, isNight: boolean): Promise<TileAnswer> {
    const bytes = await this.#store.bytesAt(at)
    if (bytes === null) return { kind: 'none' }
    if (!this.#store.isVector) return toPicture(bytes, isNight)
    const cut = cutOfVectorTile(bytes, at)
    return cut === null ? { kind: 'none' } : { kind: 'features', ...cut }
  }

  async describe(at: TileAddress, feature: number): ReturnType<LayerReader['describe']> {
    const bytes = await this.#store.bytesAt(at)
    const found = bytes === null ? null : describeInVectorTile(bytes, feature)
    return found === null ? null : { name: found.name, properties: found.properties.map(([k, v]) => [k, v]) }
  }

  close(): void {
    this.#store.close()
  }
}
