import type { Locator, Page } from '@playwright/test'
import { axe, expect, test } from './fixture.ts'

const sheetOf = (page: Page): Locator => page.getByRole('application', { name: 'Mapa' })
const panelOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Medidas de control' })
const listOf = (page: Page): Locator => page.getByRole('treegrid', { name: 'Medidas de control' })
const barOf = (page: Page): Locator => page.getByRole('region', { name: /^(Dibujando|Editando)/ })
const revision = (page: Page): Locator => page.getByRole('contentinfo')

type Spot = readonly [number, number]

/** A plan without anything on its map, and the panel of measures open beside it. */
const openEmptyMap = async (page: Page): Promise<void> => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page
    .getByRole('button', { name: /en blanco/ })
    .first()
    .click()
  // The plan opens at its matrix.
  await expect(page.getByRole('main', { name: 'Matriz' })).toBeVisible()
  await page.getByRole('navigation').getByRole('button', { name: 'Mapa', exact: true }).click()
  await expect(sheetOf(page)).toHaveAttribute('data-drawn', /\d/)
  await page.getByRole('button', { name: 'Medidas de control' }).first().click()
  await expect(panelOf(page)).toBeVisible()
}

/** Chooses what to draw by its name, with the keyboard as everywhere in lists. */
const chooseKind = async (page: Page, words: string): Promise<void> => {
  await panelOf(page).getByRole('button', { name: 'Dibujar' }).click()
  await page.getByRole('searchbox', { name: 'Dibujar' }).fill(words)
  await page.getByRole('option').first().click()
  await expect(barOf(page)).toBeVisible()
}

/** Pixels from the map's upper left, as points in the window. */
const onSheet = async (page: Page, [right, down]: Spot): Promise<Spot> => {
  const box = await sheetOf(page).boundingBox()
  if (box === null) throw new Error('the map has no box')
  return [box.x + right, box.y + down]
}

const clickAt = async (page: Page, spots: readonly Spot[]): Promise<void> => {
  for (const spot of spots) {
    const [x, y] = await onSheet(page, spot)
    await page.mouse.move(x, y)
    await page.mouse.click(x, y)
  }
}

/** How many pixels within a few of a spot have the ink that measures are drawn in. */
const inkAt = (page: Page, spot: Spot): Promise<number> =>
  sheetOf(page).evaluate(
    (sheet, [right, down]) => {
      const { width, height } = sheet.getBoundingClientRect()
      const canvas = new OffscreenCanvas(Math.round(width), Math.round(height))
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('no canvas')
      for (const each of sheet.querySelectorAll('canvas')) context.drawImage(each, 0, 0, width, height)
      const hex = getComputedStyle(document.documentElement).getPropertyValue('--map-overlay').trim()
      const wanted = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
      const { data } = context.getImageData(right - 3, down - 3, 7, 7)
      let count = 0
      for (let i = 0; i < data.length; i += 4) {
        if (wanted.every((value, at) => Math.abs(value - (data[i + at] ?? 0)) <= 40)) count += 1
      }
      return count
    },
    [spot[0], spot[1]] as const,
  )

/** Drawn in its own ink, with nothing selected over it. */
const expectInk = async (page: Page, spots: readonly Spot[]): Promise<void> => {
  await sheetOf(page).focus()
  await page.keyboard.press('Escape')
  for (const spot of spots) await expect.poll(() => inkAt(page, spot), `ink at ${spot.join(',')}`).toBeGreaterThan(3)
}

