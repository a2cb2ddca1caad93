import type { Locator, Page } from '@playwright/test'
import { axe, expect, test } from './fixture.ts'

const bar = (page: Page, code: string): Locator => page.getByRole('gridcell', { name: new RegExp(`^${code} `) })
const ghost = (page: Page, code: string): Locator =>
  page.getByRole('gridcell', { name: new RegExp(`^Propuesta: ${code} `) })
const callout = (page: Page, code: string): Locator => page.getByRole('region', { name: `Cambio propuesto de ${code}` })
const toggle = (page: Page): Locator => page.getByRole('button', { name: /^Propuesta \(\d+\)$/ })
const matrix = (page: Page): Locator => page.getByRole('treegrid', { name: 'Matriz de sincronización' })
const countIn = async (button: Locator): Promise<number> => Number(/\d+/.exec((await button.textContent()) ?? '')?.[0])

/** Chooses a mission in the palette, which brings it into sight on the matrix. */
const show = async (page: Page, code: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('searchbox').fill(code)
  // Missions without a bar stand in the tray as options, too.
  await page.locator('.palette-item', { hasText: new RegExp(`^${code} `) }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Asks for times and units of the missions of a scope and waits for the answer; then goes to the matrix. */
const propose = async (page: Page, scope: string | null): Promise<void> => {
  await page.setViewportSize({ width: 1600, height: 1000 })
  await page.getByRole('button', { name: 'Crear desde Campaña 2023' }).first().click()
  await expect(matrix(page)).toBeVisible()
  await expect(page.getByRole('banner').getByRole('button', { name: /16 err/ })).toBeVisible()
  await page.getByRole('button', { name: 'Año' }).click()
  await page.locator('[role^="menuitem"]', { hasText: /^Mes$/ }).click()
  await page.keyboard.press('Control+7')
  if (scope !== null) {
    await page.getByRole('button', { name: /^Sin hora o sin unidades/ }).click()
    await page.getByRole('option', { name: new RegExp(`^${scope}`) }).click()
  }
  const seconds = page.getByRole('textbox', { name: 'Tiempo', exact: true })
  await seconds.fill('2')
  await seconds.press('Enter')
  await page.getByRole('button', { name: 'Proponer', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Detener' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Proponer', exact: true })).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('Control+4')
  await expect(matrix(page)).toBeVisible()
}

test('a proposal stands on the matrix as ghosts, is read there by keyboard, and taken in part', async ({ web }) => {
  const { page } = await web.open()
  await propose(page, null)
  const all = await countIn(toggle(page))
  expect(all).toBeGreaterThanOrEqual(6)
  await expect(toggle(page)).toHaveAttribute('aria-pressed', 'true')
  await expect(bar(page, 'M-118')).toHaveCount(0)

  // Chosen by name, a mission that has no bar is gone to where it would have one.
  await show(page, 'M-118')
  await expect(ghost(page, 'M-118').first()).toBeVisible()
  await expect(ghost(page, 'M-118').first()).toHaveAccessibleName(/recibe hora: D\+\d+ · \d{6}R/)
  await expect(callout(page, 'M-118')).toContainText(/entra: \S/)
  expect(await axe(page)).toEqual([])

  await toggle(page).click()
  await expect(ghost(page, 'M-118')).toHaveCount(0)
  await expect(callout(page, 'M-118')).toHaveCount(0)
  await toggle(page).click()

  // Keys: off the ghost to the head of the row, back onto it, and to where its reasons are.
  await ghost(page, 'M-118').first().click()
  const id = (await ghost(page, 'M-118').first().getAttribute('id')) ?? ''
  await expect(matrix(page)).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  await expect(matrix(page)).not.toHaveAttribute('aria-activedescendant', id)
  for (let n = 0; n < 20; n += 1) {
    await page.keyboard.press('ArrowRight')
    if ((await matrix(page).getAttribute('aria-activedescendant')) === id) break
  }
  await expect(matrix(page)).toHaveAttribute('aria-activedescendant', id)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Cambio elegido' })).toContainText('M-118')
  await page.keyboard.press('Control+4')

  // The menu takes it, as one step that can be undone; the rest of the proposal stays.
  await show(page, 'M-118')
  await ghost(page, 'M-118').first().click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Tomar este cambio' }).click()
  await expect(bar(page, 'M-118').first()).toBeVisible()
  await expect(ghost(page, 'M-118')).toHaveCount(0)
  await expect.poll(() => countIn(toggle(page))).toBeLessThan(all)
  await page.keyboard.press('Control+z')
  await expect(bar(page, 'M-118')).toHaveCount(0)
})

test('what a proposal would move says so where it stands, with a line to where it would be', async ({ web }) => {
  const { page } = await web.open()
  await propose(page, 'Con errores')
  const leaving = page.locator('.matrix-bar[data-leaving]')
  await expect(toggle(page)).toBeVisible()
  await page.getByRole('button', { name: 'Ajustar al horizonte' }).click()
  await expect(leaving.first()).toHaveAccessibleName(/, la propuesta la cambia$/)
  await expect(page.locator('[data-ghost-tie]').first()).toBeAttached()
  expect(await axe(page)).toEqual([])

  // A change taken, its present place is the new one.
  const name = (await leaving.first().getAttribute('aria-label')) ?? ''
  const code = name.split(' ')[0] ?? ''
  await show(page, code)
  await expect(callout(page, code)).toContainText(/pasa de|a la misma hora/)
  await callout(page, code).getByRole('button', { name: 'Tomar este cambio' }).click()
  await expect(page.getByText(/tomados?: .*M-\d{3}/).first()).toBeVisible()
  await expect(bar(page, code).first()).not.toHaveAccessibleName(name)
})
