import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'

/** What the planner reads on the way, in each language. */
const WORDS = {
  es: {
    campaign: 'Crear desde Campaña 2023',
    components: ['Componente terrestre', 'Componente naval', 'Componente aéreo', 'Componente de fuerzas especiales'],
    saved: (revision: number) => `Guardado · rev ${revision}`,
    matrix: 'Matriz',
    collapse: 'Contraer todo',
    month: 'Matriz: ver un mes',
    fitSelection: /Ajustar a la selección/,
    twoDaysEarlier: '210600R ENE 23',
    noInsertion: /M-007.*[Ii]nserci/,
    mendInsertion: /M-006.*210300R ENE 23/,
    twoErrors: /2 errores/,
    map: 'Mapa',
    accuracy: /no usar para medir ni delimitar/,
    showOnMap: 'Mostrar en el mapa',
    inView: 'En vista',
    propose: 'Proponer',
    seconds: 'Tiempo',
    changes: 'Cambios',
    proposal: /^Propuesta \(7\)/,
    takeAll: 'Tomar todo',
  },
  en: {
    campaign: 'Create from Campaign 2023',
    components: ['Ground component', 'Naval component', 'Air component', 'Special forces component'],
    saved: (revision: number) => `Saved · rev ${revision}`,
    matrix: 'Matrix',
    collapse: 'Collapse all',
    month: 'Matrix: show a month',
    fitSelection: /Fit the selection/,
    twoDaysEarlier: '210600R JAN 23',
    noInsertion: /M-007.*[Ii]nsertion/,
    mendInsertion: /M-006.*210300R JAN 23/,
    twoErrors: /2 errors/,
    map: 'Map',
    accuracy: /not for measuring or delimiting/,
    showOnMap: 'Show on the map',
    inView: 'In view',
    propose: 'Propose',
    seconds: 'Time',
    changes: 'Changes',
    proposal: /^Proposal \(7\)/,
    takeAll: 'Take all',
  },
} as const

/** Errors planted in the sample campaign. */
const ERRORS = 16

/** Missions of the sample campaign without time and units. */
const SIX = ['M-115', 'M-116', 'M-117', 'M-118', 'M-119', 'M-120']

type Words = (typeof WORDS)[keyof typeof WORDS]

