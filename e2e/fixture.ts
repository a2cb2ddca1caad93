import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AxeBuilder } from '@axe-core/playwright'
import {
  _electron,
  test as base,
  type BrowserContext,
  chromium,
  type ElectronApplication,
  expect,
  type Page,
} from '@playwright/test'
import { root } from './host.ts'
import { RequestLog } from './RequestLog.ts'

export { expect } from '@playwright/test'

const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const LANGUAGE = 'es-PE'

type Desktop = { app: ElectronApplication; page: Page }
type Web = {
  url: string
  /** A browser on the profile of this test: a second one finds what the first one stored. */
  open: () => Promise<{ context: BrowserContext; page: Page }>
  /** From then on only the service worker can answer. */
  stopServing: () => Promise<void>
}
type Fixtures = {
  /** A folder of this test's own, removed afterwards. */
  dir: string
  /** Opens the desktop edition on the user data of this test; again to see what survives. */
  launch: () => Promise<Desktop>
  /** The web edition, served on a port of its own. */
  web: Web
  /** Option: beginnings of outside addresses that the test asks for on purpose. Being answered still fails it. */
  refusedAddresses: readonly string[]
  requests: RequestLog
}

const untilReady = async (page: Page, requests: RequestLog): Promise<void> => {
  await page.locator('[data-app-ready]').waitFor({ state: 'attached', timeout: 30_000 })
  await requests.readPast(page)
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}

const untilServed = async (url: string): Promise<void> => {
  for (let tries = 0; tries < 100; tries++) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return
    await sleep(100)
  }
  throw new Error(`nothing is served at ${url}`)
}

export const test = base.extend<Fixtures>({
  refusedAddresses: [[], { option: true }],

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern
  dir: async ({}, use) => {
    const dir = mkdtempSync(path.join(tmpdir(), 'valles-e2e-'))
    await use(dir)
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
  },

  requests: [
    async ({ refusedAddresses }, use) => {
      const requests = new RequestLog()
      await use(requests)
      expect(requests.violations(refusedAddresses), 'no request leaves the machine').toEqual([])
    },
    { auto: true },
  ],

  launch: async ({ dir, requests }, use) => {
    const opened: ElectronApplication[] = []
    await use(async () => {
      const env = { ...process.env, VALLES_USER_DATA: path.join(dir, 'user') }
      const app = await _electron.launch({ cwd: root, args: [...asRoot, `--lang=${LANGUAGE}`, '.'], env })
      opened.push(app)
      requests.watch(app.context())
      const page = await app.firstWindow()
      await untilReady(page, requests)
      return { app, page }
    })
    // What the test itself has closed, or killed, is gone already.
    for (const app of opened) await app.close().catch(() => undefined)
  },

  web: async ({ dir, requests }, use) => {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}/`
    const server = spawn(process.execPath, ['web/serve.mjs', '--no-open'], {
      cwd: root,
      env: { ...process.env, VALLES_WEB_PORT: String(port) },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const ended = once(server, 'exit')
    await untilServed(url)
    const opened: BrowserContext[] = []
    await use({
      url,
      open: async () => {
        const context = await chromium.launchPersistentContext(path.join(dir, 'profile'), {
          executablePath: '/usr/bin/chromium',
          args: asRoot,
          locale: LANGUAGE,
        })
        opened.push(context)
        requests.watch(context)
        const page = context.pages()[0] ?? (await context.newPage())
        await page.goto(url)
        await untilReady(page, requests)
        return { context, page }
      },
      stopServing: async () => {
        server.kill()
        await ended
      },
    })
    for (const context of opened) await context.close().catch(() => undefined)
    server.kill()
    await ended
  },
})

/** Answers the desktop's dialogs in a person's place; what is left out is cancelled. */
export const stubDialogs = (app: ElectronApplication, answers: { open?: string[]; save?: string }): Promise<void> =>
  app.evaluate(({ dialog }, { open, save }) => {
    dialog.showOpenDialog = async () => ({ canceled: !open, filePaths: open ?? [] })
    dialog.showSaveDialog = async () => ({ canceled: !save, filePath: save ?? '' })
  }, answers)

type AxeFinding = { rule: string; help: string; where: string[] }

/** What WCAG 2.2 A and AA find wrong on the page, or inside `scope` (a CSS selector). */
export const axe = async (page: Page, scope?: string): Promise<AxeFinding[]> => {
  // Without the legacy mode it opens a second page, which neither Electron nor the stand-in has.
  const builder = new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
  const { violations } = await (scope === undefined ? builder : builder.include(scope)).analyze()
  return violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    where: nodes.map((node) => node.target.join(' ')),
  }))
}
