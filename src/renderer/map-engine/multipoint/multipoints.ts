import type { FromMultipointWorker } from './Multipoint.ts'
import { type MultipointPort, MultipointRenderer } from './MultipointRenderer.ts'

/** Loads the reference renderer, which is large, in a worker of its own. */
function connectWorker(): MultipointPort {
  const worker = new Worker(new URL('./multipointWorker.ts', import.meta.url), { type: 'module' })
  return {
    post: (message) => worker.postMessage(message),
    onAnswer: (listener) =>
      worker.addEventListener('message', ({ data }: MessageEvent<FromMultipointWorker>) => listener(data)),
    onBroken: (listener) =>
      worker.addEventListener('error', () => {
        worker.terminate()
        listener()
      }),
  }
}

/** The program's one renderer of lines and areas; its worker starts with the first request. */
export const multipoints = new MultipointRenderer(connectWorker)
