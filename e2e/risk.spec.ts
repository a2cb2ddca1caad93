import type { Page } from '@playwright/test'
import { axe, expect, test } from './fixture.ts'

const openRisk = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Crear desde Campaña 2023' }).first().click()
  await expect(page.getByRole('banner')).toContainText('VRAEM-2023')
  await page.getByRole('navigation').getByRole('button', { name: 'Verificación' }).click()
  await page.getByRole('tab', { name: 'Probabilidad de terminar' }).click()
  await expect(page.getByText('10,000 simulaciones de 114 misiones')).toBeVisible()
}

const end = (page: Page) => page.getByRole('region', { name: 'Fin del plan' })
const dates = (page: Page) => page.getByRole('table', { name: 'Si las fechas se cumplen' })

test('the chance of finishing is simulated beside the window, and again after a change', async ({ launch }) => {
  const { page } = await launch()
  await openRisk(page)
  const before = await end(page).locator('dd strong').allTextContents()
  expect(before).toHaveLength(3)
  const first = dates(page).getByRole('row').nth(1)
  await expect(first).toContainText(/M-108.*11\.\d %/)
  await expect(page.getByRole('table', { name: 'Qué mueve el fin' }).getByRole('row').nth(1)).toContainText('M-113')

  // What the end hangs on, made an hour longer at its worst, moves the end; undo brings the same numbers back.
  await page.getByRole('table', { name: 'Misiones de las que depende el fin' }).getByRole('button').first().click()
  const sheet = page.getByRole('complementary', { name: 'Inspector' })
  await expect(sheet).toContainText('M-113')
  const worst = sheet.getByRole('textbox', { name: 'Pesimista' })
  await worst.fill('60 d')
  await worst.press('Enter')
  await expect.poll(() => end(page).locator('dd strong').allTextContents()).not.toEqual(before)
  await page.getByRole('button', { name: /^Deshacer/ }).click()
  await expect.poll(() => end(page).locator('dd strong').allTextContents()).toEqual(before)

  // Another seed draws other runs, and the same seed the same.
  const seed = page.getByRole('textbox', { name: 'Semilla' })
  await seed.fill('2')
  await seed.press('Enter')
  await expect.poll(() => end(page).locator('dd strong').allTextContents()).not.toEqual(before)
  await seed.fill('1')
  await seed.press('Enter')
  await expect.poll(() => end(page).locator('dd strong').allTextContents()).toEqual(before)
  expect(await axe(page)).toEqual([])
})

test('a plan without scheduled missions says what to do', async ({ launch }) => {
  const { page } = await launch()
  await page.getByRole('button', { name: 'Crear plan en blanco' }).first().click()
  await expect(page.getByRole('main', { name: 'Matriz' })).toBeVisible()
  await page.getByRole('navigation').getByRole('button', { name: 'Verificación' }).click()
  await page.getByRole('tab', { name: 'Probabilidad de terminar' }).click()
  await expect(page.getByText('Todavía no hay misiones programadas')).toBeVisible()
})
