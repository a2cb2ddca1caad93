import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { CONTENT_SECURITY_POLICY, PROVER_HEADERS, SECURITY_HEADERS } from '../src/contract/securityHeaders.ts'
import type { Platform } from '../src/renderer/platform/Platform.ts'
import { expect, test } from './fixture.ts'
import { root } from './host.ts'
import { proverFiles, tryProver } from './provers.ts'

// Put into the page by `withPlatform`.
declare const webPlatform: Platform

/** The platform's own code in the page, whatever the interface makes of it. A test's script stands above the policy. */
async function withPlatform(page: Page): Promise<void> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'import.meta.env.VITE_VALLES_VERSION': '"9.9.9"' },
    build: {
      write: false,
      lib: {
        entry: path.join(root, 'src/renderer/platform/webPlatform.ts'),
        formats: ['iife'],
        name: 'built',
        fileName: 'built',
      },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  const code = output !== undefined && 'output' in output ? output.output[0].code : ''
  await page.evaluate(`${code}; globalThis.webPlatform = built.createWebPlatform(); undefined`)
}

/** A plain request, since `fetch` lets nobody choose the Host. */
function statusOf(url: string, options: { method?: string; path?: string; host?: string }): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const { port, hostname, host } = new URL(url)
  const asked = request({
    hostname,
    port,
    path: options.path ?? '/',
    method: options.method ?? 'GET',
    headers: { host: options.host ?? host },
  })
  asked.on('response', (response) => {
    response.resume()
    resolve(response.statusCode ?? 0)
  })
  asked.on('error', reject)
  asked.end()
  return promise
}

test('it starts again without its server', async ({ web }) => {
  const { context, page } = await web.open()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller !== null) return
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve))
  })
  await web.stopServing()
  await expect(fetch(web.url)).rejects.toThrow('fetch failed')
  await page.reload()
  await expect(page.locator('[data-app-ready]')).toBeAttached()
  await context.close()
  const again = await web.open()
  await expect(again.page.locator('[data-app-ready]')).toBeAttached()
})

test('the worker keeps exactly the built files, and drops what an older version kept', async ({ web }) => {
  const { page } = await web.open()
  await page.evaluate(async () => {
    const old = await caches.open('valles-0000000000000000')
    await old.put('/old.js', new Response('old'))
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister()
  })
  await page.reload()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1)
  const kept = await page.evaluate(async () => {
    const [name = ''] = await caches.keys()
    const requests = await (await caches.open(name)).keys()
    return { name, paths: requests.map((kept) => new URL(kept.url).pathname) }
  })
  expect(kept.name).toMatch(/^valles-[0-9a-f]{16}$/)
  expect(kept.name).not.toBe('valles-0000000000000000')
  const index = readFileSync(path.join(root, 'out/web/index.html'), 'utf8')
  const named = [...index.matchAll(/(?:src|href)="\.(\/[^"]+)"/g)].map(([, file]) => file)
  expect(named.length).toBeGreaterThan(0)
  expect(kept.paths).toEqual(expect.arrayContaining([...named, '/index.html']))
  expect(kept.paths.filter((file) => file === '/sw.js' || file === '/headers.json')).toEqual([])
})

test('it is served with the policy of the desktop edition', async ({ web }) => {
  const response = await fetch(web.url)
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(response.headers.get(name)).toBe(value)
  const worker = await fetch(`${web.url}sw.js`)
  expect(worker.headers.get('content-type')).toContain('text/javascript')
  expect(worker.headers.get('cache-control')).toBe('no-cache')
})

test('its one script that proves compiles WebAssembly, also without the server; the window does not', async ({
  web,
}) => {
  const { page } = await web.open()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller !== null) return
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve))
  })
  const asked = {
    isRefusedHere: true,
    status: 'UNSATISFIABLE',
    policy: PROVER_HEADERS['content-security-policy'],
    others: [CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY],
  }
  expect(await tryProver(page, proverFiles('web'))).toEqual(asked)
  await web.stopServing()
  expect(await tryProver(page, proverFiles('web'))).toEqual(asked)
})

