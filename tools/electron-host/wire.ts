/** Values as text, with what a structured clone keeps: buffers, dates, maps, sets, errors, big integers, circles. */
export type Wire = Readonly<{
  /** Throws Electron's message for what cannot be cloned. */
  encode: (value: unknown) => string
  decode: (text: string) => unknown
}>

type Json = null | boolean | string | number | readonly Json[] | { readonly [key: string]: Json }

/** Its source also runs in the page's isolated world, so that it may use nothing from outside itself. */
export const makeWire = (): Wire => {
  type Base64Bytes = Uint8Array & { toBase64: () => string }
  type Base64Reader = { fromBase64: (text: string) => Uint8Array<ArrayBuffer> }
  const isNode = typeof Buffer !== 'undefined' && typeof window === 'undefined'
  const toBase64 = (bytes: Uint8Array): string =>
    isNode
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
      : (bytes as Base64Bytes).toBase64()
  const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
    isNode ? new Uint8Array(Buffer.from(text, 'base64')) : (Uint8Array as unknown as Base64Reader).fromBase64(text)

  const views = {
    Uint8Array,
    Int8Array,
    Uint8ClampedArray,
    Uint16Array,
    Int16Array,
    Uint32Array,
    Int32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  }
  const errors = { Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError }
  const refused = new Set([
    'Promise',
    'WeakMap',
    'WeakSet',
    'WeakRef',
    'Window',
    'Blob',
    'File',
    'MessagePort',
    'ReadableStream',
  ])
  const tagOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1)

  const encode = (root: unknown): string => {
    const seen = new Map<object, number>()
    const fail = (): never => {
      throw new Error('An object could not be cloned.')
    }
    const object = (value: object): Json => {
      const before = seen.get(value)
      if (before !== undefined) return { $: 'same', v: before }
      seen.set(value, seen.size)
      const tag = tagOf(value)
      if (Array.isArray(value)) return { $: 'array', v: Array.from(value, go) }
      if (value instanceof Error || tag === 'Error') {
        const error = value as Error
        return { $: 'error', t: error.name, v: error.message, s: error.stack ?? '' }
      }
      if (tag === 'Date') return { $: 'date', v: go((value as Date).getTime()) }
      if (tag === 'RegExp') return { $: 'regexp', v: (value as RegExp).source, f: (value as RegExp).flags }
      if (tag === 'Map') return { $: 'map', v: [...(value as Map<unknown, unknown>)].map(([k, v]) => [go(k), go(v)]) }
      if (tag === 'Set') return { $: 'set', v: [...(value as Set<unknown>)].map(go) }
      if (tag === 'ArrayBuffer') return { $: 'buffer', v: toBase64(new Uint8Array(value as ArrayBuffer)) }
      if (ArrayBuffer.isView(value)) {
        const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
        return { $: 'view', t: tag in views ? tag : 'Uint8Array', v: toBase64(bytes) }
      }
      if (refused.has(tag) || (typeof Node !== 'undefined' && value instanceof Node)) fail()
      return { $: 'object', v: Object.entries(value).map(([k, v]) => [k, go(v)]) }
    }
    const go = (value: unknown): Json => {
      switch (typeof value) {
        case 'boolean':
        case 'string':
          return value
        case 'number':
          if (Object.is(value, -0)) return { $: 'number', v: '-0' }
          return Number.isFinite(value) ? value : { $: 'number', v: String(value) }
        case 'undefined':
          return { $: 'undefined' }
        case 'bigint':
          return { $: 'bigint', v: String(value) }
        case 'object':
          return value === null ? null : object(value)
        case 'function':
        case 'symbol':
          return fail()
      }
    }
    return JSON.stringify(go(root))
  }

  const decode = (text: string): unknown => {
    type Tagged = { $: string; v: never; t: string; f: string; s: string }
    const known: unknown[] = []
    const keep = <T>(value: T): T => {
      known.push(value)
      return value
    }
    const go = (json: unknown): unknown => {
      if (json === null || typeof json !== 'object') return json
      const { $, v, t, f, s } = json as Tagged
      switch ($) {
        case 'number':
          return Number(v)
        case 'undefined':
          return undefined
        case 'bigint':
          return BigInt(v)
        case 'same':
          return known[v]
        case 'array': {
          const array = keep<unknown[]>([])
          for (const item of v as unknown[]) array.push(go(item))
          return array
        }
        case 'date':
          return keep(new Date(go(v) as number))
        case 'regexp':
          return keep(new RegExp(v, f))
        case 'map': {
          const map = keep(new Map<unknown, unknown>())
          for (const [key, value] of v as [unknown, unknown][]) map.set(go(key), go(value))
          return map
        }
        case 'set': {
          const set = keep(new Set<unknown>())
          for (const item of v as unknown[]) set.add(go(item))
          return set
        }
        case 'buffer':
          return keep(fromBase64(v).buffer)
        case 'view': {
          const bytes = fromBase64(v)
          return keep(
            t === 'Uint8Array'
              ? bytes
              : new (views[t as keyof typeof views] as new (buffer: ArrayBuffer) => unknown)(bytes.buffer),
          )
        }
        case 'error': {
          const error = keep(new (errors[t as keyof typeof errors] ?? Error)(v))
          error.stack = s
          return error
        }
        default: {
          const object = keep<Record<string, unknown>>({})
          // Not by assignment: a record may have a key named `__proto__`.
          for (const [key, value] of v as [string, unknown][]) {
            Object.defineProperty(object, key, {
              value: go(value),
              enumerable: true,
              writable: true,
              configurable: true,
            })
          }
          return object
        }
      }
    }
    return go(JSON.parse(text))
  }
  return { encode, decode }
}
