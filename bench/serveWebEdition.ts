import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = path.resolve(import.meta.dirname, '..')

/** Builds the web edition if its sources have changed, and serves it as `npm start` does, on a free port. */
export async function serveWebEdition(): Promise<{ readonly url: string; readonly close: () => void }> {
  await build()
  const port = await freePort()
  const server = spawn(process.execPath, ['web/serve.mjs', '--no-open'], {
    cwd: root,
    env: { ...process.env, VALLES_WEB_PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}/`
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await fetch(url).catch(() => null))?.ok) return { url, close: () => server.kill() }
    await sleep(100)
  }
  server.kill()
  throw new Error(`nothing is served at ${url}`)
}

/** In a process of its own, which may say what it likes: this program's output may be read by another. */
async function build(): Promise<void> {
  const code =
    "const { build } = await import('./scripts/build.mjs'); const { code, output } = await build({ quiet: true }); if (code !== 0) console.error(output); process.exitCode = code"
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [status] = await once(child, 'exit')
  if (status !== 0) throw new Error('the web edition does not build')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