test('the server answers nobody else, nothing else and no other method', async ({ web }) => {
  const { port } = new URL(web.url)
  const statuses = await Promise.all([
    statusOf(web.url, {}),
    statusOf(web.url, { method: 'HEAD' }),
    statusOf(web.url, { host: `evil.example:${port}` }),
    statusOf(web.url, { host: `localhost:${port}` }),
    statusOf(web.url, { method: 'POST' }),
    statusOf(web.url, { path: '/../serve.mjs' }),
    statusOf(web.url, { path: '/..%2f..%2fpackage.json' }),
    statusOf(web.url, { path: '/..%2fweb-old%2fx' }),
    statusOf(web.url, { path: '/..%5cpackage.json' }),
    statusOf(web.url, { path: '/%E0%A4%A' }),
    statusOf(web.url, { path: '/assets' }),
  ])
  expect(statuses).toEqual([200, 200, 421, 421, 405, 404, 403, 403, 400, 400, 404])
})

test('started twice, the second only says where; a port of another program is told as such', async ({ web }) => {
  const { port } = new URL(web.url)
  const start = (atPort: string): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, ['web/serve.mjs', '--no-open'], {
      cwd: root,
      env: { ...process.env, VALLES_WEB_PORT: atPort },
      encoding: 'utf8',
      timeout: 20_000,
    })
  expect(start(port)).toMatchObject({ status: 0, stdout: `Open ${web.url}\n` })

  // A server of this process could not answer while it waits for the second start.
  const code =
    "require('node:http').createServer((_, r) => r.end('other')).listen(0, '127.0.0.1', function () { console.log(String(this.address().port)) })"
  const other = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const [said] = await once(other.stdout, 'data')
    const refused = start(String(said).trim())
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('is taken by another program')
  } finally {
    other.kill()
  }
})

test('backups roll in the browser’s own files and survive a restart', async ({ web }) => {
  const first = await web.open()
  await withPlatform(first.page)
  const written = await first.page.evaluate(async () => {
    const replies = []
    for (let count = 1; count <= 12; count++)
      replies.push(await webPlatform.writeBackup('plan:a', new Uint8Array(count)))
    const outside = await webPlatform.writeBackup('../a', new Uint8Array(1))
    return { areAllWritten: replies.every((reply) => reply.ok), outside }
  })
  expect(written).toEqual({ areAllWritten: true, outside: { ok: false, code: 'refused' } })
  await first.context.close()

  const { page } = await web.open()
  await withPlatform(page)
  const found = await page.evaluate(async () => {
    const listed = await webPlatform.listBackups('plan:a')
    const other = await webPlatform.listBackups('plan:b')
    if (!listed.ok) throw new Error(listed.code)
    const [newest] = listed.value
    const read = newest && (await webPlatform.readBackup(newest.handle))
    return {
      sizes: listed.value.map((backup) => backup.sizeBytes),
      other,
      read: read?.ok && read.value.length,
      version: await webPlatform.version(),
    }
  })
  const sizes = [12, 11, 10, 9, 8, 7, 6, 5, 4, 3]
  expect(found).toEqual({ sizes, other: { ok: true, value: [] }, read: 12, version: '9.9.9' })
})

