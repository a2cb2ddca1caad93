import * as v from 'valibot'
import type { ChuffedPort } from './ChuffedPort.ts'
import { CHUFFED_WAYS, type ChuffedWay } from './FlatModel.ts'
import { Values } from './Question.ts'

const messageSchema = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('solution'), output: v.object({ dzn: v.optional(v.string(), '') }) }),
  v.object({ type: v.literal('status'), status: v.string() }),
  v.object({ type: v.literal('stdout'), value: v.string() }),
  v.object({ type: v.literal('exit') }),
])

export type ChuffedListener = Readonly<{
  /** Something satisfies the model; each is better than the one before. */
  onValues: (values: Values) => void
  /**
   * `refuted`: nothing satisfies it, or nothing better than the last values; `found`: the last values are not known to be
   * the best; `unknown`: it gave up or broke.
   */
  onEnd: (how: 'refuted' | 'found' | 'unknown') => void
}>

/** One question to Chuffed, on a thread of its own: after a few the script's memory is no longer to be trusted. */
export class ChuffedRun {
  readonly #port: ChuffedPort
  readonly #way: ChuffedWay
  #text: string | null = null
  #listener: ChuffedListener | null = null
  #isReady = false
  #isOver = false
  #hasValues = false
  #isRefuted = false

  constructor(port: ChuffedPort, way: ChuffedWay = 'earliest') {
    this.#port = port
    this.#way = way
    port.listen((message) => this.#take(message))
  }

  /** Once. It is put as soon as the thread is ready. */
  ask(text: string, listener: ChuffedListener): void {
    this.#text = text
    this.#listener = listener
    if (this.#isReady) this.#put()
  }

  /** Tells nothing more. */
  end(): void {
    this.#isOver = true
    this.#port.end()
  }

  #put(): void {
    const args = ['--solver', 'chuffed', '--intermediate-solutions', ...CHUFFED_WAYS[this.#way], 'question.fzn']
    this.#port.send({ jsonStream: true, files: { 'question.fzn': this.#text }, args })
    this.#text = null
  }

  #take(message: unknown): void {
    if (this.#isOver) return
    if (message === null) return this.#close('unknown')
    const read = v.safeParse(messageSchema, message)
    if (!read.success) return
    switch (read.output.type) {
      case 'ready':
        this.#isReady = true
        if (this.#text !== null) this.#put()
        return
      case 'solution':
        this.#hasValues = true
        this.#listener?.onValues(new Values(read.output.output.dzn))
        return
      case 'status':
        this.#isRefuted = read.output.status === 'UNSATISFIABLE' || read.output.status === 'OPTIMAL_SOLUTION'
        return
      case 'stdout':
        // What fails before any search is told in this way only.
        if (read.output.value.trim() === '=====UNSATISFIABLE=====') this.#isRefuted = true
        return
      case 'exit':
        this.#close(this.#isRefuted ? 'refuted' : this.#hasValues ? 'found' : 'unknown')
    }
  }

  #close(how: 'refuted' | 'found' | 'unknown'): void {
    this.end()
    this.#listener?.onEnd(how)
  }
}
