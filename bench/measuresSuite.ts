import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator } from '@playwright/test'
import { encodePlanFile } from '../src/domain/formats/planFile.ts'
import type { AnyRecord, RecordOf } from '../src/domain/records/catalog.ts'
import type { Position } from '../src/domain/records/common.ts'
import { isIdOf, makeId } from '../src/domain/records/ids.ts'
import { MANY, MEASURE_TYPES, type MeasureType } from '../src/domain/records/measureTypes.ts'
import { generatePlan } from './generatePlan.ts'
import type { GeneratedPlan } from './PlanFiles.ts'
import type { Figure, Suite } from './rows.ts'
import { serveWebEdition } from './serveWebEdition.ts'
import { startBrowser } from './startBrowser.ts'
import { median } from './statistics.ts'
import { WebEdition } from './WebEdition.ts'

const MEASURES = 400
const RUNS = 3
/** Vertices of free lines and areas. */
const VERTICES = 8
/** Degrees. */
const SIDE = 0.25
const COLUMNS = 25

const TYPES = MEASURE_TYPES.filter(({ shape }) => shape !== 'point')

/** Control measures of every kind that lines and areas are, beside one another. */
const measures = (): readonly RecordOf<'overlay'>[] =>
  Array.from({ length: MEASURES }, (_, i) => measure(i, TYPES[i % TYPES.length] as MeasureType))

/** A small plan, with or without them. */
function measuresPlan(folder: string, isEmpty: boolean): GeneratedPlan {
  const generated = generatePlan({ units: 50, missions: 50, seed: isEmpty ? 8 : 7 })
  const title = isEmpty ? 'Sin medidas' : 'Con medidas'
  const others = generated.filter(({ id }) => !isIdOf('overlay', id))
  const named = others.map((record): AnyRecord => (isIdOf('plan', record.id) ? { ...record, title } : record))
  const records: readonly AnyRecord[] = isEmpty ? named : [...named, ...measures()]
  const file = path.join(folder, isEmpty ? 'no-measures.valles' : 'measures.valles')
  writeFileSync(file, encodePlanFile(records))
  return { title, records, file }
}

function measure(index: number, type: MeasureType): RecordOf<'overlay'> {
  const west = -75.5 + (index % COLUMNS) * 0.12
  const south = -13.5 + Math.floor(index / COLUMNS) * 0.12
  const at = ([right, up]: readonly [number, number]): Position => [west + right * SIDE, south + up * SIDE]
  const free = Array.from({ length: VERTICES }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / VERTICES
    return type.shape === 'area'
      ? at([0.5 + Math.cos(angle) / 2, 0.5 + Math.sin(angle) / 2])
      : at([i / VERTICES, 0.5 + Math.sin(angle + index) / 4])
  })
  return {
    id: makeId('overlay', `m-${index}`),
    createdRevision: 0,
    updatedRevision: 0,
    name: `M ${index}`,
    label2: '',
    kind: type.kind,
    symbol: type.symbol,
    echelon: 'none',
    shape: type.shape,
    points: type.maxPoints === MANY ? free : type.sample.map(at),
    widths: [...type.widths],
    unit: null,
    component: null,
    mission: null,
    phase: null,
    from: null,
    to: null,
  }
}

/** The first draw of 400 measures on an open map, and all of it from the click on the map on. */
export const measuresSuite = (folder: string): Suite => ({
  rows: ['map-measures', 'map-measures-open'],
  measure: async (wants, tell) => {
    const server = await serveWebEdition()
    const browser = await startBrowser(path.join(folder, 'measures-profile'))
    try {
      await browser.page.addInitScript(countAnswers)
      const app = new WebEdition(browser, server.url)
      await app.start()
      if (wants('map-measures')) tell('map-measures', await repeated(app, measuresPlan(folder, true), firstDraw))
      if (wants('map-measures-open'))
        tell('map-measures-open', await repeated(app, measuresPlan(folder, false), openMap))
    } finally {
      await browser.close()
      server.close()
    }
  },
})

async function repeated(
  app: WebEdition,
  plan: GeneratedPlan,
  draw: (app: WebEdition) => Promise<number>,
): Promise<Figure> {
  await app.page.reload()
  await app.import(plan)
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    await app.open(plan)
    await app.untilChecked()
    times.push(await draw(app))
    // What was pasted does not stay for the next time.
    if (await app.page.getByRole('button', { name: 'Deshacer' }).isEnabled()) await app.page.keyboard.press('Control+z')
  }
  return median(times)
}

/** In the page, before the program starts: a worker's answers are counted as they come. */
function countAnswers(): void {
  window.answered = 0
  const Plain = window.Worker
  window.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      if (!String(url).includes('multipointWorker')) return
      this.addEventListener('message', ({ data }: MessageEvent<{ drawings: readonly unknown[] }>) => {
        window.answered += data.drawings.filter((drawing) => drawing !== null).length
      })
    }
  }
}

const mapButton = ({ page }: WebEdition): Locator =>
  page.getByRole('navigation').getByRole('button', { name: 'Mapa', exact: true })

/** On an open map, nothing of the renderer being loaded: the measures come in by one paste. */
async function firstDraw(app: WebEdition): Promise<number> {
  const { page } = app
  await mapButton(app).click()
  await page.waitForFunction(() => document.querySelector('[role=application][data-drawn]') !== null)
  await page.waitForTimeout(2_000)
  return page.evaluate(
    ({ text, format, count }) =>
      new Promise<number>((resolve) => {
        const began = performance.now()
        const clipboardData = new DataTransfer()
        clipboardData.setData(format, text)
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
        const look = (): void => {
          if (window.answered < count) requestAnimationFrame(look)
          else requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)))
        }
        look()
      }),
    { text: JSON.stringify(measures()), format: 'application/x-valles-measures+json', count: MEASURES },
  )
}

/** From the click on the map's place, whose own first draw goes on beside it. */
async function openMap(app: WebEdition): Promise<number> {
  const { page } = app
  await page.evaluate((count) => {
    window.drawn = new Promise((resolve) => {
      const begin = ({ timeStamp }: Event): void => {
        const look = (): void => {
          if (window.answered < count) requestAnimationFrame(look)
          else requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - timeStamp)))
        }
        look()
      }
      window.addEventListener('pointerup', begin, { capture: true, once: true })
    })
  }, MEASURES)
  await mapButton(app).click()
  return page.evaluate(() => window.drawn)
}

declare global {
  interface Window {
    /** Drawings that the reference renderer has given. */
    answered: number
  }
}
