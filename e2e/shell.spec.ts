import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { CONTENT_SECURITY_POLICY } from '../src/contract/securityHeaders.ts'
import { CHANNELS, EVENT_CHANNELS } from '../src/contract/channels.ts'
import type { VallesBridge } from '../src/contract/VallesBridge.ts'
import { expect, stubDialogs, test } from './fixture.ts'
import { root } from './host.ts'

declare global {
  interface Window {
    /** What the page of a test wrote down. */
    noted: unknown[]
  }
}

test('the window comes back where it was left', async ({ launch }) => {
  let { app, page } = await launch()
  let window = await app.browserWindow(page)
  expect(await window.evaluate((own) => own.isVisible())).toBe(true)
  const bounds = { x: 40, y: 30, width: 1000, height: 700 }
  await window.evaluate((own, wanted) => {
    own.setBounds(wanted)
    own.maximize()
  }, bounds)
  await app.close()

  ;({ app, page } = await launch())
  window = await app.browserWindow(page)
  await expect.poll(() => window.evaluate((own) => own.isMaximized())).toBe(true)
  expect(await window.evaluate((own) => own.getNormalBounds())).toEqual(bounds)
})

test('the page has the bridge, exactly as declared, and no other way out', async ({ launch }) => {
  const { page } = await launch()
  const found = await page.evaluate(() => {
    const bridge = Reflect.get(window, 'valles') as object
    let isFixed = false
    try {
      Object.assign(bridge, { version: () => 'mine' })
    } catch {
      isFixed = true
    }
    const globals = ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer']
    return { names: Object.keys(bridge).sort(), isFixed, leaks: globals.filter((name) => name in window) }
  })
  const events = Object.keys(EVENT_CHANNELS).map((name) => `on${name[0]?.toUpperCase()}${name.slice(1)}`)
  expect(found).toEqual({ names: [...Object.keys(CHANNELS), ...events].sort(), isFixed: true, leaks: [] })
})