test('a line is drawn by pointer where the points were set, as one step, and undo leaves nothing of it', async ({
  web,
}) => {
  const { page } = await web.open()
  await openEmptyMap(page)
  await expect(panelOf(page).getByText('Aquí se listan límites')).toBeVisible()
  expect(await inkAt(page, [300, 150])).toBe(0)
  await chooseKind(page, 'linea de fase')
  await expect(barOf(page)).toContainText('Marque el punto 1')
  await clickAt(page, [
    [200, 150],
    [400, 150],
    [400, 300],
  ])
  await expect(barOf(page)).toContainText('Marque el punto 4')
  await page.keyboard.press('Backspace')
  await expect(barOf(page)).toContainText('Marque el punto 3')
  await page.keyboard.press('Enter')
  await expect(listOf(page).getByRole('row', { name: 'ALFA' })).toBeVisible()
  await expect(barOf(page)).toHaveCount(0)
  await expect(revision(page)).toContainText('rev 1')
  await expectInk(page, [
    [220, 150],
    [300, 150],
    [380, 150],
  ])
  expect(await inkAt(page, [400, 250]), 'the point taken back').toBe(0)
  await page.keyboard.press('Control+z')
  await expect(panelOf(page).getByText('Aquí se listan límites')).toBeVisible()
  await expect.poll(() => inkAt(page, [300, 150])).toBe(0)
})

test('an area closes on its first point, and its real symbol is drawn while it is', async ({ web }) => {
  const { page } = await web.open()
  await openEmptyMap(page)
  await chooseKind(page, 'area of operations')
  await clickAt(page, [
    [200, 120],
    [420, 120],
    [420, 320],
  ])
  const [x, y] = await onSheet(page, [200, 320])
  await page.mouse.move(x, y)
  // The name that only the symbol writes, in the middle of what is not in the plan yet.
  await expect.poll(() => inkAt(page, [310, 220])).toBeGreaterThan(0)
  await expect(revision(page)).toContainText('rev 0')
  await clickAt(page, [
    [200, 320],
    [201, 121],
  ])
  await expect(listOf(page).getByRole('row', { name: 'ALFA' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'ALFA' })).toBeVisible()
  await expectInk(page, [
    [310, 120],
    [420, 220],
    [310, 320],
    [200, 220],
  ])
})

test('Escape leaves nothing behind: neither of what was begun nor of a drag', async ({ web }) => {
  const { page } = await web.open()
  await openEmptyMap(page)
  await chooseKind(page, 'límite')
  await clickAt(page, [
    [200, 150],
    [400, 200],
  ])
  await page.keyboard.press('Escape')
  await expect(barOf(page)).toHaveCount(0)
  await expect(revision(page)).toContainText('rev 0')
  await expect.poll(() => inkAt(page, [300, 175])).toBe(0)

  await chooseKind(page, 'línea de fase')
  await clickAt(page, [
    [200, 150],
    [400, 150],
  ])
  await page.keyboard.press('Enter')
  await expect(revision(page)).toContainText('rev 1')
  await startEditing(page)
  const [fromX, fromY] = await onSheet(page, [400, 150])
  const [toX, toY] = await onSheet(page, [400, 300])
  await page.mouse.move(fromX, fromY)
  await page.mouse.down()
  await page.mouse.move(toX, toY, { steps: 5 })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(revision(page)).toContainText('rev 1')
  await expect(barOf(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(barOf(page)).toHaveCount(0)
  await expectInk(page, [[300, 150]])
})

const startEditing = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Acciones', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Editar puntos' }).click()
  await expect(barOf(page)).toContainText('Editando')
}

test('vertices are moved, made and taken away on the map, each release one step', async ({ web }) => {
  const { page } = await web.open()
  await openEmptyMap(page)
  await chooseKind(page, 'área de coordinación')
  await clickAt(page, [
    [200, 120],
    [420, 120],
    [420, 320],
    [200, 320],
  ])
  await page.keyboard.press('Enter')
  await startEditing(page)
  const points = page.getByRole('textbox', { name: /^Esquina/ })
  await expect(points).toHaveCount(4)
  const drag = async (from: Spot, to: Spot): Promise<void> => {
    await page.mouse.move(...(await onSheet(page, from)))
    await page.mouse.down()
    await page.mouse.move(...(await onSheet(page, to)), { steps: 5 })
    await page.mouse.up()
  }
  await drag([420, 320], [500, 380])
  await expect(revision(page)).toContainText('rev 2')
  // On an edge it makes a vertex.
  await drag([310, 120], [310, 60])
  await expect(points).toHaveCount(5)
  await expect(revision(page)).toContainText('rev 3')
  await page.mouse.move(...(await onSheet(page, [310, 60])))
  await page.keyboard.press('Delete')
  await expect(points).toHaveCount(4)
  await expect(revision(page)).toContainText('rev 4')
  // An undo under the hand is taken up.
  await page.keyboard.press('Control+z')
  await expect(points).toHaveCount(5)
  await expectInk(page, [
    [255, 90],
    [460, 250],
  ])
})

