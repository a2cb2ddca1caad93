import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
import { securityHeadersFor } from '../src/contract/securityHeaders.ts'

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' }

/** Serves one folder under the program's policy, isolated so that the page's clock is fine and its memory measurable. */
export async function serveFolder(folder: string): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((request, response) => void answer(folder, request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const file = path.join(folder, pathname === '/' ? 'index.html' : path.normalize(pathname))
  const found = await stat(file).catch(() => null)
  if (found?.isFile() !== true) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, {
    ...securityHeadersFor(pathname),
    'cross-origin-embedder-policy': 'require-corp',
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'content-length': found.size,
  })
  createReadStream(file).pipe(response)
}
