import type { Locator, Page } from '@playwright/test'
import { axe, expect, test } from './fixture.ts'

const sheetOf = (page: Page): Locator => page.getByRole('application', { name: 'Mapa' })
const slider = (page: Page): Locator => page.getByRole('slider', { name: 'Momento elegido' })
const field = (page: Page): Locator => page.getByRole('textbox', { name: 'Momento elegido' })
const play = (page: Page): Locator => page.getByRole('button', { name: 'Reproducir', exact: true })
const pause = (page: Page): Locator => page.getByRole('button', { name: 'Pausar', exact: true })

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

/** Chooses a record, or an action, in the palette. */
const palette = async (page: Page, words: string, option: RegExp): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('searchbox').fill(words)
  await page.getByRole('option', { name: option }).first().click()
}

const goTo = async (page: Page, time: string): Promise<void> => {
  await field(page).fill(time)
  await field(page).press('Enter')
  await untilDrawn(page)
}

/** Brings the selected record into the middle of the map and gives the grid reference that stands there. */
const whereSelected = async (page: Page): Promise<string> => {
  await palette(page, 'Mostrar en el mapa', /Mostrar en el mapa/)
  await page.mouse.move(0, 0)
  await page.waitForTimeout(400)
  await untilDrawn(page)
  const text = await page.getByText('Centro', { exact: true }).locator('xpath=..').innerText()
  return text.replace('Centro', '').trim()
}

const middleOf = async (page: Page): Promise<readonly [number, number]> => {
  const box = await sheetOf(page).boundingBox()
  if (box === null) throw new Error('the map has no box')
  return [box.x + box.width / 2, box.y + box.height / 2]
}

/** Pixels within a few steps of a colour, in a box around the middle of the map. */
const seen = async (page: Page, token: string, reach: number): Promise<number> => {
  await untilDrawn(page)
  return sheetOf(page).evaluate(
    (sheet, { name, far }) => {
      const hex = getComputedStyle(document.documentElement).getPropertyValue(name).trim()
      const rgb = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
      const { width, height } = sheet.getBoundingClientRect()
      const canvas = new OffscreenCanvas(Math.round(width), Math.round(height))
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('no canvas')
      for (const each of sheet.querySelectorAll('canvas')) context.drawImage(each, 0, 0, width, height)
      const [x, y] = [Math.max(0, width / 2 - far), Math.max(0, height / 2 - far)]
      const { data } = context.getImageData(x, y, Math.min(width, 2 * far), Math.min(height, 2 * far))
      let count = 0
      for (let i = 0; i < data.length; i += 4) {
        if (rgb.every((value, at) => Math.abs(value - (data[i + at] ?? 0)) <= 6)) count += 1
      }
      return count
    },
    { name: token, far: reach },
  )
}

const revision = async (page: Page): Promise<number> => {
  const text = (await page.getByRole('contentinfo').getByRole('status').first().textContent()) ?? ''
  return Number(/rev ([\d\s]+)/.exec(text)?.[1]?.replaceAll(/\s/g, '') ?? Number.NaN)
}

test('a unit stands elsewhere at another time, and on the way in between', async ({ web }) => {
  const { page } = await web.open()
  await openMap(page)
  await goTo(page, 'D+10')
  await palette(page, 'GREC 1', /GREC 1 /)
  const before = await whereSelected(page)
  await goTo(page, 'D+21')
  const there = await whereSelected(page)
  expect(there).toMatch(/^18L [A-Z]{2} \d/)
  expect(there).not.toBe(before)
  await goTo(page, 'D+10')
  expect(await whereSelected(page)).toBe(before)
})

test('the time is dragged along its bar, typed, stepped and played until it stops at the end', async ({ web }) => {
  const { page } = await web.open()
  await openMap(page)
  const box = await page.getByRole('region', { name: 'Tiempo del mapa' }).locator('canvas').boundingBox()
  if (box === null) throw new Error('the bar has no box')
  await page.mouse.move(box.x + box.width / 4, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + 8, { steps: 5 })
  await page.mouse.up()
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /D\+1[56]\d/)
  await goTo(page, 'D+361')
  await play(page).click()
  await expect(pause(page)).toBeVisible()
  await expect(play(page)).toBeVisible({ timeout: 15_000 })
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /010600R ENE 24, D\+363$/)
  await page
    .getByRole('button', { name: 'Semana' })
    .or(page.getByRole('radio', { name: 'Semana' }))
    .first()
    .click()
  await page.getByRole('button', { name: 'Paso anterior en el tiempo' }).click()
  await expect(field(page)).toHaveValue('310600R DIC 23')
})