test('with the browser’s pickers a file is saved, written again by token, and opened', async ({ web }) => {
  const { page } = await web.open()
  await withPlatform(page)
  const found = await page.evaluate(async () => {
    // Real handles, from the browser's private files, in place of its dialogs.
    const picked = async (): Promise<FileSystemFileHandle> =>
      (await navigator.storage.getDirectory()).getFileHandle('picked.valles', { create: true })
    let dialogs = 0
    const pickers = {
      showSaveFilePicker: () => {
        dialogs += 1
        return picked()
      },
      showOpenFilePicker: async () => [await picked()],
    }
    Object.assign(window, pickers)
    const filter = { name: 'Plan', extensions: ['valles'] }
    const long = new Uint8Array(100_000)
    const saved = await webPlatform.saveFile({ suggestedName: 'p.valles', filter, bytes: long })
    if (!saved.ok || saved.value === null) throw new Error('not saved')
    const bytes = new TextEncoder().encode('ñandú')
    const { handle } = saved.value
    const again = await webPlatform.saveFile({ suggestedName: 'p.valles', filter, bytes, handle })
    const opened = await webPlatform.openFile({ filter })
    const tooLarge = await webPlatform.openFile({ filter, maxBytes: 3 })
    Object.assign(window, {
      showSaveFilePicker: () => Promise.reject(new DOMException('closed', 'AbortError')),
      showOpenFilePicker: () => Promise.reject(new DOMException('closed', 'AbortError')),
    })
    return {
      again: again.ok && again.value?.name,
      text: opened.ok && opened.value && new TextDecoder().decode(opened.value.bytes),
      tooLarge,
      dialogs,
      cancelled: [
        await webPlatform.saveFile({ suggestedName: 'p.valles', filter, bytes }),
        await webPlatform.openFile({ filter }),
      ],
    }
  })
  expect(found).toEqual({
    again: 'picked.valles',
    text: 'ñandú',
    tooLarge: { ok: false, code: 'too-large' },
    dialogs: 1,
    cancelled: [
      { ok: true, value: null },
      { ok: true, value: null },
    ],
  })
})

test('without pickers a file is downloaded, and chosen to be read', async ({ web, dir }) => {
  const { page } = await web.open()
  await withPlatform(page)
  await page.evaluate(() => Object.assign(window, { showSaveFilePicker: undefined, showOpenFilePicker: undefined }))
  const download = page.waitForEvent('download')
  const saved = await page.evaluate(() =>
    webPlatform.saveFile({
      suggestedName: 'plan.valles',
      filter: { name: 'Plan', extensions: ['valles'] },
      bytes: new TextEncoder().encode('ñandú'),
    }),
  )
  expect(saved).toMatchObject({ ok: true, value: { name: 'plan.valles' } })
  const downloaded = await download
  expect(downloaded.suggestedFilename()).toBe('plan.valles')
  expect(readFileSync(await downloaded.path(), 'utf8')).toBe('ñandú')

  const file = path.join(dir, 'chosen.valles')
  writeFileSync(file, 'chosen')
  const chooser = page.waitForEvent('filechooser')
  const opening = page.evaluate(async () => {
    const opened = await webPlatform.openFile({ filter: { name: 'Plan', extensions: ['valles'] } })
    return opened.ok && opened.value && [opened.value.name, new TextDecoder().decode(opened.value.bytes)]
  })
  await (await chooser).setFiles(file)
  expect(await opening).toEqual(['chosen.valles', 'chosen'])
})

test('printing sets the sheet and proposes the name, and takes both back', async ({ web }) => {
  const { page } = await web.open()
  await withPlatform(page)
  const before = await page.evaluate(() => [document.title, document.adoptedStyleSheets.length])
  const seen = await page.evaluate(async () => {
    const rules: string[] = []
    const alreadyThere = new Set(document.adoptedStyleSheets)
    window.addEventListener('beforeprint', () => {
      const added = document.adoptedStyleSheets.filter((sheet) => !alreadyThere.has(sheet))
      rules.push(document.title, ...added.flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText))
    })
    const reply = await webPlatform.printToPdf({ suggestedName: 'matriz.pdf', pageSize: 'A1', landscape: true })
    return { rules, reply }
  })
  expect(seen).toEqual({
    rules: ['matriz', '@page { size: 841mm 594mm; }'],
    reply: { ok: true, value: null },
  })
  // Headless, the browser has no dialog whose end it could tell of.
  const after = await page.evaluate(() => {
    window.dispatchEvent(new Event('afterprint'))
    return [document.title, document.adoptedStyleSheets.length]
  })
  expect(after).toEqual(before)
})
