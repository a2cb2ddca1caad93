// A thread of Node that is enough of a browser's worker for `minizinc-worker.js`. MiniZinc's own entry for Node would
// start a program that nobody has installed.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runInThisContext } from 'node:vm'
import { parentPort } from 'node:worker_threads'

const require = createRequire(import.meta.url)
const file = require.resolve('minizinc/minizinc-worker.js')
const listeners: ((event: { data: unknown }) => void)[] = []

const fileOf = (address: unknown): string => {
  const text = String(address)
  return text.startsWith('file:') ? fileURLToPath(text) : text
}

Object.assign(globalThis, {
  self: globalThis,
  // The script asks for no more than whether there is one.
  WorkerGlobalScope: Object,
  location: { href: `file://${path.dirname(file)}/`, pathname: `${path.dirname(file)}/` },
  require,
  __dirname: path.dirname(file),
  __filename: file,
  addEventListener: (type: string, listener: (event: { data: unknown }) => void) => {
    if (type === 'message') listeners.push(listener)
  },
  postMessage: (message: unknown) => parentPort?.postMessage(message),
  fetch: (address: unknown) => {
    const name = fileOf(address)
    const type = name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream'
    return Promise.resolve(new Response(readFileSync(name), { headers: { 'content-type': type } }))
  },
})
parentPort?.on('message', (data: unknown) => {
  for (const listener of listeners) listener({ data })
})
runInThisContext(readFileSync(file, 'utf8'), { filename: file })
