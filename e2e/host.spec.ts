// What every other test rests on: what is stored stays, and no request goes unseen.
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'

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
    const { stdout } = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
    return stdout
      .split('\n')
      .filter(Boolean)
      .map(Number)
      .flatMap((each) => [each, ...descendants(each)])
  }
  const pid = child.pid ?? 0
  // All at once, and whatever has ended by then is no matter.
  spawnSync('kill', ['-KILL', ...[pid, ...descendants(pid)].map(String)])
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

test('the window is shown', async ({ launch }) => {
  const { app, page } = await launch()
  const window = await app.browserWindow(page)
  await expect.poll(() => window.evaluate((shown) => shown.isVisible())).toBe(true)
})

// The fixture's own promise: without this, a watch that sees nothing would pass everywhere.
for (const host of ['desktop', 'web'] as const) {
  test(`a request beyond this machine fails a test of the ${host} edition`, async ({ launch, web }) => {
    test.fail()
    const { page } = host === 'desktop' ? await launch() : await web.open()
    await page.evaluate(async () => {
      const picture = new Image()
      picture.src = 'https://outside.example/'
      await new Promise((resolve) => picture.addEventListener('error', resolve))
    })
  })
}
