import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { mbtilesFile, pmtilesArchive, png } from '../src/renderer/worker/geo/archives.testing.ts'
import { axe, expect, stubDialogs, test } from './fixture.ts'

const SAMPLES = '../shared/data/samples/kml'

const openMap = async (page: Page): Promise<void> => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('button', { name: 'Crear desde Campaña 2023' }).first().click()
  await page.getByRole('treegrid', { name: 'Matriz de sincronización' }).waitFor()
  await toMap(page)
}

const toMap = async (page: Page): Promise<void> => {
  await page.getByRole('navigation').getByRole('button', { name: 'Mapa' }).click()
  await page.getByRole('application', { name: 'Mapa' }).waitFor()
}

/** Opens the plan again that a test has made, and the map with its layers. */
const openMapAgain = async (page: Page): Promise<void> => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page
    .getByRole('button', { name: /VRAEM-2023/ })
    .first()
    .click()
  await page.getByRole('treegrid', { name: 'Matriz de sincronización' }).waitFor()
  await toMap(page)
  const panel = page.getByRole('complementary', { name: 'Capas' })
  if ((await panel.count()) === 0) await page.getByRole('button', { name: 'Capas' }).click()
}

const list = (page: Page): Locator => page.getByRole('grid', { name: 'Capas propias' })
const row = (page: Page, name: string): Locator => list(page).getByRole('row', { name })
const names = (page: Page): Promise<string[]> => list(page).locator('.layers-title').allInnerTexts()
const toast = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('region', { name: 'Avisos' }).getByText(text).first()

/** Lets go of a file over the window, as a hand does. */
const drop = async (page: Page, name: string, bytes: Uint8Array | string): Promise<void> => {
  const base64 = Buffer.from(bytes).toString('base64')
  const data = await page.evaluateHandle(
    ([fileName = '', text = '']) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], fileName))
      return transfer
    },
    [name, base64],
  )
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: data })
  await page.dispatchEvent('body', 'drop', { dataTransfer: data })
}

const menu = async (page: Page, layer: string, entry: string): Promise<void> => {
  await page.getByRole('button', { name: `Acciones sobre ${layer}` }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

const DISTRICTS = [
  ['PICHARI', '080910', 'CUSCO', -74],
  ['KIMBIRI', '080909', 'CUSCO', -73.6],
  ['SIVIA', '050409', 'AYACUCHO', -74.4],
  ['MAZAMARI', '120604', 'JUNIN', -74.8],
] as const

const districts = (title: string): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    name: title,
    features: DISTRICTS.map(([name, code, department, west]) => ({
      type: 'Feature',
      properties: { UBIGEO: code, NOMBDIST: name, NOMBDEP: department },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, -13],
            [west + 0.38, -13],
            [west + 0.38, -12.2],
            [west, -12.2],
            [west, -13],
          ],
        ],
      },
    })),
  })

const GREEN = [20, 200, 40] as const
const tilesOf = (color: readonly [number, number, number]) =>
  Array.from({ length: 16 }, (_, i) => ({ z: 6, x: 16 + (i % 4), y: 32 + Math.floor(i / 4), bytes: png(256, color) }))

/** Shares of the map's pixels: near a colour, and brighter in green than the night allows. */
const pixels = async (page: Page, color: readonly number[]): Promise<{ near: number; bright: number }> => {
  const base64 = (await page.locator('.map-sheet').screenshot()).toString('base64')
  return page.evaluate(
    async ([text, wanted]) => {
      const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
      const image = await createImageBitmap(new Blob([bytes]))
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
      if (context === null) throw new Error('no canvas')
      context.drawImage(image, 0, 0)
      const { data } = context.getImageData(0, 0, image.width, image.height)
      let [near, bright] = [0, 0]
      for (let i = 0; i < data.length; i += 4) {
        const isNear = [0, 1, 2].every((k) => Math.abs((data[i + k] ?? 0) - (wanted[k] ?? 0)) < 24)
        if (isNear) near++
        if ((data[i + 1] ?? 0) > 80) bright++
      }
      return { near: near / (data.length / 4), bright: bright / (data.length / 4) }
    },
    [base64, [...color]] as const,
  )
}

