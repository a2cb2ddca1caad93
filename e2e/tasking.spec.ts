import type { Locator, Page } from '@playwright/test'
import { axe, expect, test } from './fixture.ts'

/** Missions of the sample campaign that have neither time nor units, as its notes say. */
const OPEN = ['M-115', 'M-116', 'M-117', 'M-118', 'M-119', 'M-120']

/** Errors planted in the sample campaign; one of them is that M-050 has too little. */
const ERRORS = 16

const openTasking = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Crear desde Campaña 2023' }).first().click()
  await expect(page.getByRole('banner')).toContainText('VRAEM-2023')
  await page.keyboard.press('Control+7')
  for (const code of OPEN) await expect(row(asked(page), code)).toContainText('hora, unidades')
}

const asked = (page: Page): Locator => page.getByRole('grid', { name: 'Misiones por las que se pregunta' })
const changes = (page: Page): Locator => page.getByRole('grid', { name: 'Cambios' })
const row = (grid: Locator, code: string): Locator => grid.getByRole('row', { name: new RegExp(code) })
const box = (page: Page, code: string): Locator => changes(page).getByRole('checkbox', { name: `Tomar ${code}` })
const detail = (page: Page): Locator => page.getByRole('region', { name: 'Cambio elegido' })
const errorsIn = (page: Page): Promise<number> =>
  page
    .getByRole('banner')
    .getByRole('button', { name: /err/ })
    .innerText()
    .then((text) => Number(/\d+/.exec(text)?.[0]))

/** Two seconds are enough for seven missions. */
const shorten = async (page: Page): Promise<void> => {
  const seconds = page.getByRole('textbox', { name: 'Tiempo', exact: true })
  await seconds.fill('2')
  await seconds.press('Enter')
}

const untilDone = async (page: Page): Promise<void> => {
  await expect(page.getByRole('button', { name: 'Proponer', exact: true })).toBeVisible({ timeout: 20_000 })
}

