import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { readSheetPdf } from '../src/renderer/map-engine/sheet/readSheetPdf.testing.ts'
import { axe, expect, stubDialogs, test } from './fixture.ts'

/** Opens the campaign on the map, with nothing but keys from there on. */
async function openMap(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Crear desde Campaña 2023' }).first().click()
  await expect(page.getByRole('treegrid').first()).toBeVisible()
  await page.keyboard.press('Control+3')
  await expect(page.getByRole('application', { name: 'Mapa' })).toBeVisible()
}

/** Tab by Tab, as far as a person would go. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    if (focused === name) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${name}`)
}

test('a sheet of the map is prepared and saved by keyboard alone', async ({ launch, dir }) => {
  const { app, page } = await launch()
  await openMap(page)
  await page.keyboard.press('Control+p')
  const panel = page.getByRole('complementary', { name: 'Imprimir mapa' })
  await expect(panel).toBeVisible()
  await expect(panel.getByRole('textbox', { name: 'Título' })).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Situación del Ñandú')
  await page.keyboard.press('Enter')
  // Paper, the first list after the title.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option', { name: 'A3' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(panel.locator('[data-state="shown"]')).toBeVisible({ timeout: 20_000 })
  expect(await axe(page, '.map-print')).toEqual([])

  const file = path.join(dir, 'hoja.pdf')
  await stubDialogs(app, { save: file })
  await tabTo(page, 'Guardar PDF')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Hoja guardada: hoja.pdf')).toBeVisible({ timeout: 20_000 })

  const bytes = readFileSync(file)
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  const sheet = await readSheetPdf(bytes)
  expect([Math.round(sheet.width), Math.round(sheet.height)]).toEqual([420, 297])
  const words = sheet.texts.map(({ text }) => text).join(' ')
  expect(words).toContain('Situación del Ñandú')
  expect(words.match(/EJERCICIO/g)?.length).toBe(2)
  expect(words).toContain(
    'Cartografía de referencia 1:10 000 000; errores de varios km; no usar para medir ni delimitar',
  )
  expect(words).toContain('UTM zona 18 S, WGS 84')
  expect(words).toContain('Componente terrestre')
  expect(sheet.images).toBe(0)
  expect(sheet.paths.filter(({ layer }) => layer === 'Unidades').length).toBeGreaterThan(100)

  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
})

test('the view is saved as a picture, and a cancelled dialog leaves nothing', async ({ launch, dir }) => {
  const { app, page } = await launch()
  await openMap(page)
  const file = path.join(dir, 'vista.png')
  const saveView = async (): Promise<void> => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Guardar la vista')
    await expect(page.getByRole('option', { name: /Guardar la vista como PNG/ })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => {
      Object.assign(globalThis, { wasAsked: true })
      return { canceled: true, filePath: '' }
    }
  })
  await saveView()
  await expect.poll(() => app.evaluate(() => 'wasAsked' in globalThis)).toBe(true)
  await stubDialogs(app, { save: file })
  await saveView()
  await expect(page.getByText('Vista guardada: vista.png')).toBeVisible({ timeout: 20_000 })
  expect(existsSync(file)).toBe(true)
  expect([...readFileSync(file).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
})
