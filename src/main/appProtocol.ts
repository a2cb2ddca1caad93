import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { protocol } from 'electron'
import { APP_SCHEME } from '../contract/appOrigin.ts'
import { SECURITY_HEADERS, securityHeadersFor } from '../contract/securityHeaders.ts'
import { resolveAppUrl } from './resolveAppUrl.ts'

// With `nosniff` the type must be right: a module or style of an unknown type would not load.
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/** Before the app is ready. IndexedDB, workers and streaming need every one of these. */
export function declareAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }])
}

/** After the app is ready: `app://valles/` serves the built interface in `root` and nothing else. */
export function serveApp(root: string): void {
  const refuse = (status: number): Response => new Response(null, { status, headers: SECURITY_HEADERS })
  protocol.handle(APP_SCHEME, async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
    const resolved = resolveAppUrl(request.url, root)
    if (resolved.kind === 'refused') return refuse(resolved.status)
    const type = CONTENT_TYPES[path.extname(resolved.path).toLowerCase()] ?? 'application/octet-stream'
    const bytes = await readFile(resolved.path).catch(() => null)
    if (bytes === null) return refuse(404)
    const within = `/${path.relative(root, resolved.path).replaceAll(path.sep, '/')}`
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), {
      headers: { ...securityHeadersFor(within), 'content-type': type },
    })
  })
}
