import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { longestTask } from './longestTask.ts'
import { mapPlan } from './mapPlan.ts'
import { chooseFastest, heapGrowth, MAP_TIME_ROWS, playThrough, scrubMap } from './mapTimeSteps.ts'
import type { Figure, RowName, Suite } from './rows.ts'
import { serveWebEdition } from './serveWebEdition.ts'
import { type BrowserPage, startBrowser } from './startBrowser.ts'
import { median } from './statistics.ts'
import { WebEdition } from './WebEdition.ts'

const FIRST_DRAWS = 3
const PANS = 6
const PAN_STEPS = 40
const ZOOM_STEPS = 30
const NEARER = 3

interface Step {
  readonly rows: readonly RowName[]
  /** A figure for each of the rows. */
  readonly measure: (app: WebEdition, browser: BrowserPage, title: string) => Promise<readonly Figure[]>
}

/** One after the other on the same plan, all its units and missions in view. */
const STEPS: readonly Step[] = [
  { rows: ['map-first'], measure: firstDraw },
  { rows: ['map-pan', 'map-pan-longest'], measure: (app, browser) => framesWhile(app, browser, pan, 0) },
  { rows: ['map-pan-near', 'map-pan-near-longest'], measure: (app, browser) => framesWhile(app, browser, pan, NEARER) },
  { rows: ['map-zoom', 'map-zoom-longest'], measure: (app, browser) => framesWhile(app, browser, zoom, 0) },
  { rows: MAP_TIME_ROWS.slice(0, 1), measure: scrub },
  { rows: MAP_TIME_ROWS.slice(1), measure: play },
]

/** The map of the web edition in Chromium without a graphics card, with 5,000 units and 2,000 missions in view. */
export const mapSuite = (folder: string): Suite => ({
  rows: STEPS.flatMap((step) => step.rows),
  measure: async (wants, tell) => {
    const server = await serveWebEdition()
    const browser = await startBrowser(path.join(folder, 'map-profile'))
    try {
      const app = new WebEdition(browser, server.url)
      await app.start()
      const plan = mapPlan(folder)
      await app.import(plan)
      for (const { rows, measure } of STEPS) {
        if (!rows.some(wants)) continue
        await app.untilChecked()
        const measured = await measure(app, browser, plan.title)
        for (const [at, figure] of measured.entries()) tell(rows[at] as RowName, figure)
      }
    } finally {
      await browser.close()
      server.close()
    }
  },
})

const sheetOf = (page: Page): Locator => page.getByRole('application', { name: 'Mapa' })

/** From the click on its place, the plan being open, until units and missions of the moment are drawn. */
async function firstDraw(app: WebEdition, _browser: BrowserPage, title: string): Promise<readonly Figure[]> {
  const times: number[] = []
  for (let run = 0; run < FIRST_DRAWS; run += 1) {
    await app.open({ title, records: [], file: '' })
    await app.untilChecked()
    const place = app.page.getByRole('navigation').getByRole('button', { name: 'Mapa', exact: true })
    await app.page.evaluate(() => {
      window.drawn = new Promise((resolve) => {
        window.addEventListener(
          'pointerup',
          ({ timeStamp }) => {
            const look = (): void => {
              const drawn = document.querySelector<HTMLElement>('[role=application]')?.dataset['drawn']
              if (Number(drawn ?? 0) < 5_000) requestAnimationFrame(look)
              else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)))
            }
            look()
          },
          { capture: true, once: true },
        )
      })
    })
    await place.click()
    times.push(await app.page.evaluate(() => window.drawn))
  }
  return [median(times)]
}

/** Everything in view, whole or `nearer` steps into it. */
async function lookAtAll({ page }: WebEdition, nearer: number): Promise<Locator> {
  await page.getByRole('navigation').getByRole('button', { name: 'Mapa', exact: true }).click()
  const sheet = sheetOf(page)
  const scope = page.getByRole('button', { name: /^Mostrar/ })
  if (!(await scope.innerText()).includes('Todas')) {
    await scope.click()
    await page.getByText('Todas', { exact: true }).click()
    await page.keyboard.press('Escape')
  }
  await sheet.focus()
  await page.keyboard.press('Home')
  for (let step = 0; step < nearer; step += 1) {
    await page.keyboard.press('+')
    await untilDrawn(page)
  }
  await untilDrawn(page)
  return sheet
}

const untilDrawn = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => {
    const drawn = document.querySelector<HTMLElement>('[role=application]')?.dataset['drawn']
    return Number(drawn ?? 0) >= 7_000
  })
}

/** The median time from frame to frame, and the longest task of the window's thread in processor time. */
async function framesWhile(
  app: WebEdition,
  { devtools }: BrowserPage,
  move: (page: Page, sheet: Locator) => Promise<void>,
  nearer: number,
): Promise<readonly Figure[]> {
  const { page } = app
  const sheet = await lookAtAll(app, nearer)
  await page.evaluate(() => {
    window.frameTimes = []
    let before = performance.now()
    const next = (now: number): void => {
      window.frameTimes?.push(now - before)
      before = now
      if (window.frameTimes !== null) requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })
  const { processor } = await longestTask(devtools, () => move(page, sheet))
  const frames = await page.evaluate(() => {
    const all = window.frameTimes ?? []
    window.frameTimes = null
    return all
  })
  return [median(frames), { value: processor, runs: frames.length }]
}

async function scrub(app: WebEdition): Promise<readonly Figure[]> {
  await lookAtAll(app, 0)
  return scrubMap(app)
}

/** The second time over the horizon: what is kept is kept by then. */
async function play(app: WebEdition, browser: BrowserPage): Promise<readonly Figure[]> {
  await lookAtAll(app, 0)
  await chooseFastest(app.page)
  await playThrough(app.page)
  let frames: readonly Figure[] = []
  const grown = await heapGrowth(browser, async () => {
    frames = await framesWhile(app, browser, playThrough, 0)
  })
  return [...frames, { value: grown, runs: 1 }]
}

/** Drags the map to and fro. */
async function pan(page: Page, sheet: Locator): Promise<void> {
  const [x, y] = await middleOf(sheet)
  for (let drag = 0; drag < PANS; drag += 1) {
    const [right, down] = [drag % 2 === 0 ? 9 : -9, drag < PANS / 2 ? 5 : -5]
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let step = 1; step <= PAN_STEPS; step += 1) {
      await page.mouse.move(x + right * step, y + down * step)
      await page.waitForTimeout(8)
    }
    await page.mouse.up()
    await page.waitForTimeout(100)
  }
}

/** Into the map by the wheel, and out again. */
async function zoom(page: Page, sheet: Locator): Promise<void> {
  const [x, y] = await middleOf(sheet)
  await page.mouse.move(x, y)
  for (let step = 0; step < ZOOM_STEPS; step += 1) {
    await page.mouse.wheel(0, step < ZOOM_STEPS / 2 ? -120 : 120)
    await page.waitForTimeout(60)
  }
  await page.waitForTimeout(600)
}

async function middleOf(sheet: Locator): Promise<readonly [number, number]> {
  const box = await sheet.boundingBox()
  if (box === null) throw new Error('the map has no box')
  return [box.x + box.width / 2, box.y + box.height / 2]
}

declare global {
  interface Window {
    drawn: Promise<number>
    /** Milliseconds from frame to frame; null while nobody asks. */
    frameTimes: number[] | null
  }
}
