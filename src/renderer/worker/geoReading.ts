import * as v from 'valibot'
import {
  type FromGeoWorker,
  FromGeoWorkerSchema,
  GEO_ANSWERS,
  type GeoAnswerOf,
  type GeoAsk,
  type GeoRefusalMessage,
  type ToGeoWorker,
} from '../../contract/geoWorkerMessages.ts'
import { assertNever, err, ok, type Result } from '../../domain/result.ts'
import type { ImportRequest, LayerReading, ReadSlice } from '../session/layers/LayerPorts.ts'

type Reply = Result<GeoAnswerOf<GeoAsk['type']>, GeoRefusalMessage>

interface Waiting {
  readonly ask: GeoAsk
  readonly resolve: (reply: Reply) => void
  readonly onProgress: ImportRequest['onProgress'] | null
}

/** Longer than any sound archive takes for a tile: then the worker hangs on the file, and is ended. */
const TILE_PATIENCE_MS = 20_000

/** One worker and what it owes. */
class GeoWorker {
  readonly #worker = new Worker(new URL('./geoWorker.ts', import.meta.url), { type: 'module' })
  readonly #waiting = new Map<number, Waiting>()
  readonly #readSlice = new Map<string, ReadSlice>()
  readonly #onBroken: () => void
  #requests = 0

  constructor(onBroken: () => void) {
    this.#onBroken = onBroken
    this.#worker.addEventListener('message', ({ data }: MessageEvent<unknown>) =>
      this.#take(v.parse(FromGeoWorkerSchema, data)),
    )
    this.#worker.addEventListener('error', (event) => {
      console.error(event.message)
      this.end()
    })
  }

  /** Slices of a layer's file are asked of this. */
  serve(layer: string, readSlice: ReadSlice | null): void {
    if (readSlice === null) this.#readSlice.delete(layer)
    else this.#readSlice.set(layer, readSlice)
  }

  ask(ask: GeoAsk, signal?: AbortSignal, onProgress: ImportRequest['onProgress'] | null = null): Promise<Reply> {
    this.#requests += 1
    const request = this.#requests
    return new Promise((resolve) => {
      const patience =
        ask.type === 'tile' || ask.type === 'describe' ? setTimeout(() => this.end(), TILE_PATIENCE_MS) : undefined
      const settle = (reply: Reply): void => {
        clearTimeout(patience)
        resolve(reply)
      }
      this.#waiting.set(request, { ask, resolve: settle, onProgress })
      signal?.addEventListener('abort', () => this.#post({ type: 'cancel', request }), { once: true })
      this.#post({ type: 'ask', request, ask })
    })
  }

  /** What it owes is refused. */
  end(): void {
    this.#worker.terminate()
    for (const { resolve } of this.#waiting.values()) resolve(err({ kind: 'broken' }))
    this.#waiting.clear()
    this.#onBroken()
  }

  #post(message: ToGeoWorker): void {
    this.#worker.postMessage(message)
  }

  #take(message: FromGeoWorker): void {
    switch (message.type) {
      case 'answer':
      case 'refusal': {
        const waiting = this.#waiting.get(message.request)
        this.#waiting.delete(message.request)
        if (waiting === undefined) return
        if (message.type === 'refusal') waiting.resolve(err(message.refusal))
        else waiting.resolve(ok(v.parse(GEO_ANSWERS[waiting.ask.type], message.value)))
        return
      }
      case 'progress':
        return this.#waiting.get(message.request)?.onProgress?.(message.phase, message.fraction)
      case 'slice':
        void this.#give(message)
        return
      default:
        assertNever(message)
    }
  }

  async #give({ slice, layer, offset, length }: Extract<FromGeoWorker, { type: 'slice' }>): Promise<void> {
    const bytes = await (this.#readSlice.get(layer)?.(offset, length) ?? Promise.resolve(null))
    this.#post({ type: 'slice', slice, bytes: bytes === null ? null : new Uint8Array(bytes) })
  }
}

/**
 * Reads layers beside the window: one worker for most, one of its own for each MBTiles file, whose database could hang
 * what shares its thread, and one for each import, which is ended to cancel it.
 */
export function geoReading(): LayerReading {
  const workers = new Map<string, GeoWorker>()
  /** Of open layers: which worker has them. */
  const keyOf = new Map<string, string>()
  const lostListeners = new Set<(layers: readonly string[]) => void>()
  const workerOf = (layer: string): GeoWorker | undefined => workers.get(keyOf.get(layer) ?? '')
  const toOpen = (key: string): GeoWorker => {
    const known = workers.get(key)
    if (known !== undefined) return known
    const made = new GeoWorker(() => {
      workers.delete(key)
      const lost = [...keyOf].filter(([, used]) => used === key).map(([layer]) => layer)
      for (const layer of lost) keyOf.delete(layer)
      if (lost.length > 0) for (const listener of lostListeners) listener(lost)
    })
    workers.set(key, made)
    return made
  }
  const asked = async <T extends GeoAsk['type']>(
    ask: GeoAsk & { type: T },
    signal?: AbortSignal,
  ): Promise<Result<GeoAnswerOf<T>, GeoRefusalMessage>> => {
    const worker = workerOf(ask.layer)
    if (worker === undefined) return err({ kind: 'source' })
    return worker.ask(ask, signal)
  }
  return {
    import: async ({ layer, source, readSlice, isCopied, onProgress, signal }) => {
      const worker = new GeoWorker(() => {})
      worker.serve(layer, readSlice)
      const cancelled = new Promise<Reply>((resolve) => {
        if (signal.aborted) resolve(err({ kind: 'cancelled' }))
        signal.addEventListener('abort', () => resolve(err({ kind: 'cancelled' })), { once: true })
      })
      const reply = await Promise.race([
        cancelled,
        worker.ask({ type: 'import', layer, source, isCopied }, undefined, onProgress),
      ])
      worker.end()
      return reply as Result<GeoAnswerOf<'import'>, GeoRefusalMessage>
    },
    open: async (layer, format, source, readSlice) => {
      const key = format === 'mbtiles' ? layer : 'shared'
      const worker = toOpen(key)
      keyOf.set(layer, key)
      worker.serve(layer, readSlice)
      const reply = await worker.ask({ type: 'open', layer, format, source })
      return reply as Result<GeoAnswerOf<'open'>, GeoRefusalMessage>
    },
    close: (layer) => {
      const worker = workerOf(layer)
      const key = keyOf.get(layer)
      keyOf.delete(layer)
      if (worker === undefined) return
      if (key === layer) worker.end()
      else void worker.ask({ type: 'close', layer })
    },
    onLost: (listener) => {
      lostListeners.add(listener)
      return () => lostListeners.delete(listener)
    },
    tile: (ask, signal) => asked({ type: 'tile', ...ask }, signal),
    describe: (ask) => asked({ type: 'describe', ...ask }),
    names: (layer) => asked({ type: 'names', layer }),
    areas: (layer) => asked({ type: 'areas', layer }),
    outlines: (ask) => asked({ type: 'outlines', ...ask }),
    locate: (ask) => asked({ type: 'locate', ...ask }),
  }
}
