import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import type { FileToken } from '../../contract/FileToken.ts'
import { fileTokenFrom } from '../../contract/FileToken.ts'
import { GeoRefusal } from '../../domain/formats/geo/GeoFault.ts'
import { decodeKeptLayer } from '../../domain/formats/geo/keptLayer.ts'
import type { Id } from '../../domain/records/ids.ts'
import { err, ok } from '../../domain/result.ts'
import { Database } from '../persistence/database.ts'
import { dexieLayers, keepLayerBytes, readLayerBytes } from '../persistence/dexieLayers.ts'
import type { LayerReading } from '../session/layers/LayerPorts.ts'
import { OwnLayers } from '../session/layers/OwnLayers.ts'
import { blobSource, windowSource } from '../worker/geo/ByteSource.ts'
import { importLayer } from '../worker/geo/importLayer.ts'
import type { LayerReader } from '../worker/geo/LayerReader.ts'
import { VectorReader } from '../worker/geo/VectorReader.ts'
import { findInLayers } from './findInLayers.ts'

const PLAN = 'plan:p' as Id<'plan'>

let names = 0
let database: Database

beforeEach(() => {
  names += 1
  database = new Database(`layers-${names}`)
})

/** The worker's parts without a worker, which Node does not have. */
function readingHere(): LayerReading & { lose: (layers: readonly string[]) => void } {
  const readers = new Map<string, LayerReader>()
  const listeners = new Set<(layers: readonly string[]) => void>()
  const withReader = async <T>(layer: string, work: (reader: LayerReader) => T | Promise<T>) => {
    const reader = readers.get(layer)
    return reader === undefined ? err({ kind: 'source' as const }) : ok(await work(reader))
  }
  return {
    import: async ({ layer, source, readSlice, isCopied, onProgress, signal }) => {
      if (signal.aborted) return err({ kind: 'cancelled' })
      try {
        const blob = source.kind === 'blob' ? (source.blob as Blob) : null
        const bytes =
          blob === null
            ? windowSource(source.kind === 'slices' ? source.sizeBytes : 0, readSlice as never)
            : blobSource(blob)
        const { facts, kept } = await importLayer(bytes, blob, { isCopied }, onProgress)
        if (kept !== null) await keepLayerBytes(database, layer, kept)
        return ok({ ...facts, keptBytes: kept?.size ?? 0 })
      } catch (error) {
        if (error instanceof GeoRefusal) return err({ kind: 'file', ...error.fault, params: { ...error.fault.params } })
        throw error
      }
    },
    open: async (layer) => {
      const bytes = await readLayerBytes(database, layer)
      const data = bytes === null ? null : decodeKeptLayer(new Uint8Array(await bytes.arrayBuffer()))
      if (data === null) return err({ kind: 'source' })
      const reader = new VectorReader(data)
      readers.set(layer, reader)
      return ok({ styles: reader.styles })
    },
    close: (layer) => void readers.delete(layer),
    onLost: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tile: ({ layer, ...at }) => withReader(layer, (reader) => reader.tile(at, at.isNight)),
    describe: ({ layer, feature, ...at }) => withReader(layer, (reader) => reader.describe(at, feature)),
    names: (layer) => withReader(layer, (reader) => reader.names()),
    areas: (layer) => withReader(layer, (reader) => reader.areas()),
    outlines: ({ layer, features, tolerance }) => withReader(layer, (reader) => reader.outlines(features, tolerance)),
    locate: ({ layer, positions }) => withReader(layer, (reader) => reader.locate(positions)),
    lose: (layers) => {
      for (const layer of layers) readers.delete(layer)
      for (const listener of listeners) listener(layers)
    },
  }
}

interface Disk {
  readonly bytesOf: Map<FileToken, Uint8Array<ArrayBuffer>>
}

function ownLayersOn(disk: Disk = { bytesOf: new Map() }, now = () => 1_000) {
  let ids = 0
  const reading = readingHere()
  const layers = new OwnLayers({
    storage: dexieLayers(database),
    reading,
    files: {
      find: async (handle) => disk.bytesOf.get(handle)?.length ?? null,
      readSlice: async (handle, offset, length) => disk.bytesOf.get(handle)?.slice(offset, offset + length) ?? null,
      forget: async (handle) => void disk.bytesOf.delete(handle),
    },
    newLocalId: () => `t${names}x${(ids += 1)}y${Math.floor(performance.now() * 1000)}`,
    now,
  })
  return { layers, reading }
}

