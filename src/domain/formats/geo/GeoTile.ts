/** What a feature of a tile is drawn as. A label has one vertex and a text. */
export const TILE_KINDS = { point: 1, line: 2, area: 3, label: 4 } as const
export type TileKind = (typeof TILE_KINDS)[keyof typeof TILE_KINDS]

/**
 * The features of one tile, flat, so that they cross from a worker without being copied and are read without being
 * parsed.
 */
export interface GeoTile {
  /** Metres of EPSG:3857, x and y in turn. */
  readonly coordinates: Float64Array<ArrayBuffer>
  /**
   * For each feature: kind, number of the feature (in its layer, or in this tile where the layer is an archive), number
   * of its style (-1: none), number of its text (-1: none), how many ends, and the ends: where in `coordinates`, counted
   * in numbers, each of its points, lines or rings stops.
   */
  readonly heads: Int32Array<ArrayBuffer>
  readonly texts: readonly string[]
}

export interface TileFeature {
  readonly kind: TileKind
  readonly feature: number
  readonly style: number
  readonly text: string | null
  /** Into the tile's coordinates: where the feature begins, and where each of its parts stops. */
  readonly start: number
  readonly ends: Int32Array
}

/** Reads a tile's features in their order. */
export function* featuresOfTile(tile: GeoTile): Generator<TileFeature> {
  let start = 0
  for (let at = 0; at < tile.heads.length; ) {
    const [kind = 1, feature = 0, style = -1, text = -1, count = 0] = tile.heads.subarray(at, at + 5)
    const ends = tile.heads.subarray(at + 5, at + 5 + count)
    yield { kind: kind as TileKind, feature, style, text: tile.texts[text] ?? null, start, ends }
    start = ends.at(-1) ?? start
    at += 5 + count
  }
}

/** Puts a tile together. Its vertices and its texts are bounded: what is beyond is not drawn at this scale. */
export class GeoTileWriter {
  readonly #coordinates: number[] = []
  readonly #heads: number[] = []
  readonly #texts: string[] = []
  readonly #maxVertices: number
  readonly #maxTexts: number

  constructor(maxVertices: number, maxTexts: number) {
    this.#maxVertices = maxVertices
    this.#maxTexts = maxTexts
  }

  get isFull(): boolean {
    return this.#coordinates.length / 2 >= this.#maxVertices
  }

  /** `parts`: x and y in turn, in metres of EPSG:3857. */
  add(kind: TileKind, feature: number, style: number, parts: readonly ArrayLike<number>[]): void {
    if (this.isFull) return
    const ends: number[] = []
    for (const part of parts) {
      for (let i = 0; i < part.length; i++) this.#coordinates.push(part[i] as number)
      ends.push(this.#coordinates.length)
    }
    this.#heads.push(kind, feature, style, -1, ends.length, ...ends)
  }

  label(feature: number, style: number, x: number, y: number, text: string): void {
    if (this.#texts.length >= this.#maxTexts) return
    this.#coordinates.push(x, y)
    this.#texts.push(text)
    this.#heads.push(TILE_KINDS.label, feature, style, this.#texts.length - 1, 1, this.#coordinates.length)
  }

  finish(): GeoTile {
    return {
      coordinates: Float64Array.from(this.#coordinates),
      heads: Int32Array.from(this.#heads),
      texts: this.#texts,
    }
  }
}
