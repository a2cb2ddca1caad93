import path from 'node:path'
import type { Locator } from '@playwright/test'
import { longestTask } from './longestTask.ts'
import type { PlanFiles } from './PlanFiles.ts'
import type { Figure, RowName, Suite } from './rows.ts'
import { serveWebEdition } from './serveWebEdition.ts'
import { type BrowserPage, startBrowser } from './startBrowser.ts'
import { median, toMegabytes } from './statistics.ts'
import { type BenchPlace, WebEdition } from './WebEdition.ts'

const OPENS = 5
const WARM_STEPS = 5
const STEPS = 40
const WHEEL_STEPS = 150
const WHEEL_PIXELS = 400
const PAGE_KEYS = 60
const ARROW_KEYS = 60
const ZOOMS = 4
const SETTLE_MS = 1_000

interface Step {
  readonly rows: readonly RowName[]
  /** A figure for each of the rows. */
  readonly measure: (app: WebEdition, browser: BrowserPage) => Promise<readonly Figure[]>
}

/** What is measured on the open plan, one after the other. Edits come last: what they leave behind takes time later. */
const ON_OPEN_PLAN: readonly Step[] = [
  { rows: ['heap-open'], measure: heapOpen },
  { rows: ['scroll-matrix', 'scroll-matrix-wall'], measure: scrollBy('wheel', 'matrix') },
  { rows: ['keys-matrix', 'keys-matrix-wall'], measure: scrollBy('keys', 'matrix') },
  { rows: ['scrub-matrix'], measure: (app) => scrub(app, 'matrix', ['ArrowRight']) },
  { rows: ['scroll-forces', 'scroll-forces-wall'], measure: scrollBy('wheel', 'forces') },
  { rows: ['keys-forces', 'keys-forces-wall'], measure: scrollBy('keys', 'forces') },
  { rows: ['scrub-forces'], measure: (app) => scrub(app, 'forces', ['ArrowRight', 'PageUp']) },
  { rows: ['scroll-missions', 'scroll-missions-wall'], measure: scrollBy('wheel', 'missions') },
  { rows: ['keys-missions', 'keys-missions-wall'], measure: scrollBy('keys', 'missions') },
  { rows: ['edit-matrix'], measure: editMatrix },
]

/** The web edition in Chromium, used as a person does. A place that cannot be used fails its rows and no others. */
export const windowSuite = (plans: PlanFiles, folder: string): Suite => ({
  rows: ['open-tenth', 'open', 'import', ...ON_OPEN_PLAN.flatMap((step) => step.rows)],
  measure: async (wants, tell) => {
    const server = await serveWebEdition()
    const browser = await startBrowser(path.join(folder, 'window-profile'))
    try {
      const app = new WebEdition(browser, server.url)
      await app.start()
      if (wants('open-tenth')) {
        await app.import(plans.tenth())
        tell('open-tenth', await opens(app, OPENS, () => app.open(plans.tenth())))
        await browser.page.reload()
      }
      const steps = ON_OPEN_PLAN.filter((step) => step.rows.some(wants))
      if (!wants('open') && !wants('import') && steps.length === 0) return
      tell('import', { value: await app.import(plans.whole()), runs: 1 })
      // Opened anew in any case: what taking a file in leaves behind is no part of the rest.
      tell('open', await opens(app, wants('open') ? OPENS : 1, () => app.open(plans.whole())))
      const failures: unknown[] = []
      for (const { rows, measure } of steps) {
        try {
          await app.untilChecked()
          const measured = await measure(app, browser)
          for (const [at, figure] of measured.entries()) tell(rows[at] as RowName, figure)
        } catch (error) {
          failures.push(error)
        }
      }
      if (failures.length > 0) throw new AggregateError(failures, 'some places could not be measured')
    } finally {
      await browser.close()
      server.close()
    }
  },
})

async function opens(app: WebEdition, runs: number, open: () => Promise<number>): Promise<Figure> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    times.push(await open())
    await app.untilChecked()
  }
  return median(times)
}

async function heapOpen(_app: WebEdition, { devtools }: BrowserPage): Promise<readonly Figure[]> {
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return [{ value: toMegabytes(usedSize), runs: 1 }]
}

