import dataUrl from 'minizinc/minizinc.data?url'
import wasmUrl from 'minizinc/minizinc.wasm?url'
import scriptUrl from 'minizinc/minizinc-worker.js?url'
import type { ChuffedPort } from '../../domain/scheduling/proof/ChuffedPort.ts'

/**
 * Starts Chuffed on a worker of its own, from MiniZinc's script as it is: its answer alone comes with a policy under which
 * WebAssembly compiles. Nothing of it is loaded before.
 */
export function openChuffed(): ChuffedPort {
  const worker = new Worker(scriptUrl)
  const absolute = (url: string): string => new URL(url, self.location.href).href
  worker.postMessage({ wasmURL: absolute(wasmUrl), dataURL: absolute(dataUrl) })
  return {
    send: (message) => worker.postMessage(message),
    listen: (listener) => {
      worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => listener(data))
      worker.addEventListener('error', () => listener(null))
    },
    end: () => worker.terminate(),
  }
}
