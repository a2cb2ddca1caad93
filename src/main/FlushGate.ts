/** How long a window waits for the page to put its last words on disk. */
const FLUSH_TIMEOUT_MS = 5000

export type FlushOutcome = 'flushed' | 'timed-out' | 'nobody-listens'

/** Asks the page to finish what it is writing, and waits for it a bounded time. */
export class FlushGate {
  readonly #ask: (flushId: number) => void
  #isListening = false
  #lastId = 0
  #finish: ((outcome: FlushOutcome) => void) | null = null

  constructor(ask: (flushId: number) => void) {
    this.#ask = ask
  }

  /** A page without a listener (still loading, or crashed) is not waited for. */
  setListening(isListening: boolean): void {
    this.#isListening = isListening
    if (!isListening) this.#finish?.('nobody-listens')
  }

  /** An answer to an earlier question is ignored. */
  finished(flushId: number): void {
    if (flushId === this.#lastId) this.#finish?.('flushed')
  }

  async request(timeoutMs: number = FLUSH_TIMEOUT_MS): Promise<FlushOutcome> {
    if (!this.#isListening) return 'nobody-listens'
    this.#lastId += 1
    const { promise, resolve } = Promise.withResolvers<FlushOutcome>()
    this.#finish = resolve
    const timer = setTimeout(() => resolve('timed-out'), timeoutMs)
    this.#ask(this.#lastId)
    const outcome = await promise
    clearTimeout(timer)
    this.#finish = null
    return outcome
  }
}
