import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { axe, expect, stubDialogs, test } from './fixture.ts'

const createCampaign = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Crear desde Campaña 2023' }).first().click()
  await expect(page.getByRole('banner')).toContainText('VRAEM-2023')
}

const saved = (page: Page, revision: number) =>
  expect(page.getByText(`Guardado · rev ${revision}`, { exact: true })).toBeVisible()

test('a plan is created, marked on screen, kept over a relaunch, copied, and deleted with undo', async ({ launch }) => {
  const first = await launch()
  await createCampaign(first.page)
  await expect(first.page.getByText('EJERCICIO // DATOS NOCIONALES')).toHaveCount(2)
  await first.app.close()

  const { page } = await launch()
  const plans = page.getByRole('list', { name: 'Biblioteca' }).getByRole('listitem')
  await expect(plans).toHaveCount(1)
  await expect(plans.first()).toContainText('44 unidades · 120 misiones')
  await page.getByRole('button', { name: /Más acciones/ }).click()
  await page.getByRole('menuitem', { name: 'Duplicar' }).click()
  await expect(plans).toHaveCount(2)
  await page.getByRole('button', { name: /Más acciones.*copia/ }).click()
  await page.getByRole('menuitem', { name: 'Eliminar' }).click()
  await expect(plans).toHaveCount(1)
  await page.getByRole('button', { name: 'Deshacer' }).last().click()
  await expect(plans).toHaveCount(2)
})

