// Custom schemes: the app's own handler answers, over a server that only this machine can reach.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { host, mustBeReady } from './host.ts'
import { policyToLoopback, type Privileges, toCustom } from './schemes.ts'
import { strict } from './strict.ts'

type Handler = (request: Request) => Response | Promise<Response>
const handlers = new Map<string, Handler>()

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: readonly { scheme: string; privileges?: Privileges }[]): void => {
    if (host.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of schemes) host.schemes.set(scheme, privileges ?? {})
  },
  handle: (scheme: string, handler: Handler): void => {
    mustBeReady('protocol.handle can only be used when app is ready')
    if (handlers.has(scheme)) throw new Error(`The scheme '${scheme}' has been registered`)
    if (!host.schemes.has(scheme)) host.schemes.set(scheme, {})
    handlers.set(scheme, handler)
  },
  unhandle: (scheme: string): void => void handlers.delete(scheme),
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
})

/** The request as the handler would see it in Electron; `Request` itself would not keep the address as it is. */
const requestOf = (incoming: IncomingMessage, url: string): Request => {
  const headers = Object.entries(incoming.headers).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD'
  const body = hasBody ? { body: Readable.toWeb(incoming) as BodyInit, duplex: 'half' } : {}
  const request = new Request('http://localhost/', { method: incoming.method ?? 'GET', headers, ...body })
  return Object.defineProperty(request, 'url', { value: url })
}

const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
  const url = toCustom(host.schemes, `http://${incoming.headers.host}${incoming.url}`)
  const handler = handlers.get(url.split(':')[0] ?? '')
  if (!handler) return void outgoing.writeHead(404).end()
  const response = await handler(requestOf(incoming, url))
  if (!(response instanceof Response)) throw new TypeError('protocol.handle: the handler gave no Response')
  const headers = Object.fromEntries(response.headers)
  const policy = headers['content-security-policy']
  if (policy) headers['content-security-policy'] = policyToLoopback(host.schemes, policy)
  outgoing.writeHead(response.status, { 'cache-control': 'no-store', ...headers })
  if (response.body) await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing)
  else outgoing.end()
}

/** @returns the port of 127.0.0.1 on which it serves */
export const serveSchemes = async (): Promise<number> => {
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      console.error(error)
      outgoing.destroy() // the page sees a failed request, as with Electron's ERR_UNEXPECTED
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  return (server.address() as AddressInfo).port
}
