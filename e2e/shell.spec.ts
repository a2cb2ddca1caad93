import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { VallesBridge } from '../src/contract/VallesBridge.ts'
import { expect, test } from './fixture.ts'
import { root } from './host.ts'

// The page's own global: functions given to evaluate run there.
declare const valles: VallesBridge

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

test('the menu is the page’s, and tells it what was chosen', async ({ launch }) => {
  const { app, page } = await launch()
  const reply = await page.evaluate(() => {
    window.noted = []
    valles.onMenuAction((event) => window.noted.push(['stays', event.actionId]))
    const stop = valles.onMenuAction((event) => window.noted.push(['stopped', event.actionId]))
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
    return valles.setMenu({
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

test('a second start tells the first of its file, and ends', async ({ launch, dir }) => {
  const { app, page } = await launch()
  writeFileSync(path.join(dir, 'asked.valles'), 'asked for')
  await page.evaluate(() => {
    window.noted = []
    valles.onFilesWaiting((event) => window.noted.push(event))
  })
  const executable = await app.evaluate(() => process.execPath)
  const startAgain = (...args: string[]): number | null =>
    spawnSync(executable, ['--no-sandbox', root, ...args], {
      cwd: dir,
      env: { ...process.env, VALLES_USER_DATA: path.join(dir, 'user') },
      timeout: 20_000,
    }).status
  expect(startAgain()).toBe(0)
  expect(startAgain('asked.valles')).toBe(0)
  await expect.poll(() => page.evaluate(() => window.noted)).toEqual([{}])
  expect(app.windows()).toHaveLength(1)
})

test('before it closes, the page is asked to flush', async ({ launch }) => {
  let { app, page } = await launch()
  await page.evaluate(async () => {
    valles.onFlushRequested(({ flushId }) => {
      localStorage.setItem('asked to flush', String(flushId))
      void valles.finishFlush({ flushId })
    })
    await valles.announceFlush({ listening: true })
  })
  await app.close()
  ;({ app, page } = await launch())
  expect(await page.evaluate(() => localStorage.getItem('asked to flush'))).toBe('1')
})

test('a page that hangs is waited for, and cannot hold its window open', async ({ launch }) => {
  const { app, page } = await launch()
  await page.evaluate(async () => {
    await valles.announceFlush({ listening: true })
    setTimeout(() => {
      for (;;);
    })
  })
  const startedAt = performance.now()
  await app.close()
  const waited = performance.now() - startedAt
  expect(waited).toBeGreaterThan(4500)
})
