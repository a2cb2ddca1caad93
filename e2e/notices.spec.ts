import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { axe, expect, test } from './fixture.ts'
import { root } from './host.ts'

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }

/** From the settings to the end of the notices, by keyboard. */
async function readNotices(page: Page, texts: { about: string; notices: string }): Promise<void> {
  const about = page.getByRole('region', { name: texts.about })
  await expect(about).toContainText(`Valles ${version},`)
  const open = about.getByRole('button', { name: texts.notices })
  await open.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: texts.notices })
  const notices = dialog.getByRole('region', { name: texts.notices })
  await expect(notices).toContainText(/minizinc [\d.]+ \(MPL-2\.0\)/)
  await expect(notices).toContainText('Permission is hereby granted, free of charge')
  expect(await axe(page, '[role=dialog]')).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(notices).toBeFocused()
  await page.keyboard.press('End')
  await expect.poll(() => notices.evaluate((own) => own.scrollTop)).toBeGreaterThan(1000)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(open).toBeFocused()
}

const SPANISH = { about: 'Acerca de Valles', notices: 'Avisos de terceros' }

test('the notices of third parties are read from the settings, in both languages', async ({ launch }) => {
  const { page } = await launch()
  await page.getByRole('button', { name: 'Ajustes' }).click()
  await readNotices(page, SPANISH)
  await page.getByRole('button', { name: 'Cambiar a inglés' }).click()
  await readNotices(page, { about: 'About Valles', notices: 'Third-party notices' })
})

test('the web edition has the notices without its server', async ({ web }) => {
  const { page } = await web.open()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller !== null) return
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve))
  })
  await web.stopServing()
  await page.getByRole('button', { name: 'Ajustes' }).click()
  await readNotices(page, SPANISH)
})
