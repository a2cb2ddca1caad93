import type { Locator, Page } from '@playwright/test'
import { axe, expect, test } from './fixture.ts'

const openCheck = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Crear desde Campaña 2023' }).first().click()
  await expect(page.getByRole('banner')).toContainText('VRAEM-2023')
  await page.keyboard.press('Control+6')
  await expect(list(page).getByRole('row').nth(2)).toBeVisible()
}

const list = (page: Page): Locator => page.getByLabel('Lista de hallazgos')
const detail = (page: Page): Locator => page.getByRole('region', { name: 'Hallazgo elegido' })
const sheet = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' })
const openCount = async (page: Page): Promise<number> =>
  Number(/\d+/.exec((await page.getByRole('tab', { name: /Abiertos/ }).textContent()) ?? '')?.[0])

test('findings are grouped, filtered and gone through; the sheet follows', async ({ launch }) => {
  const { page } = await launch()
  await openCheck(page)
  const all = await openCount(page)
  expect(all).toBeGreaterThan(5)
  await expect(list(page).getByRole('row', { name: /^Doble empleo/ })).toBeVisible()
  await page.getByRole('radio', { name: 'Por gravedad' }).click()
  await expect(
    list(page)
      .getByRole('row', { name: /^Error/ })
      .first(),
  ).toBeVisible()
  await page.getByRole('radio', { name: 'Por unidad' }).click()
  await expect(list(page).getByRole('row', { name: /^Cía C\/33/ })).toBeVisible()
  await page.getByRole('radio', { name: 'Por regla' }).click()

  await page.getByRole('searchbox', { name: 'Buscar hallazgos' }).fill('m-041')
  await expect(page.getByText(`1 de ${all}`)).toBeVisible()
  await page.getByRole('searchbox', { name: 'Buscar hallazgos' }).fill('')

  await page.getByRole('tab', { name: /Abiertos/ }).focus()
  await page.keyboard.press('F8')
  await expect(list(page).locator('[aria-selected=true]')).toHaveCount(1)
  const first = await detail(page).locator('.finding-sentence').textContent()
  await expect(sheet(page)).toContainText(first ?? '')
  await page.keyboard.press('F8')
  await expect(detail(page).locator('.finding-sentence')).not.toHaveText(first ?? '')
  await page.keyboard.press('Shift+F8')
  await expect(detail(page).locator('.finding-sentence')).toHaveText(first ?? '')

  // Elsewhere the same key selects the first record of the next finding.
  await page.keyboard.press('Control+5')
  await page.keyboard.press('F8')
  await expect(sheet(page).getByRole('heading', { level: 2 })).toContainText(/M-\d{3}/)
  await expect(page.getByRole('contentinfo')).toContainText('1 seleccionado')
})

test('a repair mends its finding, the next one comes into its place, and undo brings it back', async ({ launch }) => {
  const { page } = await launch()
  await openCheck(page)
  const all = await openCount(page)
  await list(page).getByRole('row', { name: /M-041/ }).click()
  const sentence = await detail(page).locator('.finding-sentence').textContent()
  expect(sentence).toContain('extracción')
  await page.keyboard.press('Enter')
  await detail(page).getByRole('list', { name: 'Formas de corregirlo' }).getByRole('button').first().click()
  await expect(list(page)).not.toContainText(sentence ?? '')
  await expect(detail(page).locator('.finding-sentence')).not.toHaveText(sentence ?? '')
  await page.getByRole('button', { name: 'Deshacer' }).click()
  await expect.poll(() => openCount(page)).toBe(all)

  await list(page).getByRole('row', { name: /M-108/ }).click()
  await page.keyboard.press('Control+Shift+R')
  await expect(list(page)).not.toContainText('M-108')
})

test('findings of one cause stand under it, and one change mends them together', async ({ launch }) => {
  const { page } = await launch()
  await openCheck(page)
  const all = await openCount(page)
  await page.getByRole('radio', { name: 'Por causa' }).click()
  const cause = list(page).getByRole('row', { name: /^2 hallazgos por M-074 \(/ })
  await expect(list(page).getByRole('row', { name: /^Sin causa común/ })).toBeVisible()
  await cause.click()
  await expect(cause).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowRight')
  await expect(cause).toHaveAttribute('aria-expanded', 'true')
  await expect(detail(page)).toContainText('1 de luz, 1 de espacio aéreo')
  await expect(sheet(page).getByRole('heading', { level: 2 })).toContainText('M-074')
  await expect(detail(page)).toContainText('Corrige 2 de 2, sin errores nuevos.')
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Control+Shift+R')
  await expect.poll(() => openCount(page)).toBe(all - 2)
  await expect(cause).toBeHidden()
  await page.getByRole('button', { name: 'Deshacer' }).click()
  await expect.poll(() => openCount(page)).toBe(all)

  // Pressed, the button goes away with the cause; the keys go back to the list.
  await cause.click()
  await detail(page)
    .getByRole('button', { name: /Mover M-074/ })
    .press('Enter')
  await expect.poll(() => openCount(page)).toBe(all - 2)
  await expect(list(page)).toBeFocused()
})

test('a finding is accepted with a reason, listed with author and time, and withdrawn', async ({ launch }) => {
  const { page } = await launch()
  await openCheck(page)
  const all = await openCount(page)
  await list(page).getByRole('row', { name: /M-108/ }).click()
  await detail(page).getByRole('button', { name: 'Aceptar con motivo…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Aceptar un hallazgo' })
  await dialog.getByRole('button', { name: 'Aceptar el hallazgo' }).click()
  await expect(dialog).toContainText('Escriba por qué se acepta.')
  await dialog.getByRole('textbox', { name: 'Motivo' }).fill('Coordinado con el comando')
  await dialog.getByRole('button', { name: 'Aceptar el hallazgo' }).click()
  await expect.poll(() => openCount(page)).toBe(all - 1)

  await page.getByRole('tab', { name: /Aceptados/ }).click()
  const row = page.getByLabel('Aceptados', { exact: true }).getByRole('row').filter({ hasText: 'Coordinado' })
  await expect(row).toContainText('M-108')
  await expect(row).toContainText(/\d{6}R [A-Z]{3} \d\d/)
  await row.getByRole('button', { name: 'Retirar' }).click()
  await expect(page.getByText('Aquí quedan los hallazgos que se aceptan con un motivo.')).toBeVisible()
  await expect.poll(() => openCount(page)).toBe(all)
})

test('the check has no accessibility faults', async ({ launch }) => {
  const { page } = await launch()
  await openCheck(page)
  await page.keyboard.press('F8')
  await expect(detail(page).locator('.finding-sentence')).toBeVisible()
  expect(await axe(page)).toEqual([])
  await page.getByRole('tab', { name: /Aceptados/ }).click()
  await expect(page.getByText('Aquí quedan los hallazgos que se aceptan con un motivo.')).toBeVisible()
  expect(await axe(page)).toEqual([])
})
