#!/usr/bin/env node
// The web edition: the built interface on this machine's own address, opened in an installed browser as a window of
// its own. No dependencies, Node 20. `--no-open` only serves; VALLES_WEB_PORT changes the port.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const HOST = '127.0.0.1'
// Fixed: the port is part of the origin, and what people stored belongs to the origin.
const port = Number(process.env.VALLES_WEB_PORT ?? 4733)
const address = `http://${HOST}:${port}/`
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../out/web')
const HANDED_OVER_MS = 3000
const MARK = 'x-valles-edition'
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

if (!existsSync(path.join(root, 'headers.json'))) {
  console.error('The web edition is not built: npm run build')
  process.exit(1)
}
const { all, prover, proverScript } = JSON.parse(readFileSync(path.join(root, 'headers.json'), 'utf8'))
const headers = { ...all, [MARK]: 'web' }
/** A worker stands under the policy that its script came with: one may compile WebAssembly. */
const headersFor = (file) => {
  const within = `/${path.relative(root, file).replaceAll(path.sep, '/')}`
  return new RegExp(proverScript, 'u').test(within) ? { ...prover, [MARK]: 'web' } : headers
}

/** @returns {string | number} the file that is asked for, or the status of a refusal */
const fileFor = (request) => {
  // A page from elsewhere can point a name of its own at this machine; its Host gives it away.
  if (request.headers.host !== `${HOST}:${port}`) return 421
  if (request.method !== 'GET' && request.method !== 'HEAD') return 405
  let wanted
  try {
    wanted = decodeURIComponent(new URL(request.url, address).pathname)
  } catch {
    return 400
  }
  if (wanted.includes('\\') || wanted.includes('\0')) return 400
  const file = path.join(root, wanted === '/' ? 'index.html' : wanted)
  return file.startsWith(root + path.sep) ? file : 403
}

if (!Number.isInteger(port) || port < 1024 || port > 65_535) {
  console.error('VALLES_WEB_PORT must be a port between 1024 and 65535.')
  process.exit(1)
}

const server = createServer(async (request, response) => {
  const file = fileFor(request)
  const bytes = typeof file === 'string' ? await readFile(file).catch(() => null) : null
  if (bytes === null) return response.writeHead(typeof file === 'number' ? file : 404, headers).end()
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream'
  // Built files carry a hash in their names; the others must be asked for anew.
  const kept = file.startsWith(path.join(root, 'assets')) ? 'max-age=31536000, immutable' : 'no-cache'
  response.writeHead(200, {
    ...headersFor(file),
    'content-type': type,
    'content-length': bytes.length,
    'cache-control': kept,
  })
  return response.end(request.method === 'HEAD' ? undefined : bytes)
})

const home = os.homedir()
const { LOCALAPPDATA = path.join(home, 'AppData/Local'), XDG_DATA_HOME = path.join(home, '.local/share') } = process.env
const mac = (name) => `/Applications/${name}.app/Contents/MacOS/${name}`
const windows = (below) =>
  ['C:/Program Files', 'C:/Program Files (x86)', LOCALAPPDATA].map((folder) => `${folder}/${below}`)
const { browsers, data } = {
  darwin: {
    browsers: [mac('Chromium'), mac('Google Chrome'), mac('Microsoft Edge')],
    data: path.join(home, 'Library/Application Support'),
  },
  win32: {
    browsers: [...windows('Google/Chrome/Application/chrome.exe'), ...windows('Microsoft/Edge/Application/msedge.exe')],
    data: LOCALAPPDATA,
  },
}[process.platform] ?? {
  browsers: ['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'].map((name) => `/usr/bin/${name}`),
  data: XDG_DATA_HOME,
}

/** Opens a window, with a profile of its own: nobody's extensions read the plan. `onClosed` runs when it is gone. */
const openWindow = (onClosed) => {
  const browser = browsers.find((candidate) => existsSync(candidate))
  if (process.argv.includes('--no-open') || browser === undefined) return console.log(`Open ${address}`)
  const args = [`--app=${address}`, `--user-data-dir=${path.join(data, 'valles-web')}`, '--no-first-run']
  if (process.getuid?.() === 0) args.push('--no-sandbox')
  const startedAt = performance.now()
  const child = spawn(browser, args, { stdio: 'ignore' })
  child.on('error', () => console.log(`Open ${address}`))
  // One that ends at once has handed the window to a browser already running on this profile.
  child.on('exit', () => performance.now() - startedAt > HANDED_OVER_MS && onClosed())
  return console.log(`Opened ${address} with ${browser}`)
}

server.on('error', async (error) => {
  if (error.code !== 'EADDRINUSE') throw error
  const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(3000) }).catch(() => null)
  if (answer?.headers.get(MARK) === 'web') return openWindow(() => {})
  console.error(`Port ${port} is taken by another program. Choose one: VALLES_WEB_PORT=4734 (its data stay apart).`)
  process.exitCode = 1
})
server.listen(port, HOST, () => openWindow(() => server.close()))
