/** Longest stretch that work in slices keeps the window, ms: half a frame. */
const SLICE_MS = 8

/**
 * Goes through steps a slice at a time, so that keys and pointer are answered in between; what is done within the first
 * slice is done when this returns. Gives what stops it.
 */
export function inSlices(steps: Iterator<unknown>, onDone: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const run = (): void => {
    const until = performance.now() + SLICE_MS
    while (performance.now() < until) {
      if (steps.next().done === true) return onDone()
    }
    timer = setTimeout(run)
  }
  run()
  return () => clearTimeout(timer)
}
