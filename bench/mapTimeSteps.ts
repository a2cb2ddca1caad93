import type { Page } from '@playwright/test'
import type { Figure, RowName } from './rows.ts'
import type { BrowserPage } from './startBrowser.ts'
import { median, toMegabytes } from './statistics.ts'
import type { WebEdition } from './WebEdition.ts'

const WARM_STEPS = 5
const STEPS = 40
/** By an hour, and by a day. */
const KEYS = ['ArrowRight', 'Shift+ArrowRight']
/** The horizon of the generated plan at a week a second, with room for slow frames. */
const PLAY_MS = 240_000

export const MAP_TIME_ROWS = [
  'map-scrub',
  'map-play',
  'map-play-longest',
  'heap-map-play',
] as const satisfies readonly RowName[]

/** Steps of the chosen time by keys, all units and the missions of the moment in view. */
export async function scrubMap(app: WebEdition): Promise<readonly Figure[]> {
  const { page } = app
  const slider = sliderOf(page)
  const before = await slider.getAttribute('aria-valuetext')
  await slider.focus()
  const times: number[] = []
  for (const key of KEYS) {
    for (let step = 0; step < WARM_STEPS + STEPS; step += 1) {
      const work = await app.workOf(() => page.keyboard.press(key))
      if (step >= WARM_STEPS) times.push(work)
    }
  }
  if ((await slider.getAttribute('aria-valuetext')) === before) throw new Error('the keys do not move the time')
  return [median(times)]
}

/** Plays the whole horizon at a week a second, from its beginning until it stops by itself. */
export async function playThrough(page: Page): Promise<void> {
  const slider = sliderOf(page)
  await slider.focus()
  await page.keyboard.press('Home')
  await page.getByRole('button', { name: 'Reproducir', exact: true }).click()
  await page.getByRole('button', { name: 'Pausar', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Reproducir', exact: true }).waitFor({ timeout: PLAY_MS })
}

/** A week a second. */
export async function chooseFastest(page: Page): Promise<void> {
  await page.getByRole('button', { name: '1 d/s', exact: true }).click()
  await page.getByText('7 d/s', { exact: true }).click()
}

/** What the heap of the window has grown by while something was done. */
export async function heapGrowth({ devtools }: BrowserPage, work: () => Promise<void>): Promise<number> {
  const used = async (): Promise<number> => {
    await devtools.send('HeapProfiler.collectGarbage')
    return (await devtools.send('Runtime.getHeapUsage')).usedSize
  }
  const before = await used()
  await work()
  return toMegabytes((await used()) - before)
}

const sliderOf = (page: Page) => page.getByRole('slider', { name: 'Momento elegido' })
