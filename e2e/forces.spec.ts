import type { Locator, Page } from '@playwright/test'
import { axe, expect, test } from './fixture.ts'

const openForces = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Crear desde Campaña 2023' }).first().click()
  await expect(page.getByRole('banner')).toContainText('VRAEM-2023')
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('treegrid', { name: 'Árbol de fuerzas' })).toBeVisible()
}

/** The row of the tree or grid that holds a designation. */
const rowOf = (page: Page, designation: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: designation, exact: true }) })

/** Designation of the row right above the ones below it: the superior shown in the tree. */
const superiorOf = async (page: Page, designation: string): Promise<string> => {
  const rows = await page
    .getByRole('treegrid')
    .getByRole('row')
    .evaluateAll((list) =>
      list
        .map((row) => ({
          index: Number(row.getAttribute('aria-rowindex')),
          level: Number(row.getAttribute('aria-level')),
          text: row.querySelector('[data-column="1"]')?.textContent ?? '',
        }))
        .sort((a, b) => a.index - b.index),
    )
  const at = rows.findIndex((row) => row.text === designation)
  const level = rows[at]?.level ?? 0
  return rows.slice(0, at).findLast((row) => row.level === level - 1)?.text ?? ''
}

const dragOnto = async (page: Page, from: string, onto: string): Promise<void> => {
  const start = await rowOf(page, from).getByRole('gridcell').first().boundingBox()
  const end = await rowOf(page, onto).getByRole('gridcell').first().boundingBox()
  if (start === null || end === null) throw new Error('a row is not in sight')
  await page.mouse.move(start.x + 20, start.y + 10)
  await page.mouse.down()
  await page.mouse.move(start.x + 28, start.y + 22, { steps: 3 })
  await page.mouse.move(end.x + 20, end.y + 10, { steps: 6 })
  await page.mouse.up()
}