test('missions without time get one, with reasons; taken in part, undone and done again', async ({ launch }) => {
  const { page } = await launch()
  await openTasking(page)
  await expect.poll(() => errorsIn(page)).toBe(ERRORS)
  await expect(row(asked(page), 'M-050')).toContainText('capacidades')
  await shorten(page)
  await page.getByRole('button', { name: 'Proponer', exact: true }).click()
  for (const code of OPEN) await expect(row(changes(page), code)).toContainText('Sin programar')
  await untilDone(page)
  await expect(page.getByText(/\d+ rondas?/)).toBeVisible()

  // Why then, why these; the mission is the one that the sheet shows.
  await row(changes(page), 'M-116').getByText('Reconocimiento').click()
  await expect(detail(page).getByRole('list', { name: 'Quién' }).getByRole('listitem').first()).toContainText(
    /libres? de|única|cercana|trabajo/,
  )
  await expect(detail(page).getByRole('list', { name: 'Solo se toma con' })).toContainText('M-115')
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('M-116')
  expect(await axe(page)).toEqual([])

  // A mission does not go without its insertion.
  await expect(box(page, 'M-116')).toBeChecked()
  await box(page, 'M-115').uncheck()
  await expect(box(page, 'M-116')).not.toBeChecked()
  await expect(page.getByText(/^Sin M-115 se dejan? también .*M-116/)).toBeVisible()
  await page.getByRole('button', { name: /^Tomar elegidos/ }).click()
  await expect(page.getByText(/^Se tomaron \d cambios: .*M-118/)).toBeVisible()
  // Nothing that was taken is an error, and what M-050 lacked is there.
  await expect.poll(() => errorsIn(page)).toBe(ERRORS - 1)
  await expect(page.getByText('Guardado · rev 1', { exact: true })).toBeVisible()

  // What was left is proposed again for the plan as it is now.
  await expect(row(changes(page), 'M-115')).toBeVisible()
  await expect(row(changes(page), 'M-118')).toHaveCount(0)
  await untilDone(page)

  await page.keyboard.press('Control+z')
  await expect(page.getByText('Guardado · rev 2', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Descartar' }).click()
  await expect(row(asked(page), 'M-118')).toContainText('hora, unidades')
  await page.keyboard.press('Control+Shift+z')
  await expect(row(asked(page), 'M-118')).toHaveCount(0)
  await expect(row(asked(page), 'M-115')).toBeVisible()
})

test('a mission that fits nowhere says what stands in the way and what would free it', async ({ launch }) => {
  const { page } = await launch()
  await openTasking(page)
  await shorten(page)
  await row(asked(page), 'M-119').click()
  const sheet = page.getByRole('complementary', { name: 'Inspector' })
  await expect(sheet).toContainText('M-119')
  // It lasts five days, and has to end two days after it may begin.
  const latest = sheet.getByRole('textbox', { name: 'No después de' })
  await latest.fill('D+308')
  await latest.press('Enter')
  await page.getByRole('button', { name: 'Proponer', exact: true }).click()
  await expect(page.getByRole('tab', { name: /Sin lugar/ })).toContainText('1')
  await untilDone(page)
  await page.getByRole('tab', { name: /Sin lugar/ }).click()
  const unplaced = page.getByRole('grid', { name: 'Sin lugar' })
  await expect(row(unplaced, 'M-119')).toContainText('no después de')
  await row(unplaced, 'M-119').click()
  const why = page.getByRole('region', { name: 'Misión sin lugar' })
  await expect(why.getByRole('list', { name: 'Qué la liberaría' })).toContainText(/Cabría si .*«no después de»/)
  expect(await axe(page)).toEqual([])
})

test('by keyboard alone: ask, look, leave one, take the rest', async ({ launch }) => {
  const { page } = await launch()
  await page.getByRole('button', { name: 'Crear desde Campaña 2023' }).first().click()
  await expect(page.getByRole('banner')).toContainText('VRAEM-2023')
  await page.keyboard.press('Control+7')
  await expect(row(asked(page), 'M-115')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(row(changes(page), 'M-118')).toBeVisible()
  await page.keyboard.press('Control+.')
  await untilDone(page)
  for (let tabs = 0; tabs < 60; tabs += 1) {
    if (await changes(page).evaluate((grid) => grid === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(changes(page)).toBeFocused()
  const all = await changes(page).getByRole('checkbox').count()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  const last = changes(page).locator('[aria-selected=true]')
  await expect(last.getByRole('checkbox')).toBeChecked()
  await page.keyboard.press('Space')
  await expect(last.getByRole('checkbox')).not.toBeChecked()
  await page.keyboard.press('Enter')
  await expect(detail(page).getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Control+Shift+Enter')
  await expect(page.getByText(/^Se (tomó|tomaron)/)).toBeVisible()
  await expect(page.getByText('Guardado · rev 1', { exact: true })).toBeVisible()
  expect(all).toBeGreaterThanOrEqual(OPEN.length)
})

test('missions are chosen elsewhere, fixed, and asked about', async ({ launch }) => {
  const { page } = await launch()
  await page.getByRole('button', { name: 'Crear desde Campaña 2023' }).first().click()
  await expect(page.getByRole('banner')).toContainText('VRAEM-2023')
  await page.keyboard.press('Control+5')
  const list = page.getByRole('grid', { name: 'Lista de misiones' })
  await list.getByRole('row', { name: /M-002/ }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Fijar o soltar la hora en la propuesta' }).click()
  await expect(page.getByText('La hora de M-002 queda fija en las propuestas.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('main', { name: 'Asignación' })).toBeVisible()
  await expect(asked(page).getByRole('row')).toHaveCount(2)
  await expect(page.getByRole('list', { name: 'Fijado por usted (1)' })).toContainText('M-002')
  await page.getByRole('button', { name: 'Soltar la hora' }).click()
  await expect(page.getByText('Fijado por usted (0)')).toBeVisible()

  // Goals are put in order and left out.
  const goals = page.getByRole('grid', { name: /^Metas/ })
  await goals.getByRole('button', { name: 'Bajar «Terminar antes»' }).click()
  await expect(goals.getByRole('row').first()).toContainText('Menos demora')
  await expect(goals.getByRole('button', { name: 'Bajar «Terminar antes»' })).toBeFocused()
  await expect(page.getByText('Terminar antes: lugar 2 de 5')).toBeAttached()
  await goals
    .getByRole('row', { name: /Terminar antes/ })
    .getByRole('checkbox')
    .setChecked(false, { force: true })
  await expect(goals.getByRole('row', { name: /Terminar antes/ }).getByRole('checkbox')).not.toBeChecked()
})

test('who follows a plan may ask and look, not take', async ({ web }) => {
  const { context, page } = await web.open()
  await page.getByRole('button', { name: 'Crear desde Campaña 2023' }).first().click()
  await expect(page.getByRole('banner')).toContainText('VRAEM-2023')
  const second = await context.newPage()
  await second.goto(web.url)
  await second
    .getByRole('button', { name: /VRAEM-2023/ })
    .first()
    .click()
  await expect(second.getByText('Otra ventana escribe este plan', { exact: false }).first()).toBeVisible()
  await second.keyboard.press('Control+7')
  await shorten(second)
  await second.getByRole('button', { name: 'Proponer', exact: true }).click()
  await expect(row(changes(second), 'M-118')).toBeVisible()
  await expect(second.getByText('Solo lectura: aquí se puede proponer y mirar, no tomar.')).toBeVisible()
  await expect(second.getByRole('button', { name: 'Tomar todo' })).toBeDisabled()
})

test('a plan without missions or units says what to do', async ({ launch }) => {
  const { page } = await launch()
  await page.getByRole('button', { name: 'Crear plan en blanco' }).first().click()
  await expect(page.getByText('este plan aún no tiene unidades', { exact: false })).toBeVisible()
  await page.getByRole('navigation').getByRole('button', { name: 'Asignación' }).click()
  await expect(page.getByText('El plan aún no tiene misiones.', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Ir a Misiones' }).click()
  await expect(page.getByRole('main', { name: 'Misiones' })).toBeVisible()
})
