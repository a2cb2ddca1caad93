/** Longest stretch that work in slices keeps the window, ms: half a frame. */
const SLICE_MS = 8

/**
 * Goes through steps a slice at a time, so that keys and pointer are answered in between; what is done within the first
 * slice is done when this returns. Gives what stops it. `onProgress` hears what the last step of a slice gave.
 */
export function inSlices<S, T>(
  steps: Generator<S, T>,
  onDone: (result: T) => void,
  onProgress: (step: S) => void = () => {},
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const run = (): void => {
    const until = performance.now() + SLICE_MS
    for (;;) {
      const step = steps.next()
      if (step.done === true) return onDone(step.value)
      if (performance.now() < until) continue
      onProgress(step.value)
      break
    }
    timer = setTimeout(run)
  }
  run()
  return () => clearTimeout(timer)
}
