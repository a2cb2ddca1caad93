import type { Wire } from '../wire.ts'
import type { Crossing } from './mainWorld.ts'

export type Preload = (
  require: (name: string) => unknown,
  process: unknown,
  exports: object,
  module: { exports: object },
  global: unknown,
) => void
export type PreloadSettings = { path: string; error: string; process: Record<string, unknown> }

/** What the isolated world tells the app's process. */
export type FromPage =
  | { op: 'send' | 'invoke'; id: number; channel: string; args: string }
  | { op: 'open'; url: string; name: string; features: string }
  | { op: 'preload-error'; path: string; message: string; stack: string }

type Listener = (...args: unknown[]) => void

/**
 * Runs in a world of its own, beside the page's: here lives the preload script, with the few modules that Electron's
 * sandbox gives it. Its source is sent to the page, so that it may use nothing from outside itself.
 */
export const isolatedWorld = (
  name: string,
  binding: string,
  settings: PreloadSettings,
  makeWire: () => Wire,
  preload: Preload,
): void => {
  const world = globalThis as unknown as Record<string, (text: string) => void>
  const { encode, decode } = makeWire()
  const toProcess = world[binding] as (text: string) => void
  delete world[binding]
  const post = (message: FromPage): void => toProcess(JSON.stringify(message))
  const notEmulated = (what: string): never => {
    throw new Error(`electron-host: ${what} is not emulated in the preload script`)
  }
  const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

  class Emitter {
    readonly listeners = new Map<string, Listener[]>()
    on(event: string, listener: Listener): this {
      this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener])
      return this
    }
    once(event: string, listener: Listener): this {
      const once: Listener = (...args) => {
        this.removeListener(event, once)
        listener(...args)
      }
      return this.on(event, once)
    }
    removeListener(event: string, listener: Listener): this {
      const rest = [...(this.listeners.get(event) ?? [])]
      const at = rest.indexOf(listener)
      if (at >= 0) this.listeners.set(event, rest.toSpliced(at, 1))
      return this
    }
    off(event: string, listener: Listener): this {
      return this.removeListener(event, listener)
    }
    emit(event: string, ...args: unknown[]): void {
      for (const listener of this.listeners.get(event) ?? []) listener(...args)
    }
  }

  // Messages to and from the app's process.
  const asked = new Map<number, (answer: { error?: string; result?: unknown }) => void>()
  let lastId = 0
  const cloned = (args: unknown[]): string => {
    try {
      return encode(structuredClone(args))
    } catch {
      throw new Error('An object could not be cloned.')
    }
  }
  class IpcRenderer extends Emitter {
    send(channel: string, ...args: unknown[]): void {
      post({ op: 'send', id: 0, channel, args: cloned(args) })
    }
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const id = ++lastId
      const text = cloned(args)
      const { error, result } = await new Promise<{ error?: string; result?: unknown }>((resolve) => {
        asked.set(id, resolve)
        post({ op: 'invoke', id, channel, args: text })
      })
      if (error !== undefined) throw new Error(`Error invoking remote method '${channel}': ${error}`)
      return result
    }
  }
  const ipcRenderer = new IpcRenderer()
  world['__electronHostDeliver'] = (text) => {
    type Reply = { op: 'reply'; id: number; error?: string; result?: unknown }
    const message = decode(text) as Reply | { op: 'event'; channel: string; args: unknown[] }
    if (message.op === 'reply') {
      asked.get(message.id)?.(message)
      asked.delete(message.id)
    } else ipcRenderer.emit(message.channel, { sender: ipcRenderer, ports: [] }, ...message.args)
  }

  // The context bridge: functions and promises stay here, the page's world gets numbers that stand for them.
  const functions = new Map<number, (...args: unknown[]) => unknown>()
  const exposed: { key: string; api: unknown }[] = []
  let duplicate = ''
  const say = (detail: Crossing): boolean => document.dispatchEvent(new CustomEvent(`${name}<`, { detail }))
  const carriedWhole = new Set(['ArrayBuffer', 'Date', 'Map', 'Set', 'Error', 'Blob', 'File', 'RegExp'])
  const settle = async (id: number, promise: Promise<unknown>): Promise<void> => {
    try {
      say({ op: 'settle', id, value: out(await promise) })
    } catch (error) {
      say({ op: 'settle', id, error: messageOf(error) })
    }
  }
  const out = (value: unknown): unknown => {
    if (typeof value === 'function') {
      functions.set(++lastId, value as (...args: unknown[]) => unknown)
      return { $function: lastId }
    }
    if (value instanceof Promise) {
      const id = ++lastId
      void settle(id, value)
      return { $promise: id }
    }
    if (typeof value === 'symbol') return notEmulated('a symbol across the contextBridge')
    if (Array.isArray(value)) return value.map(out)
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || value instanceof Node) return value
    if (carriedWhole.has(Object.prototype.toString.call(value).slice(8, -1))) return value
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, out(item)]))
  }
  const into = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(into)
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
    const id = '$function' in value ? value.$function : undefined
    if (typeof id === 'number') return (...args: unknown[]) => say({ op: 'callback', id, args: out(args) })
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, into(item)]))
  }
  const call = (id: number, args: unknown): Crossing => {
    try {
      return { op: 'return', value: out(functions.get(id)?.(...(into(args) as unknown[]))) }
    } catch (error) {
      return { op: 'return', error: messageOf(error) }
    }
  }
  document.addEventListener(
    `${name}>`,
    (event) => {
      const message = (event as CustomEvent<Crossing>).detail
      if (message.op === 'call') say(call(message.id, message.args))
      else if (message.op === 'duplicate') duplicate = message.key
      else if (message.op === 'open') post(message)
      else if (message.op === 'hello') for (const { key, api } of exposed) say({ op: 'expose', key, api })
    },
    true,
  )
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown): void => {
      const carried = out(api)
      exposed.push({ key, api: carried })
      duplicate = ''
      say({ op: 'expose', key, api: carried })
      if (duplicate === key) throw new Error('Cannot bind an API on top of an existing property on the window object')
    },
  }

  const guarded = <T extends object>(what: string, target: T): T =>
    new Proxy(target, {
      get: (object, key, receiver) =>
        key in object || typeof key === 'symbol' ? Reflect.get(object, key, receiver) : notEmulated(`${what}.${key}`),
    })
  const electron = guarded('electron', {
    contextBridge: guarded('contextBridge', contextBridge),
    ipcRenderer: guarded('ipcRenderer', ipcRenderer),
  })
  const require = (module: string): unknown => {
    if (module === 'electron' || module === 'electron/renderer') return electron
    if (['events', 'timers', 'url'].includes(module.replace(/^node:/, ''))) return notEmulated(`require('${module}')`)
    throw new Error(`module not found: ${module}`)
  }
  try {
    if (settings.error) throw new Error(settings.error)
    const module = { exports: {} }
    preload(require, Object.assign(new Emitter(), settings.process), module.exports, module, globalThis)
  } catch (error) {
    console.error(`Unable to load preload script: ${settings.path}`)
    console.error(error)
    const stack = error instanceof Error ? (error.stack ?? '') : ''
    post({ op: 'preload-error', path: settings.path, message: messageOf(error), stack })
  }
}
