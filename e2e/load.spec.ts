import type { Locator, Page } from '@playwright/test'
import { axe, expect, test } from './fixture.ts'

const openLoad = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Crear desde Campaña 2023' }).first().click()
  await expect(page.getByRole('banner')).toContainText('VRAEM-2023')
  await page.keyboard.press('Control+6')
  await page.getByRole('tab', { name: 'Carga' }).click()
  await expect(grid(page).getByRole('row', { name: /Componente terrestre/ })).toBeVisible()
}

const grid = (page: Page): Locator => page.getByLabel('Carga por unidad')
const row = (page: Page, name: RegExp): Locator => grid(page).getByRole('row', { name })
const chart = (page: Page): Locator => page.getByRole('slider', { name: /^Carga día por día/ })
const day = (page: Page): Locator => page.getByRole('region', { name: 'Día' })
const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Buscar unidades' })

test('rows tell mean, peak and days over; they are filtered, sorted and cut by days, weeks and phases', async ({
  launch,
}) => {
  const { page } = await launch()
  await openLoad(page)
  await expect(row(page, /2\.ª Bda Inf/)).toContainText('%')
  // What a band shows is said as well.
  await expect(row(page, /2\.ª Bda Inf/)).toContainText(/Máxima \d+ %: .*Ningún día sobre el límite/)
  const ofWeek = await row(page, /2\.ª Bda Inf/)
    .getByRole('gridcell')
    .nth(2)
    .textContent()
  await page.getByRole('radio', { name: 'Días' }).click()
  await expect(
    row(page, /2\.ª Bda Inf/)
      .getByRole('gridcell')
      .nth(2),
  ).not.toHaveText(ofWeek ?? '')
  await page.getByRole('radio', { name: 'Fases' }).click()
  await expect(row(page, /2\.ª Bda Inf/)).toContainText('%')

  await search(page).fill('Dest AR C')
  await expect(row(page, /Dest AR C/)).toContainText('1 día sobre el límite')
  await search(page).fill('')
  await page.getByText('Solo sobrecargadas').click()
  await expect(row(page, /Componente aéreo/)).toBeVisible()
  await expect(row(page, /Dest AR A/)).toBeVisible()
  await expect(row(page, /2\.ª Bda Inf/)).toHaveCount(0)
  await page.getByText('Solo sobrecargadas').click()

  await page.getByRole('radio', { name: 'Todas las unidades en una lista' }).click()
  await page.getByRole('columnheader', { name: 'Días ▲' }).click()
  await expect(grid(page).getByRole('row').nth(1)).toContainText('sobre el límite')
})

test('the chart is gone through by keyboard; a day is chosen, and its finding is one step away', async ({ launch }) => {
  const { page } = await launch()
  await openLoad(page)
  await search(page).fill('Dest AR C')
  await row(page, /Dest AR C/)
    .getByRole('rowheader')
    .click()
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Dest AR C')
  await page.keyboard.press('Enter')
  await expect(chart(page)).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('n')
  await expect(chart(page)).toHaveAttribute('aria-valuetext', /3 de 2 salidas.*sobre el límite/)
  await expect(day(page)).toContainText('20 FEB')
  await expect(day(page)).toContainText('3 de 2')
  await expect(day(page).getByRole('button', { name: /M-019/ }).last()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('banner')).toContainText('200600R FEB 23')
  await expect(page.getByRole('contentinfo')).toContainText('2 seleccionados')

  await page.getByRole('radio', { name: 'Tabla' }).click()
  const shown = page.getByRole('grid', { name: 'Carga día por día' }).getByRole('row', { name: /20 FEB/ })
  await expect(shown).toContainText('3 de 2')
  await expect(shown).toContainText('sobre el límite')

  await day(page)
    .getByRole('button', { name: /se piden a Dest AR C 3 salidas/ })
    .click()
  await expect(page.getByRole('region', { name: 'Hallazgo elegido' })).toContainText('3 salidas')
})

test('an edit shows in the load, and undo takes it back', async ({ launch }) => {
  const { page } = await launch()
  await openLoad(page)
  await search(page).fill('Dest AR C')
  await expect(row(page, /Dest AR C/)).toContainText('1 día sobre el límite')
  await row(page, /Dest AR C/)
    .getByRole('rowheader')
    .click()
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await inspector.getByRole('button', { name: /Dar M-019 a Dest AR A/ }).click()
  await expect(row(page, /Dest AR C/)).toContainText('Ningún día sobre el límite')
  await page.getByRole('button', { name: /^Deshacer/ }).click()
  await expect(row(page, /Dest AR C/)).toContainText('1 día sobre el límite')
})

test('the load of a unit is one action away from anywhere', async ({ launch }) => {
  const { page } = await launch()
  await openLoad(page)
  await page.keyboard.press('Control+2')
  await page
    .getByRole('treegrid')
    .getByRole('row', { name: /Agrup Ing Comb/ })
    .click()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Ver su carga')
  await page.keyboard.press('Enter')
  await expect(row(page, /Agrup Ing Comb/)).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('region', { name: 'Carga de la fila elegida' })).toContainText('Agrup Ing Comb')
})

test('the load has no accessibility faults', async ({ launch }) => {
  const { page } = await launch()
  await openLoad(page)
  await search(page).fill('Dest AR')
  await row(page, /Dest AR A/)
    .getByRole('rowheader')
    .click()
  await expect(day(page)).toBeVisible()
  expect(await axe(page)).toEqual([])
  await page.getByRole('radio', { name: 'Tabla' }).click()
  expect(await axe(page)).toEqual([])
})