const pasteText = (page: Page, text: string): Promise<void> =>
  page.getByRole('treegrid').evaluate((grid, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

test('a unit is dragged under another for all time, and from a date that the time control shows', async ({
  launch,
}) => {
  const { page } = await launch()
  await openForces(page)
  await dragOnto(page, 'Cía A/2', '31.ª Bda Inf')
  const dialog = page.getByRole('dialog', { name: 'Poner Cía A/2 bajo 31.ª Bda Inf' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect.poll(() => superiorOf(page, 'Cía A/2')).toBe('31.ª Bda Inf')

  const time = page.getByRole('textbox', { name: 'Hora elegida' })
  await time.fill('D+20')
  await time.press('Enter')
  await dragOnto(page, 'Cía B/2', '31.ª Bda Inf')
  await page.getByRole('radio', { name: 'Desde una fecha' }).click()
  await page.getByRole('button', { name: 'Poner bajo 31.ª Bda Inf' }).click()
  await expect.poll(() => superiorOf(page, 'Cía B/2')).toBe('31.ª Bda Inf')
  await time.fill('D+19')
  await time.press('Enter')
  await expect.poll(() => superiorOf(page, 'Cía B/2')).toBe('2.ª Bda Inf')
  await expect.poll(() => superiorOf(page, 'Cía A/2')).toBe('31.ª Bda Inf')

  await dragOnto(page, '31.ª Bda Inf', 'Cía A/31')
  await expect(page.getByText('Cía A/31 está bajo 31.ª Bda Inf; no puede ser su superior.')).toBeVisible()
  await expect(page.getByRole('dialog', { name: /Poner/ })).toHaveCount(0)
})

test('units are cut and pasted by the keyboard, and undone', async ({ launch }) => {
  const { page } = await launch()
  await openForces(page)
  await page.getByRole('treegrid').focus()
  await page.keyboard.press('Home')
  // The ground component, its first brigade, the first company.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Control+x')
  await expect(page.getByText('2 unidades cortadas')).toBeVisible()
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+v')
  await expect(page.getByRole('dialog', { name: 'Poner 2 unidades bajo 31.ª Bda Inf' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect.poll(() => superiorOf(page, 'Cía B/2')).toBe('31.ª Bda Inf')
  await page.keyboard.press('Control+z')
  await expect.poll(() => superiorOf(page, 'Cía B/2')).toBe('2.ª Bda Inf')
  await expect(page.getByText('Guardado · rev 2', { exact: true })).toBeVisible()
})

test('many units are changed in one step', async ({ launch }) => {
  const { page } = await launch()
  await openForces(page)
  await page.getByRole('radio', { name: 'Tabla' }).click()
  await page.getByRole('columnheader', { name: 'Designación' }).click()
  await rowOf(page, 'Cía A/2').getByRole('rowheader').click()
  await rowOf(page, 'Cía A/33')
    .getByRole('rowheader')
    .click({ modifiers: ['Shift'] })
  await page.getByRole('button', { name: 'Más acciones de fuerzas' }).click()
  await page.getByRole('menuitem', { name: 'Editar las seleccionadas…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Editar 3 unidades' })
  await dialog.getByRole('button', { name: /Institución/ }).click()
  await page.getByRole('option', { name: 'Conjunta' }).click()
  await dialog.getByRole('textbox', { name: 'Porcentaje' }).fill('55')
  expect(await axe(page, '[role=dialog]')).toEqual([])
  await dialog.getByRole('button', { name: 'Cambiar 3 unidades' }).click()
  for (const designation of ['Cía A/2', 'Cía A/31', 'Cía A/33']) {
    await expect(rowOf(page, designation)).toContainText('Conjunta')
    await expect(rowOf(page, designation)).toContainText('55 %')
    await expect(rowOf(page, designation).getByRole('img', { name: /bajo el umbral de 70 %/ })).toBeVisible()
  }
  await page.keyboard.press('Control+z')
  await expect(rowOf(page, 'Cía A/31')).toContainText('Ejército')
  await expect(rowOf(page, 'Cía A/31')).not.toContainText('55 %')
})

test('lines of a sheet add and change units; a bad line is refused with its reason', async ({ launch }) => {
  const { page } = await launch()
  await openForces(page)
  await rowOf(page, '2.ª Bda Inf').getByRole('rowheader').click()
  await pasteText(
    page,
    'Designación\tNombre\tEscalón\nCía D/2\tCompañía D\tCía\nCía B/2\tCompañía B nueva\t\nMal\tMal\tlegión\n',
  )
  const dialog = page.getByRole('dialog', { name: 'Pegar unidades de una hoja de cálculo' })
  await expect(dialog.getByText('1 unidad nueva · 1 cambia · 1 línea rechazada')).toBeVisible()
  await expect(dialog.getByRole('row', { name: /4 Mal/ })).toContainText('Escalón desconocido: legión')
  expect(await axe(page, '[role=dialog]')).toEqual([])
  await dialog.getByRole('button', { name: 'Aplicar 2 líneas' }).click()
  await expect.poll(() => superiorOf(page, 'Cía D/2')).toBe('2.ª Bda Inf')
  await expect(rowOf(page, 'Cía B/2')).toContainText('Compañía B nueva')
  await expect(rowOf(page, 'Mal')).toHaveCount(0)
  await page.getByRole('treegrid').focus()
  await page.keyboard.press('Control+z')
  await expect(rowOf(page, 'Cía D/2')).toHaveCount(0)
  await expect(rowOf(page, 'Cía B/2')).not.toContainText('Compañía B nueva')
})

test('a symbol is found by words and by its digits', async ({ launch }) => {
  const { page } = await launch()
  await openForces(page)
  await rowOf(page, 'Cía A/2').getByRole('rowheader').click()
  await page.getByRole('button', { name: 'Más acciones de fuerzas' }).click()
  await page.getByRole('menuitem', { name: 'Cambiar símbolo…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Elegir símbolo' })
  await expect(dialog.getByRole('textbox', { name: 'Código de 20 dígitos' })).toHaveValue('10031000151211000000')
  await page.keyboard.type('busqueda rescate')
  await dialog.getByRole('option', { name: 'Búsqueda y rescate', exact: true }).click()
  await expect(dialog.getByRole('textbox', { name: 'Código de 20 dígitos' })).toHaveValue('10031000151418000000')
  expect(await axe(page, '[role=dialog]')).toEqual([])
  await dialog.getByRole('textbox', { name: 'Código de 20 dígitos' }).fill('10031000191418000000')
  await expect(dialog.getByText('Los dígitos 9 y 10 no son un escalón de ese conjunto.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Usar símbolo' })).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Código de 20 dígitos' }).fill('1003 1010 1614 1800 0000')
  await expect(dialog.getByRole('radio', { name: 'Planeado' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Usar símbolo' }).click()
  await expect(rowOf(page, 'Cía A/2')).toContainText('Batallón')
})

test('removing a unit says first what goes with it', async ({ launch }) => {
  const { page } = await launch()
  await openForces(page)
  await rowOf(page, '33.ª Bda Inf').getByRole('rowheader').click()
  await page.keyboard.press('Delete')
  const dialog = page.getByRole('alertdialog', { name: '¿Quitar 33.ª Bda Inf?' })
  await expect(dialog).toContainText('4 unidades subordinadas')
  await dialog.getByRole('button', { name: 'Quitar', exact: true }).click()
  await expect(rowOf(page, 'Cía A/33')).toHaveCount(0)
  await page.getByRole('treegrid').focus()
  await page.keyboard.press('Control+z')
  await expect(rowOf(page, 'Cía A/33')).toHaveCount(1)
})

test('search keeps what leads to the matches; tree and table pass the accessibility check', async ({ launch }) => {
  const { page } = await launch()
  await openForces(page)
  expect(await axe(page, 'main')).toEqual([])
  await page.getByRole('searchbox', { name: 'Buscar unidad' }).fill('cia c/33')
  await expect(page.getByText('1 de 44', { exact: true })).toBeVisible()
  await expect(page.getByRole('treegrid').getByRole('row')).toHaveCount(4)
  await expect.poll(() => superiorOf(page, 'Cía C/33')).toBe('33.ª Bda Inf')
  await page.getByRole('button', { name: 'Quitar filtros' }).click()
  await page.getByRole('radio', { name: 'Tabla' }).click()
  await expect(page.getByRole('grid', { name: 'Tabla de unidades' })).toBeVisible()
  expect(await axe(page, 'main')).toEqual([])
})
