import type { Locator, Page } from '@playwright/test'
import { axe, expect, test } from './fixture.ts'

const openMap = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Crear desde Campaña 2023' }).first().click()
  await expect(page.getByRole('banner')).toContainText('VRAEM-2023')
  await page.getByRole('button', { name: 'Mapa', exact: true }).click()
  await expect(center(page)).toContainText('18L')
}

const map = (page: Page): Locator => page.getByRole('application', { name: 'Mapa' })
const search = (page: Page): Locator => page.getByRole('combobox', { name: 'Lugar o coordenadas', exact: true })
const center = (page: Page): Locator => page.locator('.pointer-coordinates')
const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' })
const measurement = (page: Page): Locator => page.getByRole('region', { name: 'Medición' })

/** Looks for a text as a person does, and takes the first that is offered. */
const find = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('Control+f')
  await expect(search(page)).toBeFocused()
  await page.keyboard.type(text)
  await expect(page.getByRole('listbox', { name: 'Lugar o coordenadas' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(map(page)).toBeFocused()
}

/** Finds a record in the palette, which selects it. */
const palette = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('searchbox').fill(text)
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(text)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
}

test('finds places without their accents, and a town of the base map becomes a place of the plan', async ({
  launch,
}) => {
  const { page } = await launch()
  await openMap(page)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('PICHARI')
  const first = page.getByRole('option').first()
  await expect(first).toContainText('Pichari')
  await expect(first).toContainText('Distrito')
  await page.keyboard.press('Escape')

  await find(page, 'machupicchu')
  const card = page.getByRole('region', { name: 'Lugar encontrado' })
  await expect(card).toContainText('Poblado')
  expect(await axe(page)).toEqual([])
  await card.getByRole('button', { name: 'Añadir al plan' }).click()
  await expect(card).toBeHidden()
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText('Machupicchu')
  await expect(inspector(page).getByRole('combobox', { name: 'Posición' })).toHaveValue(/^18L [A-Z]{2} \d{5} \d{5}$/)

  await palette(page, 'Machupicchu')
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText('Machupicchu')
})

test('coordinates in every writing lead to the same spot, and what cannot be read says why', async ({ launch }) => {
  const { page } = await launch()
  await openMap(page)
  for (const text of [
    '18lxm 30393 17860',
    '12°30’00" S, 73°48’00" O',
    '-12,5 -73,8',
    '18S 630393mE 8617860mN',
    '123000S 0734800W',
  ]) {
    await find(page, 'huancayo')
    await expect(center(page)).not.toContainText('XM 30393')
    await find(page, text)
    await expect(center(page)).toContainText(/18L XM 3039[23] 178(59|60)/)
  }
  await page.keyboard.press('Control+f')
  await page.keyboard.type('18L XM 30393')
  await expect(page.getByText('MGRS lleva la misma cantidad de cifras')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(search(page)).toHaveValue('')

  await page.getByRole('button', { name: 'Ajustes' }).click()
  await page.getByRole('button', { name: /Coordenadas en/ }).click()
  await page.getByRole('option', { name: /Grados decimales/ }).click()
  await page.getByRole('button', { name: 'Mapa', exact: true }).click()
  await expect(center(page)).toContainText('12.50000° S 73.80000° O')
})

test('measures a known way, by the keyboard alone, closes an area and lets go of it', async ({ launch }) => {
  const { page } = await launch()
  await openMap(page)
  await find(page, '-12.5 -73.8')
  await page.keyboard.press('Alt+m')
  const point = measurement(page).getByRole('combobox')
  for (const text of ['-12.5 -73.8', '-12.5 -73.7', '-12.6 -73.7', '-12.6 -73.8']) {
    await point.fill(text)
    await point.press('Enter')
  }
  // By GeographicLib: 10 869.8 m, 11 062.5 m and 10 865.8 m.
  const rows = measurement(page).getByRole('row')
  await expect(rows.nth(1)).toContainText('10.87 km')
  await expect(rows.nth(2)).toContainText('11.06 km')
  await expect(rows.nth(2)).toContainText('180.0°')
  await expect(rows.nth(3)).toContainText('10.87 km')
  await expect(measurement(page)).toContainText('32.8 km')
  await expect(measurement(page)).toContainText('WMM-2020')
  await measurement(page).getByRole('radio', { name: 'Milésimas' }).click({ force: true })
  await expect(rows.nth(2)).toContainText('3200 mils')
  expect(await axe(page)).toEqual([])

  await point.fill('-12.5 -73.8')
  await point.press('Enter')
  await expect(measurement(page)).toContainText('120.23 km²')

  await map(page).focus()
  await page.keyboard.press('Escape')
  await expect(rows).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(measurement(page)).toBeHidden()
  await expect(map(page)).toHaveAttribute('data-mode', 'choose')
})

test('measures from one record to another', async ({ launch }) => {
  const { page } = await launch()
  await openMap(page)
  await find(page, 'aerodromo de pichari')
  await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText('Aeródromo de Pichari')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('searchbox').fill('medir desde')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const point = measurement(page).getByRole('combobox')
  await point.fill('palmapampa')
  await point.press('Enter')
  await expect(measurement(page).getByRole('row')).toHaveCount(2)
  await expect(measurement(page)).toContainText(/Total\s*\d+\.\d+ km/)
})

test('sets a mission’s place on the map and by coordinates, with the mouse and without', async ({ launch }) => {
  const { page } = await launch()
  await openMap(page)
  await page.getByRole('button', { name: 'Misiones', exact: true }).click()
  await palette(page, 'M-002')
  const place = inspector(page).getByRole('combobox', { name: 'lugar 1 de M-002' })
  await expect(place).toHaveValue('Puesto fluvial nocional 1')

  // By coordinates, and taken back in one step.
  await place.fill('18L XM 30393 17860')
  await place.press('Enter')
  await expect(place).toHaveValue('18L XM 30393 17860')
  await page.getByRole('button', { name: /^Deshacer/ }).click()
  await expect(place).toHaveValue('Puesto fluvial nocional 1')

  // On the map by keys: the crosshair begins in the middle.
  const onMap = inspector(page).getByRole('button', { name: 'Elegir en el mapa: lugar 1 de M-002' })
  await onMap.press('Enter')
  await expect(page.getByRole('region', { name: 'Elegir en el mapa' })).toContainText('lugar 1 de M-002')
  await expect(map(page)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: 'Lista de misiones' })).toBeVisible()
  await expect(place).toHaveValue(/^18L [A-Z]{2} \d{5} \d{5}$/)
  await expect(onMap).toBeFocused()
  const chosen = await place.inputValue()

  // Escape changes nothing and leads back all the same.
  await onMap.press('Enter')
  await expect(page.getByRole('region', { name: 'Elegir en el mapa' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid', { name: 'Lista de misiones' })).toBeVisible()
  await expect(place).toHaveValue(chosen)

  // An area drawn by the mouse is one more place, and one step.
  await inspector(page).getByRole('button', { name: 'Dibujar un área', exact: true }).click()
  const box = await map(page).boundingBox()
  if (box === null) throw new Error('no map on screen')
  for (const [x, y] of [
    [0.2, 0.5],
    [0.3, 0.5],
    [0.3, 0.7],
  ] as const) {
    await page.mouse.click(box.x + box.width * x, box.y + box.height * y)
    await page.waitForTimeout(400)
  }
  await page.getByRole('button', { name: 'Terminar' }).click()
  await expect(inspector(page).getByRole('combobox', { name: /^punto \d del lugar 2 de M-002$/ })).toHaveCount(3)
  await page.getByRole('button', { name: /^Deshacer/ }).click()
  await expect(inspector(page).getByRole('combobox', { name: /^punto \d del lugar 2/ })).toHaveCount(0)

  // What cannot be read stays in sight with the reason, and changes nothing.
  await place.fill('nada de eso')
  await place.press('Tab')
  await expect(inspector(page)).toContainText('Elija un lugar de la lista o escriba coordenadas')
  expect(await axe(page)).toEqual([])
})

test('a unit’s home is set by a name of the base map, which the plan then has', async ({ launch }) => {
  const { page } = await launch()
  await openMap(page)
  await palette(page, 'Rec/33')
  const home = inspector(page).getByRole('combobox', { name: 'Sede' })
  await home.fill('abancay')
  await page
    .getByRole('option', { name: /Abancay/ })
    .first()
    .click()
  await expect(home).toHaveValue('Abancay')
  await page.getByRole('button', { name: /^Deshacer/ }).click()
  await expect(home).not.toHaveValue('Abancay')
  await palette(page, 'Abancay')
  await expect(page.getByRole('region', { name: 'Lugar encontrado' })).toContainText('Abancay')
})

test('the grid lies over the map', async ({ launch }) => {
  const { page } = await launch()
  await openMap(page)
  const toggle = page.getByRole('button', { name: 'Cuadrícula MGRS' })
  await map(page).focus()
  await page.keyboard.press('Alt+g')
  await expect(toggle).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Alt+g')
  await expect(toggle).toHaveAttribute('aria-pressed', 'false')
})