const square = (name: string, west: number) => ({
  type: 'Feature',
  properties: { name },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, -13],
        [west + 0.5, -13],
        [west + 0.5, -12],
        [west, -12],
        [west, -13],
      ],
    ],
  },
})
const geojson = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })
const blob = (name: string, text: string) => ({ kind: 'blob' as const, name, blob: new Blob([text]) })
const shown = (layers: OwnLayers) => layers.store.getState().layers.map((layer) => layer.name)

test('a layer is there after a restart with its order, fading and tie, and its file is not needed', async () => {
  const { layers } = ownLayersOn()
  const first = await layers.add(blob('distritos.geojson', geojson(square('Sivia', -74), square('Canayre', -73))))
  const second = await layers.add(blob('ríos.geojson', geojson(square('Ene', -74))))
  if (!first.ok || !second.ok) throw new Error('refused')
  expect(shown(layers)).toEqual(['ríos', 'distritos'])
  await layers.reorder([first.value.id, second.value.id])
  await layers.change(first.value.id, { opacity: 0.4, name: 'Distritos' })
  await layers.tie(first.value.id, PLAN, { pairs: [[0, 'place:s' as Id<'place'>]] })

  const again = ownLayersOn().layers
  await again.load()
  expect(shown(again)).toEqual(['Distritos', 'ríos'])
  const [layer] = again.store.getState().layers
  expect(layer).toMatchObject({ opacity: 0.4, isConverted: true, features: 2, areas: 2 })
  expect(layer?.ties[PLAN]?.pairs).toEqual([[0, 'place:s']])
  expect(again.store.getState().standing.get(first.value.id)).toEqual({ state: 'open' })
  const tile = await again.tile({ layer: first.value.id, z: 6, x: 18, y: 34, isNight: false })
  expect(tile?.kind).toBe('features')
  expect(
    await again.locate(first.value.id, [
      [-73.8, -12.5],
      [-72.8, -12.5],
      [0, 0],
    ]),
  ).toEqual([0, 1, null])
})

test('a refused file leaves nothing behind', async () => {
  const { layers } = ownLayersOn()
  const refused = await layers.add(blob('a.kml', '<kml><Placemark>'))
  expect(refused).toMatchObject({ ok: false, error: { kind: 'file', code: 'truncated' } })
  expect(layers.store.getState()).toMatchObject({ layers: [], importing: null })
  expect([await database.layers.count(), await database.layerData.count()]).toEqual([0, 0])
})

test('a removed layer can be brought back, and goes for good at the next start', async () => {
  const { layers } = ownLayersOn()
  const added = await layers.add(blob('a.geojson', geojson(square('A', -74))))
  if (!added.ok) throw new Error('refused')
  await layers.remove(added.value.id)
  expect(shown(layers)).toEqual([])
  expect(await database.layerData.count()).toBe(1)
  await layers.restore(added.value.id)
  expect(shown(layers)).toEqual(['a'])
  expect(await layers.areas(added.value.id)).toHaveLength(1)
  await layers.remove(added.value.id)
  const again = ownLayersOn().layers
  await again.load()
  expect(shown(again)).toEqual([])
  expect([await database.layers.count(), await database.layerData.count()]).toEqual([0, 0])
})

test('what was converted lets go of its file; names can be searched while the layer is shown', async () => {
  const handle = fileTokenFrom(new Uint8Array(16).fill(7))
  const bytes = new TextEncoder().encode(geojson(square('Llochegua', -74)))
  const disk: Disk = { bytesOf: new Map([[handle, bytes]]) }
  const { layers } = ownLayersOn(disk)
  const sources = new Map<string, readonly { name: string }[]>()
  findInLayers(layers, { setSource: (key, entries) => void sources.set(key, entries) })
  const added = await layers.add({ kind: 'handle', handle, name: 'x.geojson', sizeBytes: bytes.length })
  if (!added.ok) throw new Error('refused')
  expect(added.value.handle).toBeNull()
  expect(disk.bytesOf.size).toBe(0)
  await expect.poll(() => sources.get(`layer:${added.value.id}`)?.map((entry) => entry.name)).toEqual(['Llochegua'])
  await layers.change(added.value.id, { isShown: false })
  expect(sources.get(`layer:${added.value.id}`)).toEqual([])
})

test('a layer whose worker is lost is opened once more, and then given up', async () => {
  const { layers, reading } = ownLayersOn()
  const added = await layers.add(blob('a.geojson', geojson(square('A', -74))))
  if (!added.ok) throw new Error('refused')
  const state = () => layers.store.getState().standing.get(added.value.id)?.state
  reading.lose([added.value.id])
  await expect.poll(state).toBe('open')
  expect(await layers.areas(added.value.id)).toHaveLength(1)
  reading.lose([added.value.id])
  await expect.poll(state).toBe('broken')
})
