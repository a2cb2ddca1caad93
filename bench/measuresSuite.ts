import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { encodePlanFile } from '../src/domain/formats/planFile.ts'
import type { AnyRecord, RecordOf } from '../src/domain/records/catalog.ts'
import type { Position } from '../src/domain/records/common.ts'
import { isIdOf, makeId } from '../src/domain/records/ids.ts'
import { MANY, MEASURE_TYPES, type MeasureType } from '../src/domain/records/measureTypes.ts'
import { generatePlan } from './generatePlan.ts'
import type { GeneratedPlan } from './PlanFiles.ts'
import type { Suite } from './rows.ts'
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

/** A small plan with control measures of every kind that lines and areas are, beside one another. */
function measuresPlan(folder: string): GeneratedPlan {
  const generated = generatePlan({ units: 50, missions: 50, seed: 7 })
  const types = MEASURE_TYPES.filter(({ shape }) => shape !== 'point')
  const overlays = Array.from(
    { length: MEASURES },
    (_, i): AnyRecord => measure(i, types[i % types.length] as MeasureType),
  )
  const records = [...generated.filter(({ id }) => !isIdOf('overlay', id)), ...overlays]
  const file = path.join(folder, 'measures.valles')
  writeFileSync(file, encodePlanFile(records))
  const meta = records.find((record): record is RecordOf<'plan'> => isIdOf('plan', record.id))
  if (meta === undefined) throw new Error('the generated plan has no plan record')
  return { title: meta.title, records, file }
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

/**
 * From the click on the map's place until every measure is drawn as its symbol: the start of the worker that holds the
 * reference renderer, its answers, and the two frames after the last of them.
 */
export const measuresSuite = (folder: string): Suite => ({
  rows: ['map-measures'],
  measure: async (wants, tell) => {
    if (!wants('map-measures')) return
    const server = await serveWebEdition()
    const browser = await startBrowser(path.join(folder, 'measures-profile'))
    try {
      await browser.page.addInitScript(countAnswers)
      const app = new WebEdition(browser, server.url)
      await app.start()
      const plan = measuresPlan(folder)
      await app.import(plan)
      const times: number[] = []
      for (let run = 0; run < RUNS; run += 1) times.push(await firstDraw(app, plan))
      tell('map-measures', median(times))
    } finally {
      await browser.close()
      server.close()
    }
  },
})

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

async function firstDraw(app: WebEdition, plan: GeneratedPlan): Promise<number> {
  const { page } = app
  await app.open(plan)
  await app.untilChecked()
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
  await page.getByRole('navigation').getByRole('button', { name: 'Mapa', exact: true }).click()
  return page.evaluate(() => window.drawn)
}

declare global {
  interface Window {
    /** Drawings that the reference renderer has given. */
    answered: number
  }
}
