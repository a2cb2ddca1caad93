import { createServer } from 'node:http'
import path from 'node:path'
import { CHANNELS, EVENT_CHANNELS } from '../src/contract/channels.ts'
import { CONTENT_SECURITY_POLICY, PROVER_HEADERS } from '../src/contract/securityHeaders.ts'
import type { VallesBridge } from '../src/contract/VallesBridge.ts'
import { expect, test } from './fixture.ts'
import { root } from './host.ts'
import { proverFiles, tryProver } from './provers.ts'

// The page's own global: functions given to evaluate run there.
declare const valles: VallesBridge

test('the page has the bridge, exactly as declared, and no other way out', async ({ launch }) => {
  const { page } = await launch()
  const found = await page.evaluate(() => {
    let isFixed = false
    try {
      Object.assign(valles, { version: () => 'mine' })
    } catch {
      isFixed = true
    }
    const globals = ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer']
    return { names: Object.keys(valles).sort(), isFixed, leaks: globals.filter((name) => name in window) }
  })
  const events = Object.keys(EVENT_CHANNELS).map((name) => `on${name[0]?.toUpperCase()}${name.slice(1)}`)
  expect(found).toEqual({ names: [...Object.keys(CHANNELS), ...events].sort(), isFixed: true, leaks: [] })
})

test.describe('locked down', () => {
  test.use({ refusedAddresses: ['https://example.com/', 'http://outside.invalid/'] })

  test('no navigation, no other window, no frame', async ({ launch }) => {
    const { app, page } = await launch()
    let said = ''
    app.process().stderr?.on('data', (text) => {
      said += String(text)
    })
    const before = page.url()
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'https://example.com/link'
      document.body.append(link)
      link.click()
      location.href = 'https://example.com/location'
    })
    expect(await page.evaluate(() => window.open('https://example.com/popup') === null)).toBe(true)
    await page.evaluate(() => {
      location.href = '/assets/none.js'
    })
    await page.waitForTimeout(300)
    expect(page.url()).toBe(before)
    expect(app.windows()).toHaveLength(1)
    // The stand-in opens no second window either way, and says where Electron would have.
    expect(said).not.toContain('not emulated')
    await expect(page.locator('[data-app-ready]')).toBeAttached()
  })

  test('only the built interface is served, under the policy', async ({ launch }) => {
    const { page } = await launch()
    const answers = await page.evaluate(async () => {
      const paths = [
        '/index.html',
        '/../main/index.js',
        '/..%2fmain/index.js',
        '/%2e%2e%2f%2e%2e%2fpackage.json',
        '/..%5cmain%5cindex.js',
        '/assets',
        '/none.js',
      ]
      const statuses = await Promise.all(paths.map(async (file) => (await fetch(file)).status))
      const posted = await fetch('/index.html', { method: 'POST', body: 'x' })
      const index = await fetch('/index.html')
      return {
        statuses: [...statuses, posted.status],
        policy: index.headers.get('content-security-policy'),
        sniffing: index.headers.get('x-content-type-options'),
        isSecure: isSecureContext,
      }
    })
    expect(answers).toEqual({
      statuses: [200, 404, 403, 403, 400, 404, 404, 405],
      policy: CONTENT_SECURITY_POLICY,
      sniffing: 'nosniff',
      isSecure: true,
    })
  })

  test('the policy stops eval, inline scripts, inline styles and addresses outside', async ({ launch }) => {
    const { page } = await launch()
    const stopped = await page.evaluate(async () => {
      const directives: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => directives.push(event.effectiveDirective))
      // Chromium lets the very script that a test sends evaluate; what runs later stands under the policy.
      await new Promise((resolve) => setTimeout(resolve))
      let evaluated = true
      try {
        Reflect.construct(Function, ['return 1'])
      } catch {
        evaluated = false
      }
      const script = document.createElement('script')
      script.textContent = 'window.noted = ["ran"]'
      const style = document.createElement('style')
      style.textContent = 'body { color: red }'
      const image = new Image()
      image.src = 'https://example.com/pixel.png'
      document.head.append(script, style)
      const fetched = await fetch('https://example.com/data').then(
        () => true,
        () => false,
      )
      await new Promise((resolve) => setTimeout(resolve, 200))
      return { evaluated, fetched, ran: 'noted' in window, directives: [...new Set(directives)].sort() }
    })
    expect(stopped).toEqual({
      evaluated: false,
      fetched: false,
      ran: false,
      directives: ['connect-src', 'img-src', 'script-src', 'script-src-elem', 'style-src-elem'],
    })
  })

  test('the window compiles no WebAssembly; the one script that proves does', async ({ launch }) => {
    const { page } = await launch()
    expect(await tryProver(page, proverFiles('renderer'))).toEqual({
      isRefusedHere: true,
      status: 'UNSATISFIABLE',
      policy: PROVER_HEADERS['content-security-policy'],
      others: [CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY],
    })
  })

  test('no request leaves the program, also not to this machine', async ({ launch }) => {
    const { app } = await launch()
    let reached = 0
    const server = createServer((_request, response) => {
      reached += 1
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end('reached')
    }).listen(0, '127.0.0.1')
    try {
      await expect.poll(() => server.listening).toBe(true)
      const address = server.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      // The app itself asks: no navigation guard stands in the way, only the rule for requests.
      const answers = await app.evaluate(
        async ({ BrowserWindow }, urls) => {
          const bare = new BrowserWindow({ show: false })
          const load = (url: string): Promise<string> =>
            bare.loadURL(url).then(
              () => 'answered',
              () => 'refused',
            )
          const answers = []
          for (const url of urls) answers.push(await load(url))
          bare.destroy()
          return answers
        },
        [`http://127.0.0.1:${port}/`, 'http://outside.invalid/', 'data:text/html,allowed'],
      )
      expect(answers).toEqual(['refused', 'refused', 'answered'])
      expect(reached).toBe(0)
    } finally {
      server.close()
    }
  })

  test('no permission is granted', async ({ launch }) => {
    const { page } = await launch()
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications'] as const
      return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
    })
    expect(states).toEqual(['denied', 'denied'])
  })
})

