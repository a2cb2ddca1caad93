import * as v from 'valibot'
import {
  type FromGeoWorker,
  type GeoAnswerOf,
  type GeoAsk,
  type GeoAskOf,
  type GeoRefusalMessage,
  type GeoSource,
  ToGeoWorkerSchema,
} from '../../contract/geoWorkerMessages.ts'
import { GeoRefusal } from '../../domain/formats/geo/GeoFault.ts'
import { decodeKeptLayer } from '../../domain/formats/geo/keptLayer.ts'
import { assertNever } from '../../domain/result.ts'
import { keepLayerBytes, readLayerBytes } from '../persistence/dexieLayers.ts'
import { Database } from '../persistence/database.ts'
import { blobSource, type ByteSource, SourceError, windowSource } from './geo/ByteSource.ts'
import { importLayer, openArchive } from './geo/importLayer.ts'
import type { LayerReader } from './geo/LayerReader.ts'
import { VectorReader } from './geo/VectorReader.ts'

/** Open layers, also those still opening, so that a tile asked for early waits. */
const readers = new Map<string, Promise<LayerReader>>()
const slices = new Map<number, (bytes: Uint8Array | null) => void>()
const cancelled = new Set<number>()
let sliceCount = 0
const database = new Database()

const post = (message: FromGeoWorker, transfer: Transferable[] = []): void => self.postMessage(message, { transfer })

self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = v.parse(ToGeoWorkerSchema, data)
  switch (message.type) {
    case 'ask':
      void answer(message.request, message.ask)
      return
    case 'cancel':
      cancelled.add(message.request)
      return
    case 'slice':
      slices.get(message.slice)?.(message.bytes)
      slices.delete(message.slice)
      return
    default:
      assertNever(message)
  }
})

async function answer(request: number, ask: GeoAsk): Promise<void> {
  try {
    // Tiles that went out of sight while others were made are not begun.
    await Promise.resolve()
    if (cancelled.delete(request)) return post({ type: 'refusal', request, refusal: { kind: 'cancelled' } })
    const value = await answerTo(request, ask)
    post({ type: 'answer', request, value }, transferOf(value))
  } catch (error) {
    post({ type: 'refusal', request, refusal: refusalOf(error) })
  } finally {
    cancelled.delete(request)
  }
}

function answerTo(request: number, ask: GeoAsk): Promise<GeoAnswerOf<GeoAsk['type']>> {
  switch (ask.type) {
    case 'import':
      return importAndKeep(request, ask)
    case 'open':
      return open(ask)
    case 'close':
      return close(ask.layer)
    case 'tile':
      return withReader(ask.layer, (reader) => reader.tile(ask, ask.isNight))
    case 'describe':
      return withReader(ask.layer, (reader) => reader.describe(ask, ask.feature))
    case 'names':
      return withReader(ask.layer, (reader) => reader.names())
    case 'areas':
      return withReader(ask.layer, (reader) => reader.areas())
    case 'outlines':
      return withReader(ask.layer, (reader) => reader.outlines(ask.features, ask.tolerance))
    case 'locate':
      return withReader(ask.layer, (reader) => reader.locate(ask.positions))
    default:
      return assertNever(ask)
  }
}

async function withReader<T>(layer: string, work: (reader: LayerReader) => T | Promise<T>): Promise<T> {
  const reader = await readers.get(layer)
  if (reader === undefined) throw new SourceError('not open')
  return work(reader)
}

async function importAndKeep(request: number, ask: GeoAskOf<'import'>): Promise<GeoAnswerOf<'import'>> {
  const source = await sourceOf(ask.layer, ask.source)
  const blob = ask.source.kind === 'blob' && ask.source.blob instanceof Blob ? ask.source.blob : null
  let last = 0
  const { facts, kept } = await importLayer(source, blob, ask, (phase, fraction) => {
    const now = performance.now()
    if (now - last < 50 && fraction < 1) return
    last = now
    post({ type: 'progress', request, phase, fraction: Math.min(1, fraction) })
  })
  if (kept !== null) {
    const done = await keepLayerBytes(database, ask.layer, kept)
    if (!done.ok) throw new StorageRefusal(done.error === 'quota' ? 'quota' : 'storage')
  }
  return { ...facts, keptBytes: kept?.size ?? 0 }
}

class StorageRefusal extends Error {
  readonly kind: 'quota' | 'storage'

  constructor(kind: 'quota' | 'storage') {
    super(kind)
    this.kind = kind
  }
}

async function open(ask: GeoAskOf<'open'>): Promise<GeoAnswerOf<'open'>> {
  await close(ask.layer)
  const opening = openReader(ask)
  readers.set(ask.layer, opening)
  try {
    return { styles: [...(await opening).styles] }
  } catch (error) {
    readers.delete(ask.layer)
    throw error
  }
}

async function openReader({ layer, format, source }: GeoAskOf<'open'>): Promise<LayerReader> {
  if (format === 'pmtiles' || format === 'mbtiles' || format === 'geotiff') {
    return (await openArchive(format, await sourceOf(layer, source))).reader
  }
  const blob = await readLayerBytes(database, layer)
  if (blob === null) throw new SourceError('not kept')
  const data = decodeKeptLayer(new Uint8Array(await blob.arrayBuffer()))
  if (data === null) throw new GeoRefusal('broken-archive')
  return new VectorReader(data)
}

async function close(layer: string): Promise<null> {
  const opened = readers.get(layer)
  readers.delete(layer)
  if (opened !== undefined) (await opened.catch(() => null))?.close()
  return null
}

async function sourceOf(layer: string, source: GeoSource): Promise<ByteSource> {
  switch (source.kind) {
    case 'blob':
      return blobSource(source.blob)
    case 'slices':
      return windowSource(source.sizeBytes, (offset, length) => askSlice(layer, offset, length))
    case 'kept': {
      const blob = await readLayerBytes(database, layer)
      if (blob === null) throw new SourceError('not kept')
      return blobSource(blob)
    }
    default:
      return assertNever(source)
  }
}

function askSlice(layer: string, offset: number, length: number): Promise<Uint8Array | null> {
  sliceCount += 1
  const slice = sliceCount
  return new Promise((resolve) => {
    slices.set(slice, resolve)
    post({ type: 'slice', slice, layer, offset, length })
  })
}

function transferOf(value: GeoAnswerOf<GeoAsk['type']>): Transferable[] {
  if (value === null || !('kind' in value)) return []
  if (value.kind === 'features') return [value.coordinates.buffer, value.heads.buffer]
  return value.kind === 'image' && value.image instanceof ImageBitmap ? [value.image] : []
}

function refusalOf(error: unknown): GeoRefusalMessage {
  if (error instanceof GeoRefusal) return { kind: 'file', code: error.fault.code, params: { ...error.fault.params } }
  if (error instanceof SourceError) return { kind: 'source' }
  if (error instanceof StorageRefusal) return { kind: error.kind }
  console.error(error)
  return { kind: 'broken' }
}
