import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FileToken } from '../../../contract/FileToken.ts'
import type { GeoAnswerOf, GeoAskOf, GeoRefusalMessage, GeoSource } from '../../../contract/geoWorkerMessages.ts'
import type { GeoStyle } from '../../../domain/formats/geo/GeoLayerData.ts'
import type { Position } from '../../../domain/records/common.ts'
import type { Id } from '../../../domain/records/ids.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import type { StorageFault } from '../PlanStorage.ts'
import type { LayerFilePort, LayerReading, LayerStorage, ReadSlice } from './LayerPorts.ts'
import type { LayerStanding, LayerTie, OwnLayer } from './OwnLayer.ts'

/** A file that a person chose or dropped. */
export type GivenLayerFile =
  | { readonly kind: 'handle'; readonly handle: FileToken; readonly name: string; readonly sizeBytes: number }
  | { readonly kind: 'blob'; readonly blob: Blob; readonly name: string }

/** What a layer calls one of its features, for searching. */
export interface LayerName {
  readonly name: string
  readonly at: Position
}

export interface LayerImport {
  readonly fileName: string
  readonly phase: 'reading' | 'parsing' | 'keeping'
  readonly fraction: number
}

export interface OwnLayersState {
  /** From the top down; removed ones are not among them. */
  readonly layers: readonly OwnLayer[]
  readonly standing: ReadonlyMap<string, LayerStanding>
  readonly styles: ReadonlyMap<string, readonly GeoStyle[]>
  /** By layer, of those that are shown. */
  readonly names: ReadonlyMap<string, readonly LayerName[]>
  /** One file at a time is read. */
  readonly importing: LayerImport | null
  readonly isLoaded: boolean
}

export type AddFault = GeoRefusalMessage | { readonly kind: 'busy' }

export interface OwnLayersParts {
  readonly storage: LayerStorage
  readonly reading: LayerReading
  readonly files: LayerFilePort
  readonly newLocalId: () => string
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** Removed layers can be brought back this long after their toast has gone. */
const KEPT_AFTER_REMOVAL_MS = 60_000

/** The own layers of this machine: read, kept, ordered, tied to plans. Knows neither the map nor the database. */
export class OwnLayers {
  readonly store: StoreApi<OwnLayersState>
  readonly #parts: OwnLayersParts
  readonly #removed = new Map<string, OwnLayer>()
  readonly #namesOf = new Map<string, readonly LayerName[]>()
  /** Layers that were opened anew once after their worker was lost. */
  readonly #retried = new Set<string>()
  #abort: AbortController | null = null
  #loading: Promise<void> | null = null

  constructor(parts: OwnLayersParts) {
    this.#parts = parts
    this.store = createStore<OwnLayersState>(() => ({
      layers: [],
      standing: new Map(),
      styles: new Map(),
      names: new Map(),
      importing: null,
      isLoaded: false,
    }))
    parts.storage.onChange(() => void this.#reload())
    parts.reading.onLost((lost) => {
      for (const id of lost) void this.#openAgain(id)
    })
  }

  get #state(): OwnLayersState {
    return this.store.getState()
  }

  /** Reads the list and opens its layers; only the first call does. */
  load(): Promise<void> {
    this.#loading ??= this.#load()
    return this.#loading
  }

  async #load(): Promise<void> {
    const listed = await this.#parts.storage.list()
    if (!listed.ok) return this.store.setState({ isLoaded: true })
    await this.#purge(listed.value.filter((layer) => layer.removedAt !== null))
    this.#take(listed.value.filter((layer) => layer.removedAt === null))
    this.store.setState({ isLoaded: true })
    await Promise.all(this.#state.layers.map((layer) => this.#open(layer)))
  }