test('a vertex is set by its coordinates in any usual writing, and a wrong one is refused with its reason', async ({
  web,
}) => {
  const { page } = await web.open()
  await openEmptyMap(page)
  await chooseKind(page, 'línea de fase')
  await clickAt(page, [
    [200, 150],
    [400, 150],
  ])
  await page.keyboard.press('Enter')
  const second = page.getByRole('textbox', { name: 'Punto 2' })
  await second.fill('por ahí')
  await second.press('Enter')
  await expect(page.getByText('No se pudo leer')).toBeVisible()
  await expect(revision(page)).toContainText('rev 1')
  await second.fill('12°30′ S 73°48′ O')
  await second.press('Enter')
  await expect(revision(page)).toContainText('rev 2')
  await expect(second).toHaveValue('18L XM 30393 17860')
})

test('a line is drawn with the keyboard alone, by crosshair and by typed coordinates', async ({ web }) => {
  const { page } = await web.open()
  await openEmptyMap(page)
  await panelOf(page).getByRole('button', { name: 'Dibujar' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('ruta de un')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(barOf(page)).toBeVisible()
  await expect(sheetOf(page)).toBeFocused()
  const box = await sheetOf(page).boundingBox()
  if (box === null) throw new Error('the map has no box')
  const middle: Spot = [Math.round(box.width / 2), Math.round(box.height / 2)]
  // The first arrow brings the crosshair up in the middle, each one after moves it by ten pixels.
  for (let press = 0; press < 6; press += 1) await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(barOf(page)).toContainText('Marque el punto 3')
  await page.keyboard.press('Enter')
  await expect(listOf(page).getByRole('row', { name: 'ALFA' })).toBeVisible()
  await expectInk(page, [[middle[0] - 150, middle[1] - 50]])

  await chooseKind(page, 'punto de control')
  const typed = barOf(page).getByRole('textbox', { name: 'Coordenadas del siguiente' })
  await typed.fill('-12.5 -73.8')
  await typed.press('Enter')
  await expect(revision(page)).toContainText('rev 2')
  await expect(page.getByRole('textbox', { name: 'Posición' })).toHaveValue('18L XM 30393 17860')
})

test('measures are copied and pasted, hidden, shown and found; the panel has no barriers', async ({ web }) => {
  const { page } = await web.open()
  await openEmptyMap(page)
  await chooseKind(page, 'asegurar')
  await clickAt(page, [
    [300, 200],
    [360, 200],
  ])
  await expect(revision(page)).toContainText('rev 1')
  await sheetOf(page).focus()
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+v')
  await expect(listOf(page).getByRole('row', { name: 'Asegurar 1 (copia)' })).toBeVisible()
  await expect(revision(page)).toContainText('rev 2')
  expect(await axe(page, '.map-panel')).toEqual([])

  await expectInk(page, [[300, 140]])
  await listOf(page).getByRole('button', { name: 'Ocultar Asegurar 1', exact: true }).click()
  await expect.poll(() => inkAt(page, [300, 140])).toBe(0)
  await expect(revision(page)).toContainText('rev 2')
  await listOf(page).getByRole('button', { name: 'Mostrar Asegurar 1', exact: true }).click()
  await expectInk(page, [[300, 140]])

  await panelOf(page).getByRole('searchbox', { name: 'Buscar medida' }).fill('secure copia')
  await expect(listOf(page).getByRole('row', { name: 'Asegurar 1', exact: true })).toHaveCount(0)
  await expect(listOf(page).getByRole('row', { name: 'Asegurar 1 (copia)' })).toBeVisible()
})
