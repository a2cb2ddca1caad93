import type { Locator, Page } from '@playwright/test'
import { axe, expect, test } from './fixture.ts'

/** The revision that the status bar says is on disk. */
const revision = async (page: Page): Promise<number> => {
  const text = await page.locator('[data-save="saved"]').innerText()
  return Number(/(\d[\d\s.,]*)$/.exec(text.trim())?.[1]?.replaceAll(/\D/g, ''))
}

const bar = (page: Page, code: string, unit: string): Locator =>
  page.getByRole('gridcell', { name: new RegExp(`^${code} .*, ${unit},`) })

const center = async (target: Locator): Promise<{ x: number; y: number; width: number; height: number }> => {
  const box = await target.boundingBox()
  if (box === null) throw new Error('not on the page')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width, height: box.height }
}

const drag = async (page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> => {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
}

/** Chooses a mission in the palette, which brings it into sight on the matrix. */
const show = async (page: Page, code: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('searchbox').fill(code)
  await page.getByRole('option', { name: new RegExp(`^${code} `) }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

const open = async (page: Page): Promise<void> => {
  await page.setViewportSize({ width: 1600, height: 1000 })
  await page.getByRole('button', { name: /Campaña 2023/ }).click()
  await expect(page.getByRole('treegrid', { name: 'Matriz de sincronización' })).toBeVisible()
  await page.getByRole('button', { name: 'Año' }).click()
  await page.locator('[role^="menuitem"]', { hasText: /^Mes$/ }).click()
  await show(page, 'M-007')
}

/** One change on disk, and one step back undoes all of it. */
const expectOneStep = async (page: Page, before: number, restored: () => Promise<void>): Promise<void> => {
  await expect.poll(() => revision(page)).toBe(before + 1)
  await page.keyboard.press('Control+z')
  await restored()
  await expect.poll(() => revision(page)).toBe(before + 2)
}

test('a bar dragged two days earlier says that its insertion no longer fits, and one click mends it', async ({
  web,
}) => {
  const { page } = await web.open()
  await open(page)
  const m7 = bar(page, 'M-007', 'GREC 1')
  await expect(m7).toHaveAccessibleName(/D\+20 230600R ENE 23 a 260600R ENE 23/)
  const at = await center(m7)
  const day = at.width / 3
  const before = await revision(page)
  await drag(page, at, { x: at.x - 2 * day, y: at.y })
  await expect(page.getByText('M-007 210600R ENE 23')).toBeVisible()
  await page.mouse.up()
  await expect(m7).toHaveAccessibleName(/D\+18 210600R.* \d errores?$/)
  await expect.poll(() => revision(page)).toBe(before + 1)
  const notice = page.getByRole('region', { name: 'Lo que no encaja en M-007' })
  await expect(notice).toContainText('M-006')
  await notice.getByRole('button', { name: /Mover M-006/ }).click()
  await expect(bar(page, 'M-006', 'Dest AR A')).toHaveAccessibleName(/ 21\d{4}R ENE 23 a 21/)
  await page.getByRole('treegrid').focus()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(m7).toHaveAccessibleName(/D\+20 230600R ENE 23.*Nocional$/)
})

test('Escape while dragging leaves nothing behind', async ({ web }) => {
  const { page } = await web.open()
  await open(page)
  const m7 = bar(page, 'M-007', 'GREC 1')
  const name = await m7.getAttribute('aria-label')
  const before = await revision(page)
  const at = await center(m7)
  await drag(page, at, { x: at.x + 200, y: at.y })
  await expect(page.locator('.matrix-hand-bar').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.matrix-hand-bar')).toHaveCount(0)
  await page.mouse.up()
  await expect(m7).toHaveAccessibleName(name ?? '')
  expect(await revision(page)).toBe(before)
})

test('an end is stretched and a bar is handed to another unit, each in one step', async ({ web }) => {
  const { page } = await web.open()
  await open(page)
  const m7 = bar(page, 'M-007', 'GREC 1')
  const at = await center(m7)
  const end = { x: at.x + at.width / 2 - 3, y: at.y - 6 }
  let before = await revision(page)
  await drag(page, end, { x: end.x + at.width / 3, y: end.y })
  await page.mouse.up()
  await expect(m7).toHaveAccessibleName(/230600R ENE 23 a 270600R ENE 23/)
  await expectOneStep(page, before, () => expect(m7).toHaveAccessibleName(/a 260600R ENE 23/))

  before = await revision(page)
  const grec2 = await center(page.locator('.matrix-head', { hasText: 'GREC 2' }))
  await drag(page, at, { x: at.x, y: grec2.y })
  await page.mouse.up()
  await expect(bar(page, 'M-007', 'GREC 2')).toBeVisible()
  await expect(m7).toHaveCount(0)
  await expectOneStep(page, before, () => expect(m7).toBeVisible())
})

test('two bars are linked by their handle, with kind and lag', async ({ web }) => {
  const { page } = await web.open()
  await open(page)
  const m7 = bar(page, 'M-007', 'GREC 1')
  await m7.click()
  const from = await center(m7.locator('[data-link]'))
  const to = await center(bar(page, 'M-008', 'Dest AR B'))
  const before = await revision(page)
  await drag(page, from, to)
  await page.mouse.up()
  const form = page.getByRole('dialog', { name: 'Vincular M-007 con M-008' })
  await expect(form).toBeVisible()
  await form
    .getByRole('button', { name: 'Inicio a inicio' })
    .or(form.getByRole('button', { name: /Clase de vínculo/ }))
    .click()
  await page.getByRole('option', { name: 'Inicio a inicio' }).click()
  await form.getByRole('button', { name: 'Vincular', exact: true }).click()
  const link = page.locator('.matrix-links g[data-kind="start-start"][data-link-from="mission:m-007"]')
  await expect(link).toHaveCount(1)
  await expectOneStep(page, before, () => expect(link).toHaveCount(0))
})

test('a mission is dragged from the tray onto a row: assigned and scheduled in one step', async ({ web }) => {
  const { page } = await web.open()
  await open(page)
  const item = page.getByRole('option', { name: /M-116/ })
  const row = await center(page.locator('.matrix-head', { hasText: 'GREC 3' }))
  const before = await revision(page)
  await drag(page, await center(item), { x: 900, y: row.y })
  await page.mouse.up()
  await expect(bar(page, 'M-116', 'GREC 3')).toBeVisible()
  await expect(item).toHaveCount(0)
  await expectOneStep(page, before, () => expect(item).toBeVisible())
})

test('everything by keyboard: walk, move, stretch, hand over, link, take off', async ({ web }) => {
  const { page } = await web.open()
  await open(page)
  const grid = page.getByRole('treegrid')
  const said = page.locator('.matrix output')
  await grid.focus()
  const m7 = bar(page, 'M-007', 'GREC 1')
  const id = await m7.getAttribute('id')
  await expect(grid).toHaveAttribute('aria-activedescendant', id ?? '')

  let before = await revision(page)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(m7).toHaveAccessibleName(/D\+19 220600R/)
  await expect(said).toHaveText(/M-007 movida a D\+19/)
  await expectOneStep(page, before, () => expect(m7).toHaveAccessibleName(/D\+20 230600R/))

  before = await revision(page)
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await expect(m7).toHaveAccessibleName(/a 270600R ENE 23/)
  await expectOneStep(page, before, () => expect(m7).toHaveAccessibleName(/a 260600R ENE 23/))

  before = await revision(page)
  await page.keyboard.press('Alt+ArrowDown')
  await expect(bar(page, 'M-007', 'GREC 2')).toBeVisible()
  await expect(said).toHaveText('M-007 asignada a GREC 2')
  await expectOneStep(page, before, () => expect(m7).toBeVisible())

  before = await revision(page)
  await page.keyboard.press('l')
  await expect(said).toHaveText(/Vincular M-007/)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Vincular', exact: true }).press('Enter')
  await expect(said).toHaveText(/M-007 vinculada con M-/)
  await expect(grid).toBeFocused()
  const link = page.locator('.matrix-links g[data-kind="finish-start"][data-link-from="mission:m-007"]')
  await expectOneStep(page, before, () => expect(link).toHaveCount(0))

  await show(page, 'M-007')
  await grid.focus()
  before = await revision(page)
  await page.keyboard.press('Backspace')
  await expect(m7).toHaveCount(0)
  await expect(said).toHaveText('Unidad quitada de M-007')
  await expectOneStep(page, before, () => expect(m7).toHaveCount(1))
})

test('a mission is added at the chosen time on the active row, and moved by its dialog', async ({ web }) => {
  const { page } = await web.open()
  await open(page)
  const grid = page.getByRole('treegrid')
  await grid.focus()
  const before = await revision(page)
  await page.keyboard.press('n')
  await page.getByRole('dialog').getByLabel('Título').fill('Reserva en base')
  await page.getByRole('dialog').getByRole('button', { name: 'Agregar', exact: true }).click()
  const added = bar(page, 'M-121', 'GREC 1')
  await expect(added).toHaveAccessibleName(/^M-121 Reserva en base, GREC 1, D 030600R ENE 23/)
  await expect.poll(() => revision(page)).toBe(before + 1)

  await grid.focus()
  await page.keyboard.press('m')
  const start = page.getByRole('dialog').getByLabel('Inicio')
  await start.fill('D+2 H+3')
  await start.press('Tab')
  await page.getByRole('dialog').getByRole('button', { name: 'Mover', exact: true }).click()
  await expect(added).toHaveAccessibleName(/D\+2 050900R ENE 23/)
})

test('zooms at the pointer, by keys, by level and to the horizon; the filter keeps the unit asked for', async ({
  web,
}) => {
  const { page } = await web.open()
  await open(page)
  const m7 = bar(page, 'M-007', 'GREC 1')
  const at = await center(m7)
  await page.mouse.move(at.x - at.width / 2, at.y)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -100)
  await page.keyboard.up('Control')
  await expect.poll(async () => (await center(m7)).width).toBeGreaterThan(at.width * 1.3)
  const zoomed = await center(m7)
  expect(Math.abs(zoomed.x - zoomed.width / 2 - (at.x - at.width / 2))).toBeLessThan(3)

  await page.getByRole('treegrid').focus()
  await page.keyboard.press('-')
  await expect.poll(async () => (await center(m7)).width).toBeLessThan(zoomed.width)
  await page.getByRole('button', { name: 'Ajustar al horizonte' }).click()
  await expect(page.getByRole('button', { name: 'Año' })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Filtrar unidades' }).fill('grec 3')
  await expect(page.locator('.matrix-head')).toHaveText([/fuerzas especiales/, /Cont FE/, /GREC 3/])
})

test('prints the time in sight with its rows, under the marking, in black on white', async ({ web }) => {
  const { page } = await web.open()
  await open(page)
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  const sheet = page.locator('.matrix-print')
  await expect(sheet).toBeVisible()
  await expect(page.locator('#root')).toBeHidden()
  await expect(sheet.locator('thead')).toContainText('EJERCICIO // DATOS NOCIONALES')
  await expect(sheet.locator('tr', { hasText: 'GREC 1' })).toContainText('M-007 Reconocimiento especial en Llochegua')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await expect(sheet).toHaveCount(0)
  await expect(bar(page, 'M-007', 'GREC 1')).toBeVisible()
})

test('has no accessibility findings of its own', async ({ web }) => {
  const { page } = await web.open()
  await open(page)
  expect(await axe(page, '.matrix')).toEqual([])
})
