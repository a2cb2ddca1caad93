import type { Locator, Page } from '@playwright/test'
import { axe, expect, test } from './fixture.ts'

const openMissions = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Crear desde Campaña 2023' }).first().click()
  await expect(page.getByRole('banner')).toContainText('VRAEM-2023')
  await page.keyboard.press('Control+4')
  await expect(grid(page)).toBeVisible()
}

const grid = (page: Page): Locator => page.getByLabel('Lista de misiones')
const sheet = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' })
const rowOf = (page: Page, code: string): Locator =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${code}\\b`) }) })
const codes = (page: Page): Promise<string[]> =>
  grid(page)
    .getByRole('row')
    .evaluateAll((rows) =>
      rows
        .map((row) => ({
          index: Number(row.getAttribute('aria-rowindex')),
          code: /M-\d+/.exec(row.querySelector('[role=rowheader]')?.textContent ?? '')?.[0],
        }))
        .sort((a, b) => a.index - b.index)
        .flatMap(({ code }) => (code === undefined ? [] : [code])),
    )

/** Finds a mission by its code, opens its sheet and takes the search away again. */
const select = async (page: Page, code: string): Promise<void> => {
  const search = page.getByRole('searchbox', { name: 'Buscar misiones' })
  await search.fill(code)
  await rowOf(page, code).click()
  await expect(sheet(page).getByRole('heading', { level: 2 })).toContainText(code)
  await search.fill('')
}

const saved = (page: Page, revision: number): Promise<void> =>
  expect(page.getByRole('contentinfo')).toContainText(`Guardado · rev ${revision}`)

const menuItem = (page: Page, name: string): Locator => page.locator('[role^=menuitem]').filter({ hasText: name })

test('finds without accents, filters by facets that are taken away again, sorts and groups', async ({ launch }) => {
  const { page } = await launch()
  await openMissions(page)
  await expect(page.getByText('120 de 120')).toBeVisible()
  const search = page.getByRole('searchbox', { name: 'Buscar misiones' })
  await search.fill('  INSERCION  llochegua m-006')
  await expect.poll(() => codes(page)).toEqual(['M-006'])
  await expect(page.getByText('1 de 120')).toBeVisible()
  await search.fill('')

  await page.getByRole('button', { name: 'Filtrar' }).click()
  await menuItem(page, 'Componente').hover()
  await menuItem(page, 'Fuerzas especiales').click()
  const chip = page.getByRole('button', { name: 'Quitar el filtro Fuerzas especiales' })
  await expect(chip).toBeVisible()
  const few = await page.getByText(/ de 120/).textContent()
  expect(Number(few?.split(' ')[0])).toBeLessThan(40)
  for (const row of await grid(page).getByRole('row').filter({ hasText: 'M-' }).all()) {
    await expect(row).toContainText('SOF-')
  }
  await chip.click()
  await expect(page.getByText('120 de 120')).toBeVisible()

  await page.getByRole('columnheader', { name: 'Código' }).click()
  await expect.poll(async () => (await codes(page))[0]).toBe('M-120')
  await page.getByRole('columnheader', { name: 'Título' }).click()
  await expect(page.getByRole('columnheader', { name: 'Título' })).toHaveAttribute('aria-sort', 'ascending')

  await page.getByRole('button', { name: 'Agrupar' }).click()
  await menuItem(page, 'Por fase').click()
  const first = grid(page).getByRole('row', { name: /^Preparación/ })
  await expect(first).toHaveAttribute('aria-expanded', 'true')
  await first.click()
  await expect(first).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowRight')
  await expect(first).toHaveAttribute('aria-expanded', 'true')
})

test('many missions are edited as one change that one undo takes back', async ({ launch }) => {
  const { page } = await launch()
  await openMissions(page)
  await rowOf(page, 'M-003').click()
  await rowOf(page, 'M-005').click({ modifiers: ['Shift'] })
  await expect(sheet(page).getByRole('heading', { level: 2 })).toHaveText('3 seleccionados')
  const start = rowOf(page, 'M-004').getByRole('gridcell').nth(5)
  const before = await start.textContent()

  await page.getByRole('button', { name: 'Editar 3 misiones' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Aplicar' }).click()
  await expect(dialog).toContainText('Elija el nuevo valor.')
  await dialog.getByRole('button', { name: /Qué cambiar/ }).click()
  await page.getByRole('option', { name: 'Inicio: desplazar' }).click()
  await dialog.getByRole('textbox', { name: 'Desplazar' }).fill('2 d')
  await dialog.getByRole('textbox', { name: 'Desplazar' }).press('Enter')
  await dialog.getByRole('button', { name: 'Aplicar' }).click()
  await expect(dialog).toBeHidden()
  await expect(start).not.toHaveText(before ?? '')
  await saved(page, 1)
  await page.keyboard.press('Control+z')
  await expect(start).toHaveText(before ?? '')
  await saved(page, 2)
})

test('cells are edited where they stand, and what cannot be read changes nothing', async ({ launch }) => {
  const { page } = await launch()
  await openMissions(page)
  const row = rowOf(page, 'M-003')
  const cell = (index: number): Locator => row.getByRole('gridcell').nth(index)
  await cell(1).dblclick()
  await grid(page).getByRole('textbox', { name: 'Título' }).fill('Control en Pichari')
  await page.keyboard.press('Enter')
  await expect(cell(1)).toHaveText('Control en Pichari')
  await cell(7).dblclick()
  await grid(page).getByRole('textbox', { name: 'Duración' }).fill('36')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/No se cambió: No es una duración/)).toBeVisible()
  await saved(page, 1)
  await cell(7).dblclick()
  await grid(page).getByRole('textbox', { name: 'Duración' }).fill('36 h')
  await page.keyboard.press('Enter')
  await expect(cell(7)).toHaveText('1 d 12 h')
  await cell(11).dblclick()
  await grid(page).getByRole('combobox', { name: 'Estado' }).selectOption('cancelled')
  await page.keyboard.press('Enter')
  await expect(cell(11)).toHaveText('Cancelada')
  await saved(page, 3)
})

test('the sheet takes D+5 and date-time groups in both languages, and says what it cannot read', async ({ launch }) => {
  const { page } = await launch()
  await openMissions(page)
  await select(page, 'M-003')
  const start = sheet(page).getByRole('textbox', { name: 'Inicio' })
  await start.fill('D+5')
  await start.press('Enter')
  await expect(start).toHaveValue('080600R ENE 23')
  await expect(start).toHaveAccessibleDescription('D+5')
  await start.fill('100600R JAN 23')
  await start.press('Enter')
  await expect(start).toHaveValue('100600R ENE 23')
  await saved(page, 2)

  await start.fill('pronto')
  await start.press('Enter')
  await expect(start).toHaveAccessibleDescription(/No es una fecha-hora/)
  await saved(page, 2)
  await start.press('Escape')
  await expect(start).toHaveValue('100600R ENE 23')

  // A press on another mission keeps what was being typed, for the mission it was typed for.
  await start.fill('D+6')
  await rowOf(page, 'M-004').click()
  await expect(sheet(page).getByRole('heading', { level: 2 })).toContainText('M-004')
  await saved(page, 3)
  await expect(rowOf(page, 'M-003')).toContainText('090600R ENE 23')

  await page.getByRole('button', { name: 'Cambiar a inglés' }).click()
  const english = sheet(page).getByRole('textbox', { name: 'Start' })
  await english.fill('120600R ENE 23')
  await english.press('Enter')
  await expect(english).toHaveValue('120600R JAN 23')
})

test('a unit is found, assigned and taken off; an enabler is made and undone', async ({ launch }) => {
  const { page } = await launch()
  await openMissions(page)
  await select(page, 'M-041')
  const units = sheet(page).getByRole('group', { name: 'Unidades asignadas' })
  const removers = units.getByRole('button', { name: /de la misión$/ })
  const assigned = await removers.count()
  await units.getByRole('button', { name: 'Asignar unidad' }).click()
  await page.getByRole('searchbox', { name: 'Asignar unidad' }).fill('grec 1')
  await expect(page.getByRole('option').first()).toContainText('tiene 2 Equipo de fuerzas especiales, ya cubierto')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(removers).toHaveCount(assigned + 1)
  await units.getByRole('button', { name: 'Quitar a GREC 1 de la misión' }).click()
  await expect(removers).toHaveCount(assigned)

  const enablers = sheet(page).getByRole('group', { name: 'Habilitadores' })
  await expect(enablers).toContainText('Falta')
  await enablers.getByRole('button', { name: 'Crear extracción' }).click()
  await expect(enablers.getByRole('button', { name: /^M-121/ })).toBeVisible()
  await expect(enablers).not.toContainText('Falta')
  await expect(page.getByText('121 de 121')).toBeVisible()
  await saved(page, 3)
  await page.getByRole('button', { name: 'Deshacer' }).click()
  await expect(enablers).toContainText('Falta')
})

test('a mission is added by keyboard with a fresh code, and only with a type', async ({ launch }) => {
  const { page } = await launch()
  await openMissions(page)
  await page.keyboard.press('Control+m')
  const dialog = page.getByRole('dialog', { name: 'Agregar misión' })
  await dialog.getByRole('button', { name: 'Agregar' }).click()
  await expect(dialog).toContainText('Elija el tipo de la misión.')
  await dialog.getByRole('combobox', { name: 'Tipo' }).fill('GND-1')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await dialog.getByRole('textbox', { name: 'Inicio' }).fill('D+3 H+2')
  await dialog.getByRole('textbox', { name: 'Inicio' }).press('Enter')
  await dialog.getByRole('button', { name: 'Agregar' }).click()
  await expect(sheet(page).getByRole('heading', { level: 2 })).toContainText('M-121')
  await expect(sheet(page).getByRole('textbox', { name: 'Inicio' })).toHaveValue('060800R ENE 23')
})

test('moving H-hour says what it moves before it does', async ({ launch }) => {
  const { page } = await launch()
  await openMissions(page)
  const hHour = sheet(page).getByRole('textbox', { name: 'Hora H' })
  await hHour.fill('050600R ENE 23')
  await hHour.press('Enter')
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('120 misiones pasan a 2 d después')
  await dialog.getByRole('button', { name: 'Mover' }).click()
  await expect(rowOf(page, 'M-003')).toContainText('070600R ENE 23')
  await saved(page, 1)
})

test('list, sheets and dialogs have no accessibility faults', async ({ launch }) => {
  const { page } = await launch()
  await openMissions(page)
  await expect(sheet(page).getByRole('heading', { level: 2 })).toBeVisible()
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Agrupar' }).click()
  await menuItem(page, 'Por componente').click()
  await select(page, 'M-041')
  expect(await axe(page)).toEqual([])
  await sheet(page).getByRole('button', { name: /GREC/ }).first().click()
  await expect(sheet(page)).toContainText('Unidad')
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Control+m')
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await axe(page, '[role=dialog]')).toEqual([])
})
