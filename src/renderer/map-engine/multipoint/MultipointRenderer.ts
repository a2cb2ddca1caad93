import type { FromMultipointWorker, MultipointDrawing, MultipointRequest, ToMultipointWorker } from './Multipoint.ts'

/** What a renderer sends requests to and hears answers from: a worker, or what stands for one in tests. */
export interface MultipointPort {
  post(message: ToMultipointWorker): void
  onAnswer(listener: (answer: FromMultipointWorker) => void): void
  /** The worker broke, and will not answer. */
  onBroken(listener: () => void): void
}

/** Answers kept; at some 3 kB each they stay under 15 MB. */
const MOST_KEPT = 4_000
/** Requests sent at once, so that answers to a screenful come in parts and a later one need not wait long. */
const AT_ONCE = 100

/**
 * Asks the reference renderer beside the window and remembers its answers. A drawing depends on its request alone, so
 * equal requests are answered from memory: after a pan, a change of time or of another record nothing is asked again.
 */
export class MultipointRenderer {
  readonly #connect: () => MultipointPort
  #port: MultipointPort | null = null
  #batches = 0
  readonly #waiting = new Map<number, (answer: FromMultipointWorker) => void>()
  /** By request: resolves when its batch has been answered. */
  readonly #asked = new Map<string, Promise<void>>()
  readonly #known = new Map<string, MultipointDrawing | null>()

  constructor(connect: () => MultipointPort) {
    this.#connect = connect
  }

  /** Begins to load what draws, where something to draw is about to be asked for. */
  warm(): void {
    if (this.#port === null) this.#open()
  }

  /** What is known of a request by now; undefined where it was never answered. */
  known(request: MultipointRequest): MultipointDrawing | null | undefined {
    const key = keyOf(request)
    const drawing = this.#known.get(key)
    if (drawing === undefined) return undefined
    // The one asked for last is forgotten last.
    this.#known.delete(key)
    this.#known.set(key, drawing)
    return drawing
  }

  /** Resolves when each of the requests has its answer: a drawing, or null where there is none. */
  async draw(requests: readonly MultipointRequest[]): Promise<readonly (MultipointDrawing | null)[]> {
    const missing = new Map<string, MultipointRequest>()
    for (const request of requests) {
      const key = keyOf(request)
      if (this.known(request) === undefined && !this.#asked.has(key)) missing.set(key, request)
    }
    const parts = [...missing]
    for (let from = 0; from < parts.length; from += AT_ONCE) this.#ask(parts.slice(from, from + AT_ONCE))
    // What another caller has asked for already is on its way.
    await Promise.all(requests.flatMap((request) => this.#asked.get(keyOf(request)) ?? []))
    return requests.map((request) => this.known(request) ?? null)
  }

  #keep(key: string, drawing: MultipointDrawing | null): void {
    this.#known.set(key, drawing)
    if (this.#known.size <= MOST_KEPT) return
    const [oldest] = this.#known.keys()
    if (oldest !== undefined) this.#known.delete(oldest)
  }

  #ask(part: readonly (readonly [string, MultipointRequest])[]): void {
    const port = this.#port ?? this.#open()
    this.#batches += 1
    const batch = this.#batches
    const answered = new Promise<void>((resolve) => {
      this.#waiting.set(batch, ({ drawings }) => {
        part.forEach(([key], i) => {
          this.#asked.delete(key)
          const drawing = drawings[i]
          if (drawing !== undefined) this.#keep(key, drawing)
        })
        resolve()
      })
    })
    for (const [key] of part) this.#asked.set(key, answered)
    port.post({ batch, requests: part.map(([, request]) => request) })
  }

  #open(): MultipointPort {
    const port = this.#connect()
    port.onAnswer((answer) => this.#answered(answer))
    port.onBroken(() => {
      // Nothing is drawn by it any more; what was asked for keeps its plain lines, and the next request starts anew.
      this.#port = null
      for (const batch of this.#waiting.keys()) this.#answered({ batch, drawings: [] })
    })
    this.#port = port
    return port
  }

  #answered(answer: FromMultipointWorker): void {
    const waiting = this.#waiting.get(answer.batch)
    this.#waiting.delete(answer.batch)
    waiting?.(answer)
  }
}

const keys = new WeakMap<MultipointRequest, string>()

function keyOf(request: MultipointRequest): string {
  const known = keys.get(request)
  if (known !== undefined) return known
  const { symbol, metresPerPixel, name, second, begins, ends, widths, points } = request
  const key = JSON.stringify([symbol, metresPerPixel, name, second, begins, ends, widths, points])
  keys.set(request, key)
  return key
}