/** Runs an action or finds a record as a planner does: by the palette. */
async function palette(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('searchbox').fill(text)
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

const bar = (page: Page, code: string) => page.getByRole('gridcell', { name: new RegExp(`^${code} `) }).first()
const errorsIn = (page: Page) =>
  page
    .getByRole('banner')
    .getByRole('button', { name: /err/ })
    .innerText()
    .then((text) => Number(/\d+/.exec(text)?.[0]))

async function openCampaign(page: Page, words: Words): Promise<void> {
  await page.getByRole('button', { name: words.campaign }).first().click()
  const grid = page.getByRole('main', { name: words.matrix }).getByRole('treegrid').first()
  await expect(grid).toBeVisible()
  await expect.poll(() => errorsIn(page)).toBe(ERRORS)
}

for (const [language, words] of Object.entries(WORDS)) {
  test(`the ten minutes of the main job, ${language}`, async ({ launch }) => {
    const first = await launch()
    let { page } = first
    if (language === 'en') await page.getByRole('button', { name: 'Cambiar a inglés' }).click()
    await openCampaign(page, words)

    // The four components with their units, the three objectives, the missions.
    await page.keyboard.press('Control+2')
    await palette(page, words.collapse)
    for (const name of words.components) await expect(page.getByRole('row', { name: new RegExp(name) })).toHaveCount(1)

    // The same on the map, with what must be said of it; a mission chosen there is the one on the matrix.
    await page.keyboard.press('Control+3')
    const map = page.getByRole('application', { name: words.map })
    await expect(map).toHaveAttribute('data-drawn', /[1-9]/)
    await expect(page.getByRole('main').getByText(words.accuracy)).toBeVisible()
    await palette(page, 'M-007')
    await palette(page, words.showOnMap)
    await page.getByRole('button', { name: words.inView, exact: true }).click()
    const inView = page.getByRole('treegrid', { name: words.inView })
    await expect(inView.getByRole('row', { name: /M-007/ })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Control+4')

    // A special-forces mission, two days earlier, with the mouse.
    await palette(page, 'M-007')
    await palette(page, words.month)
    await expect(bar(page, 'M-007')).toBeInViewport()
    const box = await bar(page, 'M-007').boundingBox()
    if (box === null) throw new Error('the bar is not laid out')
    const grab = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    await page.mouse.move(grab.x, grab.y)
    await page.mouse.down()
    for (let moved = 4; moved < 400; moved += 4) {
      await page.mouse.move(grab.x - moved, grab.y)
      if (await page.getByText(words.twoDaysEarlier).first().isVisible()) break
    }
    await page.mouse.up()
    await expect(page.getByText(words.saved(1), { exact: true })).toBeVisible()

    // The bar says at once what no longer fits, with the numbers; one click moves the insertion too.
    await expect.poll(() => errorsIn(page)).toBe(ERRORS + 2)
    await expect(bar(page, 'M-007')).toHaveAccessibleName(words.twoErrors)
    const callout = page.getByRole('main').getByText(words.noInsertion).first()
    await expect(callout).toBeVisible()
    await page.getByRole('main').getByRole('button', { name: words.mendInsertion }).click()
    await expect.poll(() => errorsIn(page)).toBe(ERRORS + 1)
    await expect(bar(page, 'M-006')).toHaveAccessibleName(words.mendInsertion)

    // The six missions without time and units, and one that lacks something: proposed, looked at on the matrix, taken.
    await page.keyboard.press('Control+7')
    const seconds = page.getByRole('textbox', { name: words.seconds, exact: true })
    await seconds.fill('2')
    await seconds.press('Enter')
    await page.getByRole('button', { name: words.propose, exact: true }).click()
    const changes = page.getByRole('grid', { name: words.changes })
    for (const code of SIX) await expect(changes.getByRole('row', { name: new RegExp(code) })).toBeVisible()
    await expect(page.getByRole('button', { name: words.propose, exact: true })).toBeVisible({ timeout: 20_000 })
    await page.keyboard.press('Control+4')
    await expect(page.getByRole('button', { name: words.proposal })).toBeVisible()
    await page.keyboard.press('Control+7')
    await page.getByRole('button', { name: words.takeAll }).click()
    await expect(page.getByText(words.saved(3), { exact: true })).toBeVisible()
    await expect.poll(() => errorsIn(page)).toBe(ERRORS)
    await page.keyboard.press('Control+4')

    // Undo, redo; close, open again: all is there.
    const after = [ERRORS + 1, ERRORS + 2, ERRORS] as const
    for (const errors of after) {
      await page.keyboard.press('Control+z')
      await expect.poll(() => errorsIn(page)).toBe(errors)
    }
    for (const errors of [ERRORS + 2, ERRORS + 1, ERRORS]) {
      await page.keyboard.press('Control+Shift+z')
      await expect.poll(() => errorsIn(page)).toBe(errors)
    }
    await expect(page.getByText(words.saved(9), { exact: true })).toBeVisible()
    await first.app.close()

    page = (await launch()).page
    await page
      .getByRole('button', { name: /VRAEM-2023/ })
      .first()
      .click()
    await expect.poll(() => errorsIn(page)).toBe(ERRORS)
    await expect(page.getByText(words.saved(9), { exact: true })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect.poll(() => errorsIn(page)).toBe(ERRORS + 1)
  })
}

test('the core of it by the keyboard alone', async ({ launch }) => {
  const { page } = await launch()
  const words = WORDS.es
  for (let i = 0; i < 40 && !(await page.locator('button:focus').filter({ hasText: words.campaign }).count()); i += 1) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect.poll(() => errorsIn(page)).toBe(ERRORS)
  await palette(page, 'M-007')
  await palette(page, words.month)
  const grid = page.getByRole('main', { name: words.matrix }).getByRole('treegrid').first()
  for (let i = 0; i < 40 && !(await grid.evaluate((g) => g === document.activeElement)); i += 1) {
    await page.keyboard.press('Tab')
  }
  const start = async (): Promise<string> => (await bar(page, 'M-007').getAttribute('aria-label')) ?? ''
  expect(await start()).toContain('230600R ENE 23')
  for (let i = 0; i < 60 && !(await start()).includes(words.twoDaysEarlier); i += 1) {
    await page.keyboard.press('Alt+ArrowLeft')
  }
  await expect.poll(() => errorsIn(page)).toBe(ERRORS + 2)
  await page.keyboard.press('Control+Shift+r')
  await expect.poll(() => errorsIn(page)).toBe(ERRORS + 1)
  const undone = async (): Promise<number> => {
    await page.keyboard.press('Control+z')
    return errorsIn(page)
  }
  await expect.poll(undone).toBe(ERRORS)
  expect(await start()).toContain('230600R ENE 23')
})
