import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import type { Told } from './durability/editing.ts'
import { expect, test } from './fixture.ts'

/** More by hand: VALLES_KILLS=200 npx playwright test durability. */
const KILLS = Number(process.env['VALLES_KILLS'] ?? 12)

/** Serves the page on one port for all rounds: what is stored belongs to the origin. */
async function serve(folder: string): Promise<{ url: string; server: Server }> {
  const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }
  const server = createServer((request, response) => {
    const name = request.url === '/' ? '/index.html' : (request.url ?? '/index.html')
    try {
      const body = readFileSync(path.join(folder, path.normalize(name)))
      response.writeHead(200, { 'content-type': types[path.extname(name)] ?? 'application/octet-stream' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return { url: `http://127.0.0.1:${address.port}/`, server }
}

/** A browser of its own group of processes, so that all of it can be killed at one stroke. */
async function startBrowser(profile: string): Promise<{ child: ChildProcess; browser: Browser; page: Page }> {
  const flags = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--no-first-run']
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync']
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn('/usr/bin/chromium', [...flags, ...quiet, ...asRoot, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const endpoint = await new Promise<string>((resolve, reject) => {
    let heard = ''
    child.stderr?.on('data', (bytes: Buffer) => {
      heard += bytes.toString()
      const found = /DevTools listening on (ws:\S+)/.exec(heard)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.on('exit', () => reject(new Error(`Chromium did not start: ${heard.slice(-500)}`)))
  })
  const browser = await chromium.connectOverCDP(endpoint)
  const context = browser.contexts()[0]
  if (context === undefined) throw new Error('the browser has no context')
  return { child, browser, page: context.pages()[0] ?? (await context.newPage()) }
}

async function killAtOnce(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  await gone
}

test(`killed ${KILLS} times in the middle of edits, the plan opens with all that was shown as saved`, async ({
  dir,
}) => {
  test.setTimeout(30_000 + KILLS * 15_000)
  const out = path.join(dir, 'page')
  await build({
    root: path.resolve('e2e/durability'),
    configFile: false,
    logLevel: 'error',
    build: { outDir: out, emptyOutDir: true, target: 'esnext' },
  })
  const { url, server } = await serve(out)
  const made = new Map<number, string>()
  let saved = 0
  let edits = 0
  for (let round = 0; round <= KILLS; round += 1) {
    const { child, page } = await startBrowser(path.join(dir, 'profile'))
    await page.exposeFunction('tell', (told: Told) => {
      if (told.kind === 'saved') saved = Math.max(saved, told.revision)
      else made.set(told.revision, told.digest)
    })
    await page.goto(url)
    const opened = await page.evaluate(() => window.openPlan())
    if (typeof opened === 'string') throw new Error(`round ${round}: the plan does not open: ${opened}`)
    expect(opened.isWhole, `round ${round}: records and journal are whole`).toBe(true)
    expect(opened.revision, `round ${round}: nothing shown as saved is lost`).toBeGreaterThanOrEqual(saved)
    const expected = made.get(opened.revision)
    if (expected !== undefined) expect(opened.digest, `round ${round}: revision ${opened.revision}`).toBe(expected)
    edits = opened.revision
    for (const revision of made.keys()) if (revision > opened.revision) made.delete(revision)
    saved = opened.revision
    if (round < KILLS) {
      void page.evaluate((seed) => window.edit(seed), round + 1).catch(() => undefined)
      // Not at the start and not at rest: after some dozens of edits, at a moment that differs from round to round.
      const newest = (): number => Math.max(opened.revision, ...made.keys())
      await expect.poll(newest, { timeout: 20_000 }).toBeGreaterThan(opened.revision + 30)
      await sleep((round * 37) % 150)
    }
    await killAtOnce(child)
  }
  server.close()
  expect(edits, 'edits in all').toBeGreaterThan(KILLS * 25)
})
