import { startTransition, useEffect, useRef, useState } from 'react'

/** Changes that follow one another within this are one movement, as when a key is held down. */
const QUICK_MS = 200
/** So long the last of them must stand before it is followed. */
const REST_MS = 120

/**
 * The value, followed at once when it changes once, and when it comes to rest where it changes quickly: a sheet is much to
 * show, and a held key must not wait for fifty of them.
 */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  const last = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const now = performance.now()
    const isQuick = now - last.current < QUICK_MS
    last.current = now
    const timer = setTimeout(() => startTransition(() => setSettled(() => value)), isQuick ? REST_MS : 0)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