/** Scrolls for some seconds: the longest task meanwhile. */
function scrollBy(means: 'wheel' | 'keys', place: BenchPlace): Step['measure'] {
  return async (app, { devtools }) => {
    const grid = await app.goTo(place)
    if (place === 'forces') await app.page.getByRole('button', { name: 'Expandir todo' }).click()
    await grid.focus()
    await app.page.waitForTimeout(SETTLE_MS)
    const work = means === 'keys' ? pressAll : place === 'matrix' ? wheelBothWays : wheelDown
    const { processor, wall } = await longestTask(devtools, () => work(app, grid))
    const runs = means === 'keys' ? 2 * PAGE_KEYS + ARROW_KEYS : WHEEL_STEPS
    return [
      { value: processor, runs },
      { value: wall, runs },
    ]
  }
}

const wheelDown = (app: WebEdition, grid: Locator): Promise<void> => wheel(app, grid, 0, WHEEL_PIXELS)

/** Down over the whole time, then across at a larger scale. */
async function wheelBothWays(app: WebEdition, grid: Locator): Promise<void> {
  await wheelDown(app, grid)
  for (let zoom = 0; zoom < ZOOMS; zoom += 1) await app.page.keyboard.press('+')
  await wheel(app, grid, WHEEL_PIXELS, 0)
}

async function pressAll(app: WebEdition): Promise<void> {
  await press(app, 'PageDown', PAGE_KEYS)
  await press(app, 'ArrowDown', ARROW_KEYS)
  await press(app, 'PageUp', PAGE_KEYS)
}

/** There and half the way back. */
async function wheel(app: WebEdition, grid: Locator, right: number, down: number): Promise<void> {
  const box = await app.page.getByRole('main').boundingBox()
  if (box === null) throw new Error('the place has no box')
  await app.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const before = await scrolled(grid)
  for (let step = 0; step < WHEEL_STEPS; step += 1) {
    const way = step < (WHEEL_STEPS * 2) / 3 ? 1 : -1
    await app.page.mouse.wheel(way * right, way * down)
    await app.page.waitForTimeout(15)
    if (step === WHEEL_STEPS / 2 && (await scrolled(grid)) === before) throw new Error('the wheel scrolls nothing')
  }
}

/** Where the box that holds the rows stands, pixels in both directions as one text. */
const scrolled = (grid: Locator): Promise<string> =>
  grid.evaluate((element) => {
    let at = ''
    for (let box: Element | null = element; box !== null; box = box.parentElement) {
      at += ` ${box.scrollLeft},${box.scrollTop}`
    }
    return at
  })

async function press(app: WebEdition, key: string, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    await app.page.keyboard.press(key)
    await app.page.waitForTimeout(15)
  }
}

/** Steps of the chosen time by the keys of its slider. */
async function scrub(app: WebEdition, place: BenchPlace, keys: readonly string[]): Promise<readonly Figure[]> {
  await app.goTo(place)
  const slider = app.page.getByRole('main').getByRole('slider').first()
  await slider.focus()
  const before = await slider.getAttribute('aria-valuetext')
  const times: number[] = []
  for (const key of keys) {
    for (let step = 0; step < WARM_STEPS + STEPS; step += 1) {
      const work = await app.workOf(() => app.page.keyboard.press(key))
      if (step >= WARM_STEPS) times.push(work)
    }
  }
  if ((await slider.getAttribute('aria-valuetext')) === before) throw new Error('the slider does not move the time')
  return [median(times)]
}

/** Moves a mission to and fro by the keys of the matrix. */
async function editMatrix(app: WebEdition): Promise<readonly Figure[]> {
  const grid = await app.goTo('matrix')
  await grid.focus()
  for (let row = 0; row < 40 && (await grid.locator('[data-bar][data-active]').count()) === 0; row += 1) {
    await app.page.keyboard.press('ArrowDown')
    await app.untilPainted()
  }
  const saved = app.page.getByRole('contentinfo').getByRole('status').first()
  const before = await saved.textContent()
  const times: number[] = []
  for (let step = 0; step < WARM_STEPS + STEPS; step += 1) {
    const work = await app.workOf(() => app.page.keyboard.press(step % 2 === 0 ? 'Alt+ArrowRight' : 'Alt+ArrowLeft'))
    if (step >= WARM_STEPS) times.push(work)
  }
  await app.page.waitForTimeout(500)
  if ((await saved.textContent()) === before) throw new Error('the keys move no mission')
  return [median(times)]
}
