import type { Locator, Page } from '@playwright/test'
import { axe, expect, test } from './fixture.ts'

const sheetOf = (page: Page): Locator => page.getByRole('application', { name: 'Mapa' })

const untilDrawn = (page: Page): Promise<void> => expect(sheetOf(page)).toHaveAttribute('data-drawn', /[1-9]/)

const openMap = async (page: Page): Promise<void> => {
  await page.setViewportSize({ width: 1600, height: 1000 })
  await page
    .getByRole('button', { name: /Campaña 2023/ })
    .first()
    .click()
  await expect(page.getByRole('treegrid', { name: 'Matriz de sincronización' })).toBeVisible()
  await page.getByRole('navigation').getByRole('button', { name: 'Mapa', exact: true }).click()
  await untilDrawn(page)
}

const setTheme = async (page: Page, theme: 'light' | 'dark' | 'night'): Promise<void> => {
  await page.evaluate((name) => {
    document.documentElement.dataset['theme'] = name
  }, theme)
  await page.waitForTimeout(100)
  await untilDrawn(page)
}

/** Chooses a record, or an action, in the palette. */
const palette = async (page: Page, words: string, option: RegExp): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('searchbox').fill(words)
  await page.getByRole('option', { name: option }).first().click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

interface Seen {
  /** Pixels within a few steps of a colour. */
  readonly near: Readonly<Record<string, number>>
  /** The most that green or blue reach above a third of red. */
  readonly unred: number
  readonly pixels: number
}

/** What the map's canvases show on one another, in a box around the middle (all, if no reach is given). */
const look = (page: Page, colours: Readonly<Record<string, string>>, reach = 10_000): Promise<Seen> =>
  sheetOf(page).evaluate(
    (sheet, { wanted, far }) => {
      const { width, height } = sheet.getBoundingClientRect()
      const canvas = new OffscreenCanvas(Math.round(width), Math.round(height))
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('no canvas')
      for (const each of sheet.querySelectorAll('canvas')) context.drawImage(each, 0, 0, width, height)
      const left = Math.max(0, Math.round(width / 2 - far))
      const top = Math.max(0, Math.round(height / 2 - far))
      const image = context.getImageData(left, top, canvas.width - 2 * left, canvas.height - 2 * top)
      const targets = Object.entries(wanted).map(([name, hex]) => ({
        name,
        rgb: [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)),
      }))
      const near = Object.fromEntries(targets.map(({ name }) => [name, 0]))
      let unred = 0
      const { data } = image
      for (let i = 0; i < data.length; i += 4) {
        const pixel = [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0]
        unred = Math.max(unred, Math.max(pixel[1] ?? 0, pixel[2] ?? 0) - (pixel[0] ?? 0) / 3)
        for (const { name, rgb } of targets) {
          if (rgb.every((value, at) => Math.abs(value - (pixel[at] ?? 0)) <= 6)) near[name] = (near[name] ?? 0) + 1
        }
      }
      return { near, unred, pixels: data.length / 4 }
    },
    { wanted: colours, far: reach },
  )

const token = (page: Page, name: string): Promise<string> =>
  page.evaluate((key) => getComputedStyle(document.documentElement).getPropertyValue(key).trim(), name)

test('rivers, land and units are on the map, and what must be said of it stands below', async ({ web }) => {
  const { page } = await web.open()
  await openMap(page)
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme)
    const { near, pixels } = await look(page, {
      land: await token(page, '--map-land'),
      river: await token(page, '--map-river'),
      friend: await token(page, '--symbol-friend'),
    })
    expect.soft(near['land'], theme).toBeGreaterThan(pixels / 3)
    expect.soft(near['river'], theme).toBeGreaterThan(400)
    expect.soft(near['friend'], theme).toBeGreaterThan(400)
  }
  const foot = page.getByRole('main').getByText(/Cartografía de referencia 1:10 000 000/)
  await expect(foot).toHaveText(
    'Cartografía de referencia 1:10 000 000; errores de varios km; no usar para medir ni delimitar',
  )
  await expect(page.getByText(/GSHHG.*GeoNames.*OurAirports/)).toBeVisible()
})

test('a unit chosen elsewhere is shown in the middle of the map, under its symbol', async ({ web }) => {
  const { page } = await web.open()
  await openMap(page)
  await palette(page, 'GREC 1', /GREC 1/)
  await palette(page, 'Mostrar en el mapa', /Mostrar en el mapa/)
  await page.waitForTimeout(300)
  await untilDrawn(page)
  const colours = { friend: await token(page, '--symbol-friend'), ring: await token(page, '--map-selected') }
  const middle = await look(page, colours, 24)
  expect(middle.near['friend']).toBeGreaterThan(60)
  expect(middle.near['ring']).toBeGreaterThan(20)
})

test('at night no pixel of the map is anything but red', async ({ web }) => {
  const { page } = await web.open()
  await openMap(page)
  await setTheme(page, 'night')
  const { near, unred } = await look(page, { ink: await token(page, '--map-label') })
  expect(near['ink']).toBeGreaterThan(50)
  expect(unred).toBeLessThanOrEqual(8)
})