  /** Another window has changed the list. */
  async #reload(): Promise<void> {
    const listed = await this.#parts.storage.list()
    if (!listed.ok || !this.#state.isLoaded) return
    const known = new Set(this.#state.layers.map((layer) => layer.id))
    const now = listed.value.filter((layer) => layer.removedAt === null)
    for (const id of known) if (!now.some((layer) => layer.id === id)) this.#close(id)
    this.#take(now)
    await Promise.all(now.filter((layer) => !known.has(layer.id)).map((layer) => this.#open(layer)))
  }

  #take(layers: readonly OwnLayer[]): void {
    this.store.setState({ layers: layers.toSorted((a, b) => a.order - b.order) })
  }

  layer(id: string): OwnLayer | undefined {
    return this.#state.layers.find((layer) => layer.id === id)
  }

  /** Reads a file and puts it on top, whole, or leaves everything as it was. */
  async add(file: GivenLayerFile): Promise<Result<OwnLayer, AddFault>> {
    await this.load()
    if (this.#abort !== null) return err({ kind: 'busy' })
    const abort = new AbortController()
    this.#abort = abort
    this.store.setState({ importing: { fileName: file.name, phase: 'reading', fraction: 0 } })
    const id = `layer-${this.#parts.newLocalId()}`
    try {
      const read = await this.#import(id, file, abort.signal)
      if (!read.ok) await this.#discard(id, file)
      return read
    } finally {
      this.#abort = null
      this.store.setState({ importing: null })
    }
  }

  cancelImport(): void {
    this.#abort?.abort()
  }

  async #import(id: string, file: GivenLayerFile, signal: AbortSignal): Promise<Result<OwnLayer, AddFault>> {
    const facts = await this.#parts.reading.import({
      layer: id,
      source: sourceOf(file),
      readSlice: this.#slicesOf(file.kind === 'handle' ? file.handle : null),
      isCopied: file.kind === 'blob',
      onProgress: (phase, fraction) => this.store.setState({ importing: { fileName: file.name, phase, fraction } }),
      signal,
    })
    if (!facts.ok) return facts
    const isInPlace = file.kind === 'handle' && !facts.value.isConverted
    const layer: OwnLayer = {
      ...facts.value,
      id,
      name: (facts.value.title ?? file.name.replace(/\.[^.]+$/, '')).slice(0, 120) || file.name,
      fileName: file.name,
      fileBytes: file.kind === 'handle' ? file.sizeBytes : file.blob.size,
      handle: isInPlace ? file.handle : null,
      opacity: 1,
      isShown: true,
      order: Math.min(0, ...this.#state.layers.map((each) => each.order)) - 1,
      ties: {},
      removedAt: null,
    }
    const kept = await this.#parts.storage.put([layer])
    if (!kept.ok) return err({ kind: kept.error === 'quota' ? 'quota' : 'storage' })
    // What was converted needs its file no more.
    if (file.kind === 'handle' && !isInPlace) await this.#parts.files.forget(file.handle)
    this.#take([...this.#state.layers, layer])
    await this.#open(layer)
    return ok(layer)
  }

  async #discard(id: string, file: GivenLayerFile): Promise<void> {
    await this.#parts.storage.purge([id])
    if (file.kind === 'handle') await this.#parts.files.forget(file.handle)
  }

  /** Shows a change at once; `isSettled` false leaves the disk alone, as while a slider is dragged. */
  async change(
    id: string,
    change: Partial<Pick<OwnLayer, 'name' | 'opacity' | 'isShown'>>,
    isSettled = true,
  ): Promise<Result<null, StorageFault>> {
    const layer = this.layer(id)
    if (layer === undefined) return ok(null)
    const next = { ...layer, ...change }
    this.#take(this.#state.layers.map((each) => (each.id === id ? next : each)))
    if ('isShown' in change) this.#gatherNames()
    return isSettled ? this.#parts.storage.put([next]) : ok(null)
  }

  /** Puts layers in another order, from the top down. */
  async reorder(ids: readonly string[]): Promise<Result<null, StorageFault>> {
    const place = new Map(ids.map((id, order) => [id, order]))
    const layers = this.#state.layers.map((layer) => ({ ...layer, order: place.get(layer.id) ?? layer.order }))
    this.#take(layers)
    return this.#parts.storage.put(layers)
  }

  /** Takes a layer off the map; `restore` brings it back as long as the program runs. */
  async remove(id: string): Promise<Result<null, StorageFault>> {
    const layer = this.layer(id)
    if (layer === undefined) return ok(null)
    const removed = { ...layer, removedAt: this.#parts.now() }
    this.#removed.set(id, removed)
    this.#take(this.#state.layers.filter((each) => each.id !== id))
    this.#close(id)
    const isLongAgo = ({ removedAt }: OwnLayer): boolean => this.#parts.now() - (removedAt ?? 0) > KEPT_AFTER_REMOVAL_MS
    await this.#purge([...this.#removed.values()].filter(isLongAgo))
    return this.#parts.storage.put([removed])
  }

  async restore(id: string): Promise<void> {
    const removed = this.#removed.get(id)
    if (removed === undefined) return
    this.#removed.delete(id)
    const layer = { ...removed, removedAt: null }
    this.#take([...this.#state.layers, layer])
    await this.#parts.storage.put([layer])
    await this.#open(layer)
  }

  async #purge(layers: readonly OwnLayer[]): Promise<void> {
    if (layers.length === 0) return
    for (const layer of layers) {
      this.#removed.delete(layer.id)
      if (layer.handle !== null) await this.#parts.files.forget(layer.handle)
    }
    await this.#parts.storage.purge(layers.map((layer) => layer.id))
  }

  /** Gives a layer whose file has gone the file anew; another file than before is refused. */
  async relocate(id: string, file: GivenLayerFile): Promise<Result<null, AddFault>> {
    const layer = this.layer(id)
    if (layer === undefined || file.kind !== 'handle') return err({ kind: 'source' })
    const moved = { ...layer, handle: file.handle, fileName: file.name, fileBytes: file.sizeBytes }
    const opened = await this.#open(moved)
    if (opened !== null) {
      await this.#parts.files.forget(file.handle)
      return err(opened)
    }
    if (layer.handle !== null) await this.#parts.files.forget(layer.handle)
    this.#take(this.#state.layers.map((each) => (each.id === id ? moved : each)))
    await this.#parts.storage.put([moved])
    return ok(null)
  }

