import type { FileToken } from '../../../contract/FileToken.ts'
import type {
  GeoAnswerOf,
  GeoAsk,
  GeoAskOf,
  GeoPhase,
  GeoRefusalMessage,
  GeoSource,
  LayerFacts,
} from '../../../contract/geoWorkerMessages.ts'
import type { GeoFormat, GeoStyle } from '../../../domain/formats/geo/GeoLayerData.ts'
import type { Result } from '../../../domain/result.ts'
import type { StorageFault } from '../PlanStorage.ts'
import type { OwnLayer } from './OwnLayer.ts'

/** Own layers on this machine's disk. */
export interface LayerStorage {
  list(): Promise<Result<readonly OwnLayer[], StorageFault>>
  put(layers: readonly OwnLayer[]): Promise<Result<null, StorageFault>>
  /** With all that is kept of them. */
  purge(ids: readonly string[]): Promise<Result<null, StorageFault>>
  /** Calls back when another window changed the list. */
  onChange(listener: () => void): () => void
}

/** A slice of a layer's file; null where it cannot be read. */
export type ReadSlice = (offset: number, length: number) => Promise<Uint8Array | null>

export interface ImportRequest {
  readonly layer: string
  readonly source: GeoSource
  readonly readSlice: ReadSlice | null
  readonly isCopied: boolean
  readonly onProgress: (phase: GeoPhase, fraction: number) => void
  readonly signal: AbortSignal
}

type Answer<T extends GeoAsk['type']> = Promise<Result<GeoAnswerOf<T>, GeoRefusalMessage>>

/** Reads layers beside the window. */
export interface LayerReading {
  import(request: ImportRequest): Promise<Result<LayerFacts, GeoRefusalMessage>>
  open(
    layer: string,
    format: GeoFormat,
    source: GeoSource,
    readSlice: ReadSlice | null,
  ): Promise<Result<{ readonly styles: readonly GeoStyle[] }, GeoRefusalMessage>>
  close(layer: string): void
  /** Hears which open layers went with a worker that hung or broke. */
  onLost(listener: (layers: readonly string[]) => void): () => void
  tile(ask: Omit<GeoAskOf<'tile'>, 'type'>, signal?: AbortSignal): Answer<'tile'>
  describe(ask: Omit<GeoAskOf<'describe'>, 'type'>): Answer<'describe'>
  names(layer: string): Answer<'names'>
  areas(layer: string): Answer<'areas'>
  outlines(ask: Omit<GeoAskOf<'outlines'>, 'type'>): Answer<'outlines'>
  locate(ask: Omit<GeoAskOf<'locate'>, 'type'>): Answer<'locate'>
}

/** Files of layers that are read in place; a browser has none. */
export interface LayerFilePort {
  /** The size of the file now; null where it has gone. */
  find(handle: FileToken): Promise<number | null>
  readSlice(handle: FileToken, offset: number, length: number): Promise<Uint8Array | null>
  forget(handle: FileToken): Promise<void>
}