test('keys alone move the time by hours, days, phases and events, and play it', async ({ web }) => {
  const { page } = await web.open()
  await openMap(page)
  await slider(page).focus()
  const now = (): Promise<string | null> => slider(page).getAttribute('aria-valuetext')
  for (const [key, says] of [
    ['ArrowRight', '030700R ENE 23, D H+1'],
    ['Shift+ArrowRight', '040700R ENE 23, D+1 H+1'],
    ['PageUp', '110700R ENE 23, D+8 H+1'],
    [']', '170600R ENE 23, D+14'],
    ['[', '030600R ENE 23, D'],
    ['Home', '010600R DIC 22, D-33'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(slider(page), key).toHaveAttribute('aria-valuetext', says)
  }
  await page.keyboard.press('n')
  const event = await now()
  await page.keyboard.press('n')
  expect(await now()).not.toBe(event)
  await page.keyboard.press('p')
  await expect(slider(page)).toHaveAttribute('aria-valuetext', event ?? '')
  await page.keyboard.press('Space')
  await expect(pause(page)).toBeVisible()
  await expect.poll(now).not.toBe(event)
  await page.keyboard.press('Space')
  await expect(play(page)).toBeVisible()
})

test('a unit dragged by its symbol is there from the chosen time on, and one undo takes it back', async ({ web }) => {
  const { page } = await web.open()
  await openMap(page)
  await goTo(page, 'D+30')
  await palette(page, 'GREC 1', /GREC 1 /)
  const home = await whereSelected(page)
  const before = await revision(page)
  const [x, y] = await middleOf(page)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 60, y + 40, { steps: 4 })
  await expect(page.getByText(/ km · /).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await revision(page)).toBe(before)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 150, y + 120, { steps: 6 })
  await page.mouse.up()
  await expect.poll(() => revision(page)).toBe(before + 1)
  await expect(page.getByText(/GREC 1: en .* desde 020600R FEB 23/).first()).toBeVisible()
  await expect.poll(() => seen(page, '--map-selected', 24)).toBeLessThan(10)
  const moved = await whereSelected(page)
  expect(moved).not.toBe(home)
  await goTo(page, 'D+29')
  expect(await whereSelected(page)).not.toBe(moved)
  await sheetOf(page).focus()
  await page.keyboard.press('Control+z')
  await expect.poll(() => revision(page)).toBe(before + 2)
  await goTo(page, 'D+30')
  expect(await whereSelected(page)).toBe(home)
})

test('a unit is placed by keyboard, at coordinates in any writing', async ({ web }) => {
  const { page } = await web.open()
  await openMap(page)
  await goTo(page, 'D+30')
  await palette(page, 'GREC 1', /GREC 1 /)
  await palette(page, 'Ubicar aquí', /Ubicar aquí/)
  const dialog = page.getByRole('dialog', { name: 'Ubicar GREC 1' })
  await dialog.getByRole('combobox', { name: 'Lugar o coordenadas' }).focus()
  await page.keyboard.type('18L XM 20000 30000')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/A [\d.,]+ km de donde está/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Ubicar', exact: true }).press('Enter')
  await expect(dialog).toHaveCount(0)
  expect(await whereSelected(page)).toMatch(/^18L XM (20000|19999|20001) (30000|29999|30001)/)
})

test('a chosen mission shows the lines to its units, wherever they are', async ({ web }) => {
  const { page } = await web.open()
  await openMap(page)
  await goTo(page, 'D+10')
  await palette(page, 'M-007', /^M-007 /)
  await whereSelected(page)
  await sheetOf(page).focus()
  await page.keyboard.press('Escape')
  await page.waitForTimeout(500)
  const untied = await seen(page, '--map-overlay', 400)
  await palette(page, 'M-007', /^M-007 /)
  await page.mouse.move(0, 0)
  await expect.poll(() => seen(page, '--map-overlay', 400)).toBeGreaterThan(untied + 150)
})

test('the time bar is clean by the rules of accessibility', async ({ web }) => {
  const { page } = await web.open()
  await openMap(page)
  expect(await axe(page, '.map-time')).toEqual([])
})