  /** Ties areas of a layer to districts of a plan, or lets go of them (null). */
  async tie(id: string, plan: Id<'plan'>, tie: LayerTie | null): Promise<Result<null, StorageFault>> {
    const layer = this.layer(id)
    if (layer === undefined) return ok(null)
    const { [plan]: _before, ...others } = layer.ties
    const next = { ...layer, ties: tie === null ? others : { ...others, [plan]: tie } }
    this.#take(this.#state.layers.map((each) => (each.id === id ? next : each)))
    return this.#parts.storage.put([next])
  }

  tile(ask: Omit<GeoAskOf<'tile'>, 'type'>, signal?: AbortSignal): Promise<GeoAnswerOf<'tile'> | null> {
    return orNull(this.#parts.reading.tile(ask, signal))
  }

  describe(ask: Omit<GeoAskOf<'describe'>, 'type'>): Promise<GeoAnswerOf<'describe'> | null> {
    return orNull(this.#parts.reading.describe(ask))
  }

  areas(id: string): Promise<GeoAnswerOf<'areas'> | null> {
    return orNull(this.#parts.reading.areas(id))
  }

  outlines(id: string, features: readonly number[], tolerance: number): Promise<GeoAnswerOf<'outlines'> | null> {
    return orNull(this.#parts.reading.outlines({ layer: id, features: [...features], tolerance }))
  }

  locate(id: string, positions: readonly Position[]): Promise<GeoAnswerOf<'locate'> | null> {
    return orNull(this.#parts.reading.locate({ layer: id, positions: positions.map(([lon, lat]) => [lon, lat]) }))
  }

  #slicesOf(handle: FileToken | null): ReadSlice | null {
    return handle === null ? null : (offset, length) => this.#parts.files.readSlice(handle, offset, length)
  }

  /** null: it is open now. */
  async #open(layer: OwnLayer): Promise<GeoRefusalMessage | null> {
    this.#stand(layer.id, { state: 'opening' })
    const size = layer.handle === null ? 0 : await this.#parts.files.find(layer.handle)
    if (size === null) {
      this.#stand(layer.id, { state: 'missing' })
      return { kind: 'source' }
    }
    const source: GeoSource = layer.handle === null ? { kind: 'kept' } : { kind: 'slices', sizeBytes: size }
    const opened = await this.#parts.reading.open(layer.id, layer.format, source, this.#slicesOf(layer.handle))
    if (!opened.ok) {
      this.#stand(layer.id, { state: opened.error.kind === 'source' ? 'missing' : 'broken' })
      return opened.error
    }
    this.store.setState((s) => ({ styles: new Map(s.styles).set(layer.id, opened.value.styles) }))
    this.#stand(layer.id, { state: 'open' })
    if (layer.isConverted) void this.#readNames(layer.id)
    return null
  }

  async #openAgain(id: string): Promise<void> {
    const layer = this.layer(id)
    if (layer === undefined) return
    if (this.#retried.has(id)) return this.#stand(id, { state: 'broken' })
    this.#retried.add(id)
    await this.#open(layer)
  }

  #close(id: string): void {
    this.#parts.reading.close(id)
    this.#namesOf.delete(id)
    this.#gatherNames()
    this.store.setState((s) => {
      const standing = new Map(s.standing)
      standing.delete(id)
      return { standing }
    })
  }

  #stand(id: string, standing: LayerStanding): void {
    this.store.setState((s) => ({ standing: new Map(s.standing).set(id, standing) }))
  }

  async #readNames(id: string): Promise<void> {
    const read = await orNull(this.#parts.reading.names(id))
    if (read === null || this.layer(id) === undefined) return
    const { names, positions } = read
    const at = (i: number): Position => [positions[2 * i] ?? 0, positions[2 * i + 1] ?? 0]
    this.#namesOf.set(
      id,
      names.map((name, i) => ({ name, at: at(i) })),
    )
    this.#gatherNames()
  }

  #gatherNames(): void {
    const shown = this.#state.layers.filter((layer) => layer.isShown)
    this.store.setState({ names: new Map(shown.map(({ id }) => [id, this.#namesOf.get(id) ?? []])) })
  }
}

async function orNull<T>(work: Promise<Result<T, GeoRefusalMessage>>): Promise<T | null> {
  const done = await work
  return done.ok ? done.value : null
}

function sourceOf(file: GivenLayerFile): GeoSource {
  return file.kind === 'blob' ? { kind: 'blob', blob: file.blob } : { kind: 'slices', sizeBytes: file.sizeBytes }
}