test('the palette finds actions and records by the keyboard alone', async ({ launch }) => {
  const { page } = await launch()
  await createCampaign(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('m-007')
  await expect(page.getByRole('option', { name: /M-007/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('M-007')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('ajustes')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Ajustes', level: 1 })).toBeVisible()
})

test('language and theme change at once and stay', async ({ launch }) => {
  const { app, page } = await launch()
  await createCampaign(page)
  await page.keyboard.press('Control+9')
  await page.getByRole('radio', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: /Theme/ }).click()
  await page.getByRole('option', { name: 'Night red' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'night')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await app.close()
  const again = await launch()
  await expect(again.page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'night')
})

test('the history undoes to any point in one step and names versions', async ({ launch }) => {
  const { app, page } = await launch()
  await createCampaign(page)
  await page.keyboard.press('Control+9')
  const marking = page.getByRole('textbox', { name: 'Clasificación' })
  for (const text of ['UNO', 'DOS', 'TRES']) {
    await marking.fill(text)
    await marking.press('Enter')
  }
  await saved(page, 3)
  await page.keyboard.press('Control+8')
  const rows = page.getByRole('grid', { name: 'Historial' }).getByRole('row')
  await expect(rows).toHaveCount(4)
  await rows.nth(3).click()
  await page.getByRole('button', { name: 'Nombrar versión' }).click()
  await page.getByRole('textbox', { name: 'Nombre de la versión' }).fill('Primera')
  await page.keyboard.press('Enter')
  await expect(rows.nth(3)).toContainText('Primera')
  await page.getByRole('button', { name: 'Volver a este punto' }).click()
  await expect(page.getByText('UNO', { exact: true })).toHaveCount(2)
  await saved(page, 4)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('TRES', { exact: true })).toHaveCount(2)
  await saved(page, 5)
  await app.close()

  const again = await launch()
  await again.page
    .getByRole('button', { name: /VRAEM-2023/ })
    .first()
    .click()
  await again.page.keyboard.press('Control+8')
  await expect(again.page.getByRole('grid', { name: 'Historial' }).getByRole('row').nth(5)).toContainText('Primera')
  await again.page.keyboard.press('Control+Shift+z')
  await expect(again.page.getByText('UNO', { exact: true })).toHaveCount(2)
})

test('a plan goes out to a file and comes back; a damaged file changes nothing and says so', async ({
  launch,
  dir,
}) => {
  const { app, page } = await launch()
  await createCampaign(page)
  const file = path.join(dir, 'plan.valles')
  await stubDialogs(app, { save: file, open: [file] })
  await page.keyboard.press('Control+Shift+s')
  await expect(page.getByText('Plan exportado: plan.valles')).toBeVisible()
  await page.keyboard.press('Control+1')
  const plans = page.getByRole('list', { name: 'Biblioteca' }).getByRole('listitem')
  await page.keyboard.press('Control+o')
  await expect(page.getByRole('banner')).toContainText('(importado)')
  await page.keyboard.press('Control+1')
  await expect(plans).toHaveCount(2)

  const bytes = readFileSync(file)
  const cases: [Buffer, RegExp][] = [
    [bytes.subarray(0, bytes.length - 2_000), /incompleto: trae \d+ de \d+ registros/],
    [Buffer.from(bytes.toString('utf8').replace('Reconocimiento', 'Reconocimienta')), /suma de control/],
    [Buffer.from(bytes.toString('utf8').replace(/"version":\d+/, '"version":99')), /formato 99, más nuevo/],
    [Buffer.from('PK no es un plan'), /no es un plan de Valles/],
  ]
  for (const [damaged, sentence] of cases) {
    writeFileSync(file, damaged)
    await page.keyboard.press('Control+o')
    const notice = page.getByRole('alertdialog').filter({ hasText: sentence })
    await expect(notice).toContainText('No se importó nada')
    await notice.getByRole('button', { name: 'Cerrar' }).click()
    await expect(plans).toHaveCount(2)
  }
})

test('a backup is written, listed and restored as a plan of its own', async ({ launch }) => {
  const { page } = await launch()
  await createCampaign(page)
  await page.keyboard.press('Control+9')
  await page.getByRole('button', { name: 'Respaldar ahora' }).click()
  const backups = page.getByRole('list', { name: 'Respaldos' }).getByRole('listitem')
  await expect(backups).toHaveCount(1)
  await backups.getByRole('button', { name: 'Recuperar como plan nuevo' }).click()
  await expect(page.getByRole('banner')).toContainText('(importado)')
})

test('a second window follows, read only, and may write when the first has gone', async ({ web }) => {
  const { context, page } = await web.open()
  await createCampaign(page)
  const second = await context.newPage()
  await second.goto(web.url)
  await second
    .getByRole('button', { name: /VRAEM-2023/ })
    .first()
    .click()
  await expect(second.getByText('Otra ventana escribe este plan', { exact: false }).first()).toBeVisible()
  await page.keyboard.press('Control+9')
  const marking = page.getByRole('textbox', { name: 'Clasificación' })
  await marking.fill('SEGUIDO')
  await marking.press('Enter')
  await expect(second.getByText('SEGUIDO', { exact: true })).toHaveCount(2)
  await page.close()
  await second.getByRole('button', { name: 'Escribir aquí' }).click()
  await second.keyboard.press('Control+9')
  await expect(second.getByRole('textbox', { name: 'Clasificación' })).toBeEnabled()
})

test('a blank plan gets objectives, places, legal bases, capabilities and mission types of its own', async ({
  launch,
}) => {
  const { page } = await launch()
  await page.getByRole('button', { name: 'Crear plan en blanco' }).first().click()
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  const add = async (section: string, button: string): Promise<void> => {
    await page.getByRole('banner').getByRole('button', { name: 'Hoja del plan' }).click()
    const heading = inspector.getByRole('button', { name: section })
    if ((await heading.getAttribute('aria-expanded')) === 'false') await heading.click()
    await inspector.getByRole('button', { name: button }).click()
  }
  await add('Objetivos', 'Agregar objetivo')
  await expect(inspector.getByRole('heading', { name: 'OBJ-1 Objetivo 1' })).toBeVisible()
  await add('Lugares', 'Agregar lugar')
  await expect(inspector.getByRole('heading', { name: 'Lugar 1' })).toBeVisible()
  await add('Bases legales', 'Agregar base legal')
  await expect(inspector.getByRole('heading', { name: 'Base legal 1' })).toBeVisible()
  await add('Catálogo de capacidades', 'Agregar capacidad')
  await add('Tipos de misión', 'Agregar tipo de misión')
  await expect(inspector.getByRole('heading', { name: 'T-19 Tipo de misión 19' })).toBeVisible()
  await inspector.getByRole('checkbox', { name: 'Aéreo' }).press(' ')
  await inspector.getByRole('checkbox', { name: 'Inserción' }).first().press(' ')
  await saved(page, 7)
  expect(await axe(page)).toEqual([])
  for (let revision = 8; revision <= 14; revision += 1) {
    await page.keyboard.press('Control+z')
    await saved(page, revision)
  }
  await page.getByRole('banner').getByRole('button', { name: 'Hoja del plan' }).click()
  await expect(inspector.getByRole('button', { name: 'Agregar objetivo' })).toBeVisible()
  await expect(inspector.getByRole('button', { name: 'OBJ-1 Objetivo 1' })).toHaveCount(0)
})

for (const place of [
  'Biblioteca',
  'Fuerzas',
  'Matriz',
  'Misiones',
  'Verificación',
  'Asignación',
  'Historial',
  'Ajustes',
] as const) {
  test(`${place}: no accessibility violation, in every theme, in both languages`, async ({ launch }) => {
    const { page } = await launch()
    await page.evaluate(() => document.fonts.ready)
    await createCampaign(page)
    await page.getByRole('navigation').getByRole('button', { name: place }).click()
    await expect(page.getByRole('main', { name: place })).toBeVisible()
    for (const theme of ['light', 'dark', 'night']) {
      await page.evaluate((name) => {
        document.documentElement.dataset['theme'] = name
      }, theme)
      expect(await axe(page), `${place}, ${theme}`).toEqual([])
    }
    await page.getByRole('button', { name: 'Cambiar a inglés' }).click()
    await expect(page.getByRole('main', { name: place })).toHaveCount(0)
    expect(await axe(page), `${place}, in English`).toEqual([])
  })
}