test.describe('locked down', () => {
  test.use({ refusedAddresses: ['https://example.com/', 'http://outside.invalid/'] })

  test('no navigation, no other window, no frame', async ({ launch }) => {
    const { app, page } = await launch()
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

  test('even a page without the policy reaches nothing, also not on this machine', async ({ launch }) => {
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
      const opened = app.waitForEvent('window')
      await app.evaluate(({ BrowserWindow }) => {
        const bare = new BrowserWindow({ show: false })
        void bare.loadURL('data:text/html,<title>bare</title>')
      })
      const bare = await opened
      await expect.poll(() => bare.title()).toBe('bare')
      const fetched = await bare.evaluate(
        async (urls) =>
          Promise.all(
            urls.map((url) =>
              fetch(url).then(
                () => 'answered',
                () => 'refused',
              ),
            ),
          ),
        [`http://127.0.0.1:${port}/`, 'http://outside.invalid/'],
      )
      expect(fetched).toEqual(['refused', 'refused'])
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
    const bridge = Reflect.get(window, 'valles') as Record<string, (...request: unknown[]) => Promise<unknown>>
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
    const replies = await Promise.all(asked.map(([name, request]) => bridge[name]?.(request)))
    return replies.map((reply) => (reply as { error: { code: string } }).error.code)
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
  await stranger.waitForLoadState()
  const ask = () => (Reflect.get(window, 'valles') as VallesBridge).version()
  expect(await stranger.evaluate(ask)).toMatchObject({ ok: false, error: { code: 'refused' } })
  expect(await page.evaluate(ask)).toMatchObject({ ok: true })
})

test('files are saved and opened through dialogs, and written again by token', async ({ launch, dir }) => {
  const { app, page } = await launch()
  const file = path.join(dir, 'plan.valles')
  const filter = { name: 'Plan', extensions: ['valles'] }

  await stubDialogs(app, {})
  const cancelled = await page.evaluate(async (filter) => {
    const bridge = Reflect.get(window, 'valles') as VallesBridge
    const bytes = new Uint8Array([1])
    return [await bridge.saveFile({ suggestedName: 'plan.valles', filter, bytes }), await bridge.openFile({ filter })]
  }, filter)
  expect(cancelled).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ])

  // The dialog gives a name without the extension, as some systems do.
  await stubDialogs(app, { save: path.join(dir, 'plan'), open: [file] })
  const replies = await page.evaluate(async (filter) => {
    const bridge = Reflect.get(window, 'valles') as VallesBridge
    const big = new Uint8Array(300_000).fill(65)
    const saved = await bridge.saveFile({ suggestedName: 'plan.valles', filter, bytes: big })
    if (!saved.ok || saved.value === null) throw new Error('not saved')
    const { handle } = saved.value
    const bytes = new TextEncoder().encode('ñandú')
    const again = await bridge.saveFile({ suggestedName: 'other.valles', filter, bytes, handle })
    const read = await bridge.readFile({ handle })
    const opened = await bridge.openFile({ filter })
    const small = await bridge.openFile({ filter, maxBytes: 3 })
    return {
      again,
      text: [read, opened].map((reply) => reply.ok && reply.value && new TextDecoder().decode(reply.value.bytes)),
      isSameHandle: opened.ok && opened.value?.handle === handle,
      small: small.ok || small.error.code,
      all: JSON.stringify([saved, again, read, opened, small]),
    }
  }, filter)
  expect(replies).toMatchObject({
    again: { ok: true, value: { name: 'plan.valles' } },
    text: ['ñandú', 'ñandú'],
    isSameHandle: true,
    small: 'too-large',
  })
  expect(replies.all).not.toContain(dir)
  expect(readFileSync(file, 'utf8')).toBe('ñandú')
  expect(readdirSync(dir).sort()).toEqual(['plan.valles', 'user'])
})

test('a file that is gone, or a folder in its place, is told as such', async ({ launch, dir }) => {
  const { app, page } = await launch()
  mkdirSync(path.join(dir, 'folder.valles'))
  const codeOfOpening = async (file: string): Promise<string> => {
    await stubDialogs(app, { open: [file] })
    return page.evaluate(async () => {
      const bridge = Reflect.get(window, 'valles') as VallesBridge
      const reply = await bridge.openFile({ filter: { name: 'Plan', extensions: ['valles'] } })
      return reply.ok ? 'opened' : reply.error.code
    })
  }
  expect(await codeOfOpening(path.join(dir, 'gone.valles'))).toBe('not-found')
  expect(await codeOfOpening(path.join(dir, 'folder.valles'))).toBe('not-a-file')
})

test('backups roll: they are written, listed, read, and the oldest go', async ({ launch, dir }) => {
  const { page } = await launch()
  const found = await page.evaluate(async () => {
    const bridge = Reflect.get(window, 'valles') as VallesBridge
    const planId = 'plan:campaign-2023'
    for (let count = 1; count <= 12; count++) await bridge.writeBackup({ planId, bytes: new Uint8Array(count) })
    const listed = await bridge.listBackups({ planId })
    if (!listed.ok) throw new Error(listed.error.message)
    const [newest] = listed.value
    const read = newest && (await bridge.readBackup({ handle: newest.handle }))
    const asFile = newest && (await bridge.readFile({ handle: newest.handle }))
    return {
      sizes: listed.value.map((backup) => backup.sizeBytes),
      isSorted: listed.value.every(
        (backup, at) => at === 0 || backup.writtenAt < (listed.value[at - 1]?.writtenAt ?? 0),
      ),
      read: read?.ok && read.value.length,
      asFile: asFile?.ok === false && asFile.error.code,
    }
  })
  const sizes = [12, 11, 10, 9, 8, 7, 6, 5, 4, 3]
  expect(found).toEqual({ sizes, isSorted: true, read: 12, asFile: 'unknown-handle' })
  const folder = path.join(dir, 'user/backups/plan+campaign-2023')
  const onDisk = readdirSync(folder).sort().reverse()
  expect(onDisk.map((name) => statSync(path.join(folder, name)).size)).toEqual(sizes)
})

test('the page is printed to a PDF of the size asked for', async ({ launch, dir }) => {
  const { app, page } = await launch()
  const print = async (file: string | undefined, pageSize: 'A3' | 'Letter', landscape: boolean): Promise<unknown> => {
    await stubDialogs(app, file === undefined ? {} : { save: file })
    return page.evaluate((request) => (Reflect.get(window, 'valles') as VallesBridge).printToPdf(request), {
      suggestedName: 'matriz.pdf',
      pageSize,
      landscape,
    })
  }
  expect(await print(undefined, 'A3', true)).toEqual({ ok: true, value: null })
  const file = path.join(dir, 'matriz.pdf')
  expect(await print(file, 'A3', true)).toMatchObject({ ok: true, value: { name: 'matriz.pdf' } })
  const sizeOf = (): number[] => {
    const [, width, height] = /MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(readFileSync(file, 'latin1')) ?? []
    return [Math.round(Number(width)), Math.round(Number(height))]
  }
  // In points of 1/72 inch: 420 mm by 297 mm. Chromium knows A3 to a tenth of an inch.
  const [width = 0, height = 0] = sizeOf()
  expect(Math.abs(width - 1191)).toBeLessThan(5)
  expect(Math.abs(height - 842)).toBeLessThan(5)
  await print(file, 'Letter', false)
  expect(sizeOf()).toEqual([612, 792])
})

test('the menu is the page’s, and tells it what was chosen', async ({ launch }) => {
  const { app, page } = await launch()
  const reply = await page.evaluate(() => {
    const bridge = Reflect.get(window, 'valles') as VallesBridge
    window.noted = []
    bridge.onMenuAction((event) => window.noted.push(['stays', event.actionId]))
    const stop = bridge.onMenuAction((event) => window.noted.push(['stopped', event.actionId]))
    stop()
    const open = {
      kind: 'action',
      id: 'test.open',
      label: 'Abrir…',
      accelerator: 'CmdOrCtrl+O',
      enabled: true,
    } as const
    const grid = { kind: 'action', id: 'test.grid', label: 'Cuadrícula', enabled: true, checked: true } as const
    const quit = { kind: 'role', role: 'quit', label: 'Salir' } as const
    return bridge.setMenu({
      groups: [{ id: 'file', label: 'Prueba', items: [open, { kind: 'separator' }, grid, quit] }],
    })
  })
  expect(reply).toEqual({ ok: true, value: undefined })
  const labels = await app.evaluate(({ Menu }) => {
    const menu = Menu.getApplicationMenu()
    menu?.getMenuItemById('test.open')?.click()
    return menu?.items.map((group) => [group.label, ...(group.submenu?.items.map((item) => item.label) ?? [])])
  })
  expect(labels).toEqual([['Prueba', 'Abrir…', '', 'Cuadrícula', 'Salir']])
  await expect.poll(() => page.evaluate(() => window.noted)).toEqual([['stays', 'test.open']])
})

test('a second start hands its file over and ends', async ({ launch, dir }) => {
  const { app, page } = await launch()
  const file = path.join(dir, 'asked.valles')
  writeFileSync(file, 'from the second start')
  await page.evaluate(() => {
    const bridge = Reflect.get(window, 'valles') as VallesBridge
    window.noted = []
    bridge.onFilesWaiting(async () => {
      const taken = await bridge.takeOpenedFiles()
      if (taken.ok) window.noted.push(...taken.value)
    })
  })
  const executable = await app.evaluate(() => process.execPath)
  const second = spawnSync(executable, ['--no-sandbox', root, 'asked.valles'], {
    cwd: dir,
    env: { ...process.env, VALLES_USER_DATA: path.join(dir, 'user') },
    timeout: 20_000,
  })
  expect(second.status).toBe(0)
  await expect.poll(() => page.evaluate(() => window.noted.length)).toBe(1)
  const read = await page.evaluate(async () => {
    const [{ handle, name }] = window.noted as [
      { handle: Parameters<VallesBridge['readFile']>[0]['handle']; name: string },
    ]
    const reply = await (Reflect.get(window, 'valles') as VallesBridge).readFile({ handle })
    return [name, reply.ok && new TextDecoder().decode(reply.value.bytes)]
  })
  expect(read).toEqual(['asked.valles', 'from the second start'])
  expect(app.windows()).toHaveLength(1)
})

test('closing waits for the page to flush', async ({ launch, dir }) => {
  const { app, page } = await launch()
  await page.evaluate(async () => {
    const bridge = Reflect.get(window, 'valles') as VallesBridge
    bridge.onFlushRequested(async ({ flushId }) => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      await bridge.writeBackup({ planId: 'flushed', bytes: new Uint8Array(3) })
      await bridge.finishFlush({ flushId })
    })
    await bridge.announceFlush({ listening: true })
  })
  await app.close()
  expect(readdirSync(path.join(dir, 'user/backups/flushed'))).toHaveLength(1)
})

test('a page that never answers cannot hold its window open', async ({ launch }) => {
  const { app, page } = await launch()
  await page.evaluate(async () => {
    window.addEventListener('beforeunload', (event) => event.preventDefault())
    const bridge = Reflect.get(window, 'valles') as VallesBridge
    await bridge.announceFlush({ listening: true })
  })
  const startedAt = performance.now()
  await app.close()
  expect(performance.now() - startedAt).toBeGreaterThan(4500)
  expect(performance.now() - startedAt).toBeLessThan(15_000)
})
