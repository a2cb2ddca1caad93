import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { ChuffedPort } from '../domain/scheduling/proof/ChuffedPort.ts'

const require = createRequire(import.meta.url)

/** Starts Chuffed on a thread of Node. `processorTime` is that of the thread, in milliseconds, also when it has ended. */
export function openChuffed(): ChuffedPort & { readonly processorTime: () => Promise<number> } {
  const worker = new Worker(new URL('./chuffedThread.ts', import.meta.url))
  worker.postMessage({
    wasmURL: require.resolve('minizinc/minizinc.wasm'),
    dataURL: require.resolve('minizinc/minizinc.data'),
  })
  let taken = 0
  const processorTime = async (): Promise<number> => {
    // A thread that has ended no longer knows.
    const usage = await worker.cpuUsage().catch(() => null)
    if (usage !== null) taken = (usage.user + usage.system) / 1_000
    return taken
  }
  return {
    send: (message) => worker.postMessage(message),
    listen: (listener) => {
      worker.on('message', listener)
      worker.on('error', () => listener(null))
    },
    end: () => {
      void processorTime().then(() => worker.terminate())
    },
    processorTime,
  }
}
