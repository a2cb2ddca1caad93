// Chromium over two pipes: a small client of its remote protocol, beside which a test's own client can work.
import { spawn, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts'

export type Events = Protocol.Events
type Commands = Protocol.CommandParameters
type Answers = Protocol.CommandReturnValues
type Waiting = { method: string; resolve: (result: unknown) => void; reject: (error: Error) => void }
type Message = {
  id?: number
  sessionId?: string
  method: string
  params: unknown
  result: unknown
  error?: { message: string }
}

/** One target (a page), or with an empty id the browser itself. */
export class Session {
  private readonly emitter = new EventEmitter()
  private readonly connection: Connection
  private readonly id: string

  constructor(connection: Connection, id: string) {
    this.connection = connection
    this.id = id
  }

  send<T extends keyof Commands>(method: T, params?: Commands[T]): Promise<Answers[T]> {
    return this.connection.request(method, params ?? {}, this.id) as Promise<Answers[T]>
  }

  on<T extends keyof Events>(event: T, listener: (params: Events[T]) => void): void {
    this.emitter.on(event, listener)
  }

  deliver(event: string, params: unknown): void {
    this.emitter.emit(event, params)
  }
}

export class Connection {
  readonly process: ChildProcess
  readonly browser: Session
  /** Settles when Chromium has ended. */
  readonly ended: Promise<void>
  private readonly waiting = new Map<number, Waiting>()
  private readonly sessions = new Map<string, Session>()
  private readonly output: Writable
  private partial: Buffer[] = []
  private lastId = 0

  constructor(program: string, args: readonly string[]) {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] })
    this.process = child
    this.output = child.stdio[3] as Writable
    // Writing to a Chromium that has just ended is answered by `ended`.
    this.output.on('error', () => undefined)
    ;(child.stdio[4] as Readable).on('data', (chunk: Buffer) => this.read(chunk))
    showErrors(child)
    this.browser = this.session('')
    this.ended = new Promise((resolve) => {
      child.on('error', () => resolve())
      child.on('exit', () => {
        for (const { reject } of this.waiting.values()) reject(new Error('Chromium ended'))
        this.waiting.clear()
        resolve()
      })
    })
  }

  session(id: string): Session {
    const known = this.sessions.get(id) ?? new Session(this, id)
    this.sessions.set(id, known)
    return known
  }

  request(method: string, params: object, sessionId: string): Promise<unknown> {
    const id = ++this.lastId
    this.output.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`)
    return new Promise((resolve, reject) => this.waiting.set(id, { method, resolve, reject }))
  }

  private read(chunk: Buffer): void {
    let rest = chunk
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const text = Buffer.concat([...this.partial, rest.subarray(0, end)]).toString()
      this.partial = []
      rest = rest.subarray(end + 1)
      this.take(JSON.parse(text) as Message)
    }
    if (rest.length > 0) this.partial.push(rest)
  }

  private take(message: Message): void {
    if (message.id === undefined) return this.session(message.sessionId ?? '').deliver(message.method, message.params)
    const waiting = this.waiting.get(message.id)
    this.waiting.delete(message.id)
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`))
    else waiting?.resolve(message.result)
  }
}

/** Passes on what Chromium says (a test waits for its "DevTools listening on"), less its usual complaints. */
const showErrors = (child: ChildProcess): void => {
  const usual = /:(ERROR|WARNING):|unexpected operator/
  let partial = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (partial + text).split('\n')
    partial = lines.pop() ?? ''
    for (const line of lines)
      if (process.env['ELECTRON_HOST_LOG'] || !usual.test(line)) process.stderr.write(`${line}\n`)
  })
}