test('a layer opened from a file is there after a restart, in its order, faded, without its file', async ({
  launch,
  dir,
}) => {
  let { app, page } = await launch()
  await openMap(page)
  const file = path.join(dir, 'distritos.geojson')
  writeFileSync(file, districts('Distritos'))
  await stubDialogs(app, { open: [file] })
  await page.getByRole('button', { name: 'Añadir capa…' }).first().click()
  await expect(toast(page, /«Distritos»: 4 elementos/)).toBeVisible()
  await drop(page, 'ruta.gpx', '<gpx><wpt lat="-12.5" lon="-73.8"><name>PC</name></wpt></gpx>')
  await expect.poll(() => names(page)).toEqual(['ruta', 'Distritos'])
  expect(await axe(page, '.map-panel')).toEqual([])

  // By keyboard: pick up, one down, let go.
  await page.getByRole('button', { name: 'Mover ruta' }).focus()
  await page.keyboard.press('Enter')
  const below = page.getByRole('button', { name: /después de Distritos/ })
  await below.waitFor({ state: 'attached' })
  for (let steps = 0; steps < 4; steps++) {
    if (await below.evaluate((button) => button === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  await expect(below).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => names(page)).toEqual(['Distritos', 'ruta'])
  await page.getByRole('slider', { name: 'Opacidad de Distritos' }).focus()
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageDown')
  const faded = await page.getByRole('slider', { name: 'Opacidad de Distritos' }).inputValue()
  expect(Number(faded)).toBeLessThan(1)
  await page.getByRole('button', { name: 'Ocultar ruta' }).click()

  await app.close()
  renameSync(file, `${file}.gone`)
  ;({ app, page } = await launch())
  await openMapAgain(page)
  await expect.poll(() => names(page)).toEqual(['Distritos', 'ruta'])
  expect(await page.getByRole('slider', { name: 'Opacidad de Distritos' }).inputValue()).toBe(faded)
  await expect(page.getByRole('button', { name: 'Mostrar ruta' })).toBeVisible()

  await menu(page, 'Distritos', 'Quitar')
  await expect.poll(() => names(page)).toEqual(['ruta'])
  await page.getByRole('button', { name: 'Deshacer' }).last().click()
  await expect.poll(() => names(page)).toEqual(['Distritos', 'ruta'])
})

test('an archive is read in place; when its file goes it is listed as missing, and found again', async ({
  launch,
  dir,
}) => {
  let { app, page } = await launch()
  await openMap(page)
  const file = path.join(dir, 'relieve.pmtiles')
  writeFileSync(file, pmtilesArchive(tilesOf(GREEN), { type: 2, metadata: { name: 'Relieve' }, gzip: false }))
  await stubDialogs(app, { open: [file] })
  await page.getByRole('button', { name: 'Añadir capa…' }).first().click()
  await expect.poll(() => names(page)).toEqual(['Relieve'])
  await expect.poll(async () => (await pixels(page, GREEN)).near).toBeGreaterThan(0.3)

  await app.close()
  renameSync(file, `${file}.gone`)
  ;({ app, page } = await launch())
  await openMapAgain(page)
  await expect(row(page, 'Relieve')).toContainText('Falta el archivo relieve.pmtiles')
  renameSync(`${file}.gone`, path.join(dir, 'otro.pmtiles'))
  await stubDialogs(app, { open: [path.join(dir, 'otro.pmtiles')] })
  await menu(page, 'Relieve', 'Buscar el archivo…')
  await expect(row(page, 'Relieve')).not.toContainText('Falta')
  await menu(page, 'Relieve', 'Acercar a la capa')
  await expect.poll(async () => (await pixels(page, GREEN)).near).toBeGreaterThan(0.3)
})

test('hostile files leave the window alive and nothing behind', async ({ web }) => {
  const { page } = await web.open()
  await openMap(page)
  const bomb = '<?xml version="1.0"?><!DOCTYPE k [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><kml>&b;</kml>'
  const metres = '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[625000,8615000]}}'
  const files: [name: string, content: string | Uint8Array, says: RegExp][] = [
    ['cortado.geojson', districts('x').slice(0, 300), /cortado\.geojson: está cortado/],
    ['risas.kml', bomb, /DOCTYPE/],
    ['metros.geojson', metres, /parecen metros/],
    ['giro.geojson', metres.replace('625000,8615000', '-12.5,-73.8'), /intercambiadas/],
    ['hondo.geojson', `{"type":${'['.repeat(5_000)}`, /anida más de 64/],
    ['nada.kml', '<kml><NetworkLink><Link><href>http://x.invalid/</href></Link></NetworkLink></kml>', /no se siguen/],
    ['otro.json', '{"a":1}', /no es GeoJSON/],
    ['roto.pmtiles', `PMTiles${'\u0003'.repeat(300)}`, /roto\.pmtiles/],
  ]
  for (const [name, content, says] of files) {
    await drop(page, name, content)
    await expect(toast(page, says), name).toBeVisible()
    await page.getByRole('region', { name: 'Avisos' }).getByRole('button', { name: 'Cerrar' }).first().click()
  }
  await page.getByRole('button', { name: 'Capas' }).click()
  await expect(list(page)).toHaveCount(0)
  await drop(page, 'sana.geojson', districts('Sana'))
  await expect.poll(() => names(page)).toEqual(['Sana'])
})

test('districts of a layer are joined with the plan in one step; places are given their district', async ({ web }) => {
  const { page } = await web.open()
  await openMap(page)
  await drop(page, 'distritos.geojson', districts('Distritos'))
  await expect.poll(() => names(page)).toEqual(['Distritos'])
  await menu(page, 'Distritos', 'Unir con los distritos del plan…')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: '3 distritos encontrados' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: '6 distritos del plan sin área' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: '1 área de la capa sin distrito en el plan' })).toBeVisible()
  expect(await axe(page, '[role=dialog]')).toEqual([])
  await dialog.getByRole('button', { name: 'Aplicar' }).click()
  await expect(row(page, 'Distritos')).toContainText('3 distritos unidos')
  const saved = page.locator('[data-save="saved"]')
  await expect(saved).toContainText('rev 1')
  await menu(page, 'Distritos', 'Asignar distrito a los lugares que están dentro')
  await expect(toast(page, /recib/)).toBeVisible()
  await expect(saved).toContainText('rev 2')
  await page.keyboard.press('Control+z')
  await expect(saved).toContainText('rev 3')
  await page.keyboard.press('Control+z')
  await expect(saved).toContainText('rev 4')
  await expect(page.getByRole('button', { name: 'Deshacer', exact: true }).first()).toBeDisabled()
})

test('MBTiles and other formats are shown; by night nothing of them is bright', async ({ web }) => {
  const { page } = await web.open()
  await openMap(page)
  const file = await mbtilesFile(tilesOf(GREEN), { format: 'png', name: 'Carta', bounds: '-79,-17,-68,-8' })
  await drop(page, 'carta.mbtiles', file)
  await expect.poll(() => names(page)).toEqual(['Carta'])
  await expect.poll(async () => (await pixels(page, GREEN)).near).toBeGreaterThan(0.3)
  if (existsSync(SAMPLES)) {
    await drop(page, 'gxtrack.kml', readFileSync(path.join(SAMPLES, 'gxtrack.kml')))
    await expect.poll(() => names(page)).toEqual(['gxtrack', 'Carta'])
    await menu(page, 'Carta', 'Acercar a la capa')
  }
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'night'))
  await expect.poll(async () => (await pixels(page, GREEN)).bright).toBeLessThan(0.001)
  expect((await pixels(page, [46, 0, 0])).near).toBeGreaterThan(0.3)
})