test('the map is used by keyboard alone: pan, zoom, go from object to object, choose, leave', async ({ web }) => {
  const { page } = await web.open()
  await openMap(page)
  const sheet = sheetOf(page)
  const scale = page.locator('.map-scale-ratio')
  const ring = page.locator('.map-active')
  await sheet.focus()
  const before = await scale.innerText()
  await page.keyboard.press('+')
  await expect(scale).not.toHaveText(before)
  await page.keyboard.press('Home')
  await expect(scale).toHaveText(before)

  await page.keyboard.press('n')
  await expect(ring).toBeVisible()
  const first = await page.getByRole('main').locator('output[aria-live]').first().innerText()
  expect(first).toMatch(/, 1 de \d+ en vista$/)
  await page.keyboard.press('n')
  await page.keyboard.press('n')
  await expect(page.getByRole('main').locator('output[aria-live]').first()).toHaveText(/, 3 de \d+ en vista$/)
  await page.keyboard.press('p')
  const said = await page.getByRole('main').locator('output[aria-live]').first().innerText()
  const at = await ring.boundingBox()
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await ring.boundingBox())?.x).toBeCloseTo((at?.x ?? 0) - 80, 0)

  const inspector = page.getByRole('complementary', { name: /Ficha|Inspector/ }).last()
  const plan = await inspector.getByRole('heading').first().innerText()
  await page.keyboard.press('Enter')
  await expect(inspector.getByRole('heading').first()).not.toHaveText(plan)
  expect(said.length).toBeGreaterThan(10)
  await page.keyboard.press('Escape')
  await expect(ring).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(inspector.getByRole('heading').first()).toHaveText(plan)
})

test('a cluster at a single spot lists what it holds, and any other parts when it is clicked', async ({ web }) => {
  const { page } = await web.open()
  await openMap(page)
  const scale = page.locator('.map-scale-ratio')
  const sheet = sheetOf(page)
  const popover = page.getByRole('dialog', { name: /objetos en este punto/ })
  const clickMiddle = async (): Promise<void> => {
    const box = await sheet.boundingBox()
    if (box === null) throw new Error('no map')
    await untilDrawn(page)
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  }
  await palette(page, 'Cía A/2', /Cía A\/2/)
  await palette(page, 'Mostrar en el mapa', /Mostrar en el mapa/)
  await sheet.focus()
  // A selected unit stands outside its cluster.
  await page.keyboard.press('Escape')
  await clickMiddle()
  await expect(popover).toHaveAttribute('aria-label', '5 objetos en este punto')
  await expect(popover.getByRole('row')).toHaveCount(6)
  await popover.getByRole('row', { name: /Cía B\/2/ }).click()
  await page.keyboard.press('Escape')
  await expect(popover).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Cía B/2' })).toBeVisible()

  await sheet.focus()
  await page.keyboard.press('Escape')
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press('-')
    await page.waitForTimeout(200)
  }
  const before = await scale.innerText()
  await clickMiddle()
  await expect(scale).not.toHaveText(before)
  await expect(popover).toHaveCount(0)
})

test('what is in view is listed, found without accents, and chosen from the list', async ({ web }) => {
  const { page } = await web.open()
  await openMap(page)
  await page.getByRole('button', { name: 'En vista', exact: true }).click()
  const list = page.getByRole('treegrid', { name: 'En vista' })
  await expect(list.getByText('Unidades')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Filtrar lo que está en vista' }).fill('cia a/2')
  const row = list.getByRole('row').filter({ hasText: 'Cía A/2' }).first()
  await row.click()
  await expect(row).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('button', { name: 'Cerrar el panel' }).click()
  await expect(list).toHaveCount(0)
})

test('matrix and map stand together, share the selection, and the map stays where it was left', async ({ web }) => {
  const { page } = await web.open()
  await openMap(page)
  const scale = page.locator('.map-scale-ratio')
  await sheetOf(page).focus()
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  await page.waitForTimeout(400)
  await page.getByRole('button', { name: 'Matriz y mapa a la vez' }).click()
  await expect(page.getByRole('treegrid', { name: 'Matriz de sincronización' })).toBeVisible()
  await untilDrawn(page)
  const left = await scale.innerText()
  // Kept a moment after the map has come to rest.
  await page.waitForTimeout(1_500)
  await page.reload()
  await page
    .getByRole('main')
    .getByRole('button', { name: /VRAEM-2023/ })
    .first()
    .click()
  await expect(page.getByRole('treegrid', { name: 'Matriz de sincronización' })).toBeVisible()
  await untilDrawn(page)
  await expect(scale).toHaveText(left)
})

test('nothing is wrong with the map by WCAG, in any theme', async ({ web }) => {
  const { page } = await web.open()
  await openMap(page)
  await page.getByRole('button', { name: 'En vista', exact: true }).click()
  for (const theme of ['light', 'dark', 'night'] as const) {
    await setTheme(page, theme)
    expect(await axe(page), theme).toEqual([])
  }
})
