/** Longest stretch that the calculation keeps the window, ms: half a frame. */
const SLICE_MS = 8

/** Goes through steps a slice at a time, so that keys and pointer are answered in between. Gives what stops it. */
export function inSlices<T>(
  steps: Generator<number, T>,
  events: { readonly onProgress: (share: number) => void; readonly onDone: (result: T) => void },
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const run = (): void => {
    const until = performance.now() + SLICE_MS
    for (;;) {
      const step = steps.next()
      if (step.done === true) return events.onDone(step.value)
      if (performance.now() < until) continue
      events.onProgress(step.value)
      break
    }
    timer = setTimeout(run)
  }
  timer = setTimeout(run)
  return () => clearTimeout(timer)
}