test('a message that does not fit its schema is refused', async ({ launch }) => {
  const { page } = await launch()
  const codes = await page.evaluate(async () => {
    const bytes = new Uint8Array(1)
    const filter = { name: 'Plan', extensions: ['valles'] }
    const asked: [string, unknown][] = [
      ['saveFile', { suggestedName: '../../x', filter, bytes }],
      ['saveFile', { suggestedName: 'x', filter, bytes, path: '/tmp/x' }],
      ['saveFile', { suggestedName: 'x', filter, bytes: 'text' }],
      ['readFile', { handle: '/etc/passwd' }],
      ['readFile', undefined],
      ['writeBackup', { planId: '../outside', bytes }],
      ['listBackups', { planId: 'a', all: true }],
      ['setMenu', { groups: [{ id: 'x', label: 'x', items: [{ kind: 'role', role: 'reload', label: 'x' }] }] }],
      ['readFile', { handle: '0'.repeat(32) }],
    ]
    const answers = asked.map(async ([name, request]) => {
      // Past the types, which would refuse every one of these.
      const ask = Reflect.get(valles, name) as (request: unknown) => Promise<{ error: { code: string } }>
      return (await ask(request)).error.code
    })
    return Promise.all(answers)
  })
  expect(codes).toEqual([...Array.from({ length: 8 }, () => 'refused'), 'unknown-handle'])
})

test('a message from another window is refused, though it shows the same page with the same preload', async ({
  launch,
}) => {
  const { app, page } = await launch()
  const opened = app.waitForEvent('window')
  await app.evaluate(
    ({ BrowserWindow }, preload) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      void stranger.loadURL('app://valles/index.html')
    },
    path.join(root, 'out/preload/index.cjs'),
  )
  const stranger = await opened
  await stranger.locator('[data-app-ready]').waitFor({ state: 'attached' })
  const ask = () => valles.version()
  expect(await stranger.evaluate(ask)).toMatchObject({ ok: false, error: { code: 'refused' } })
  expect(await page.evaluate(ask)).toMatchObject({ ok: true })
})
