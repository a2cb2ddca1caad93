/** What travels between the two worlds of a page, as the detail of a custom event. */
export type Crossing =
  | { op: 'hello' }
  | { op: 'expose'; key: string; api: unknown }
  | { op: 'duplicate'; key: string }
  | { op: 'call'; id: number; args: unknown }
  | { op: 'callback'; id: number; args: unknown }
  | { op: 'return'; value?: unknown; error?: string }
  | { op: 'settle'; id: number; value?: unknown; error?: string }
  | { op: 'open'; url: string; name: string; features: string }

/**
 * Runs in the page's own world before its scripts. It knows nothing but a name that cannot be guessed, under which it
 * speaks with the isolated world; it builds there what the preload script exposes, and asks before a window opens.
 * Its source is sent to the page, so that it may use nothing from outside itself.
 */
export const mainWorld = (name: string): void => {
  const dispatch = document.dispatchEvent.bind(document)
  const Event = CustomEvent
  const say = (detail: Crossing): boolean => dispatch(new Event(`${name}>`, { detail }))
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const callbacks = new Map<number, (...args: unknown[]) => unknown>()
  let lastId = 0
  let returned: { value?: unknown; error?: string } | undefined

  const isPlain = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  const out = (value: unknown): unknown => {
    if (typeof value === 'function') {
      callbacks.set(++lastId, value as (...args: unknown[]) => unknown)
      return { $function: lastId }
    }
    if (Array.isArray(value)) return value.map(out)
    if (isPlain(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, out(item)]))
    return value
  }
  const into = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(into)
    if (!isPlain(value)) return value
    const { $function: functionId, $promise: promiseId } = value
    if (typeof functionId === 'number') {
      return (...args: unknown[]) => {
        // Events between the worlds are synchronous: the answer is there when `say` returns.
        say({ op: 'call', id: functionId, args: out(args) })
        const { value: result, error } = returned ?? {}
        returned = undefined
        if (error !== undefined) throw new Error(error)
        return into(result)
      }
    }
    if (typeof promiseId === 'number') {
      return new Promise((resolve, reject) => waiting.set(promiseId, { resolve, reject }))
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, into(item)]))
  }
  const freeze = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return
    Object.values(value).forEach(freeze)
    Object.freeze(value)
  }
  const expose = (key: string, api: unknown): void => {
    if (Object.hasOwn(window, key)) return void say({ op: 'duplicate', key })
    const value = into(api)
    freeze(value)
    Object.defineProperty(window, key, { value, enumerable: true })
  }
  document.addEventListener(
    `${name}<`,
    (event) => {
      const message = (event as CustomEvent<Crossing>).detail
      if (message.op === 'expose') expose(message.key, message.api)
      else if (message.op === 'return') returned = message
      else if (message.op === 'callback') callbacks.get(message.id)?.(...(into(message.args) as unknown[]))
      else if (message.op === 'settle') {
        const { resolve, reject } = waiting.get(message.id) ?? {}
        waiting.delete(message.id)
        if (message.error === undefined) resolve?.(into(message.value))
        else reject?.(new Error(message.error))
      }
    },
    true,
  )
  say({ op: 'hello' })

  // The remote protocol can only close a window that is open already, so the question is put here.
  const openWindow = (url: string | URL = '', target = '', features = ''): null => {
    say({
      op: 'open',
      url: URL.parse(String(url) || 'about:blank', location.href)?.href ?? 'about:blank',
      name: target,
      features,
    })
    return null
  }
  window.open = openWindow
  addEventListener('click', (event) => {
    const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement)
    const isElsewhere = link?.target === '_blank' || event.ctrlKey || event.metaKey || event.shiftKey
    if (!link?.href || event.defaultPrevented || !isElsewhere) return
    event.preventDefault()
    openWindow(link.href, link.target)
  })
}
