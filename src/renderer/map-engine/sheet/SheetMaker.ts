import type { SheetContent } from './SheetContent.ts'
import type { FromSheetWorker, SheetOutput, ToSheetWorker } from './sheetMessages.ts'

/** Why a sheet was not made. */
export type SheetFailure = 'cancelled' | 'failed'
export type SheetResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: SheetFailure }

interface Waiting {
  readonly settle: (message: FromSheetWorker | 'cancelled' | 'failed') => void
  readonly onProgress: (share: number) => void
}

/** Makes sheets beside the window. The worker starts with the first sheet and is stopped by a cancel. */
export class SheetMaker {
  #worker: Worker | null = null
  #next = 0
  readonly #waiting = new Map<number, Waiting>()

  /** A file's bytes. `onProgress` hears shares from 0 to 1. */
  async file(
    content: SheetContent,
    output: Exclude<SheetOutput, { kind: 'preview' }>,
    onProgress: (share: number) => void,
  ): Promise<SheetResult<Uint8Array<ArrayBuffer>>> {
    const made = await this.#ask(content, output, onProgress)
    if (typeof made === 'string') return { ok: false, error: made }
    return made.type === 'bytes' ? { ok: true, value: made.bytes } : { ok: false, error: 'failed' }
  }

  /** The whole sheet, so many pixels across. */
  async preview(content: SheetContent, width: number): Promise<SheetResult<ImageBitmap>> {
    const made = await this.#ask(content, { kind: 'preview', width }, () => undefined)
    if (typeof made === 'string') return { ok: false, error: made }
    return made.type === 'bitmap' ? { ok: true, value: made.bitmap } : { ok: false, error: 'failed' }
  }

  /** Ends all that is under way at once; the next sheet starts a new worker. */
  cancel(): void {
    this.#stop('cancelled')
  }

  #stop(why: SheetFailure): void {
    this.#worker?.terminate()
    this.#worker = null
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { settle } of waiting) settle(why)
  }

  #ask(
    content: SheetContent,
    output: SheetOutput,
    onProgress: (share: number) => void,
  ): Promise<FromSheetWorker | SheetFailure> {
    const worker = (this.#worker ??= this.#start())
    const id = this.#next++
    const { promise, resolve } = Promise.withResolvers<FromSheetWorker | SheetFailure>()
    this.#waiting.set(id, { settle: resolve, onProgress })
    worker.postMessage({ id, content, output } satisfies ToSheetWorker)
    return promise
  }

  #start(): Worker {
    const worker = new Worker(new URL('./sheetWorker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<FromSheetWorker>) => {
      const waiting = this.#waiting.get(data.id)
      if (waiting === undefined) return
      if (data.type === 'progress') return waiting.onProgress(data.share)
      this.#waiting.delete(data.id)
      waiting.settle(data.type === 'failed' ? 'failed' : data)
    })
    worker.addEventListener('error', (event) => {
      console.error('the sheet worker broke:', event.message)
      this.#stop('failed')
    })
    return worker
  }
}
