// What the desktop edition promises below its interface: what is stored stays, nothing gets out, nothing gets in.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { APP_ENTRY_URL } from '../src/contract/appOrigin.ts'
import { CONTENT_SECURITY_POLICY } from '../src/contract/securityHeaders.ts'
import { expect, test } from './fixture.ts'
import { root } from './host.ts'

const OUTSIDE = 'https://outside.example/'

const write = (page: Page, text: string): Promise<void> =>
  page.evaluate(async (row) => {
    const opening = indexedDB.open('host-spec', 1)
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('rows', { autoIncrement: true }))
    await new Promise((resolve) => opening.addEventListener('success', resolve))
    const transaction = opening.result.transaction('rows', 'readwrite', { durability: 'strict' })
    transaction.objectStore('rows').add(row)
    await new Promise((resolve) => transaction.addEventListener('complete', resolve))
    opening.result.close()
  }, text)

const rows = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const opening = indexedDB.open('host-spec', 1)
    await new Promise((resolve) => opening.addEventListener('success', resolve))
    const asking = opening.result.transaction('rows').objectStore('rows').getAll()
    await new Promise((resolve) => asking.addEventListener('success', resolve))
    opening.result.close()
    return asking.result
  })

test('what is stored survives a relaunch, and a kill of every process', async ({ launch }) => {
  const first = await launch()
  await write(first.page, 'first')
  await first.app.close()

  const second = await launch()
  expect(await rows(second.page)).toEqual(['first'])
  await write(second.page, 'second')
  const child = second.app.process()
  const ended = once(child, 'exit')
  const descendants = (pid: number): number[] => {
    let listed = ''
    try {
      listed = execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
    } catch {
      return []
    }
    const children = listed.trim().split('\n').map(Number)
    return [...children, ...children.flatMap(descendants)]
  }
  const pid = child.pid ?? 0
  for (const each of [pid, ...descendants(pid)]) process.kill(each, 'SIGKILL')
  await ended

  const third = await launch()
  expect(await rows(third.page)).toEqual(['first', 'second'])
})

test('a kill of the main process alone does not hinder the next launch', async ({ launch }) => {
  const { app, page } = await launch()
  await write(page, 'kept')
  const ended = once(app.process(), 'exit')
  app.process().kill('SIGKILL')
  await ended
  const again = await launch()
  expect(await rows(again.page)).toEqual(['kept'])
})

test('a second program on the same data hands over and ends', async ({ launch, dir }) => {
  const { app } = await launch()
  await app.evaluate(({ app: main }) => {
    const seen: string[] = []
    Object.assign(globalThis, { seen })
    main.on('second-instance', (_event, args) => seen.push(args.at(-1) ?? ''))
  })
  const program = await app.evaluate(() => process.execPath)
  const second = spawn(program, ['--no-sandbox', '.', 'handed-over.txt'], {
    cwd: root,
    env: { ...process.env, VALLES_USER_DATA: path.join(dir, 'user') },
  })
  expect(await once(second, 'exit')).toEqual([0, null])
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen))
    .toEqual(['handed-over.txt'])
})

test('the page is shown, at its own address, under its policy, without Node', async ({ launch }) => {
  const { app, page } = await launch()
  const window = await app.browserWindow(page)
  await expect.poll(() => window.evaluate((shown) => shown.isVisible())).toBe(true)
  expect(await window.evaluate((shown) => shown.webContents.getURL())).toBe(APP_ENTRY_URL)
  const found = await page.evaluate(async () => ({
    policy: (await fetch('/index.html')).headers.get('content-security-policy'),
    isSecure: isSecureContext,
    leaks: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in globalThis),
  }))
  expect(found).toEqual({ policy: CONTENT_SECURITY_POLICY, isSecure: true, leaks: [] })
})

test('only the built interface is served', async ({ launch }) => {
  const { page } = await launch()
  const statuses = await page.evaluate(async () => {
    const paths = ['/index.html', '/../main/index.js', '/..%2fmain%2findex.js', '/%2e%2e/package.json', '/none.js']
    return Promise.all(paths.map(async (wanted) => (await fetch(wanted)).ok))
  })
  expect(statuses).toEqual([true, false, false, false, false])
})

test.describe('nothing gets out', () => {
  test.use({ refusedAddresses: [OUTSIDE] })

  test('no navigation, no window', async ({ launch }) => {
    const { app, page } = await launch()
    const before = page.url()
    await page.evaluate((url) => location.assign(url), OUTSIDE)
    expect(await page.evaluate((url) => window.open(url), OUTSIDE)).toBeNull()
    await page.evaluate((url) => {
      const link = Object.assign(document.createElement('a'), { href: url, target: '_blank' })
      document.body.append(link)
      link.click()
      link.remove()
    }, OUTSIDE)
    await page.waitForTimeout(500) // long enough for a navigation that was let through to begin
    expect(page.url()).toBe(before)
    expect(app.windows()).toHaveLength(1)
  })

  test('no request of a page, and none of the program itself', async ({ launch }) => {
    const { app, page } = await launch()
    const image = await page.evaluate(async (url) => {
      const picture = new Image()
      picture.src = url
      return new Promise((resolve) => {
        picture.addEventListener('load', () => resolve('loaded'))
        picture.addEventListener('error', () => resolve('refused'))
      })
    }, OUTSIDE)
    expect(image).toBe('refused')
    expect(
      await page.evaluate(
        (url) =>
          fetch(url).then(
            () => 'answered',
            () => 'refused',
          ),
        OUTSIDE,
      ),
    ).toBe('refused')
    // Here no policy of a page stands in the way: only main's own refusal does.
    const load = await app.evaluate(async ({ BrowserWindow }, url) => {
      const window = new BrowserWindow({ show: false })
      const outcome = await window.loadURL(url).then(() => 'loaded', String)
      window.destroy()
      return outcome
    }, OUTSIDE)
    expect(load).toContain('ERR_BLOCKED_BY_CLIENT')
  })

  test('no code from a text', async ({ launch }) => {
    const { page } = await launch()
    const error = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'globalThis.ran = true'
      document.body.append(script)
      return 'ran' in globalThis
    })
    expect(error).toBe(false)
  })
})
