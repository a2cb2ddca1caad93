import type { Locator, Page } from '@playwright/test'
import type { GeneratedPlan } from './PlanFiles.ts'
import type { BrowserPage } from './startBrowser.ts'

const PLACES = { forces: 'Fuerzas', matrix: 'Matriz', missions: 'Misiones' } as const
export type BenchPlace = keyof typeof PLACES

/** The longest that anything may take before it counts as broken. */
const PATIENCE_MS = 120_000

/** The web edition in a browser, used as a person does: by what is written on it. */
export class WebEdition {
  readonly #browser: BrowserPage
  readonly #url: string

  constructor(browser: BrowserPage, url: string) {
    this.#browser = browser
    this.#url = url
    this.page.setDefaultTimeout(PATIENCE_MS)
  }

  get page(): Page {
    return this.#browser.page
  }

  async start(): Promise<void> {
    // Processor time of the thread: what other programs do meanwhile does not count.
    await this.#browser.devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
    // Without the browser's own picker the program falls back to a file input, which can be filled from here.
    await this.page.addInitScript(() => Reflect.deleteProperty(window, 'showOpenFilePicker'))
    await this.page.goto(this.#url)
    await this.page.locator('[data-app-ready]').waitFor({ state: 'attached' })
  }

  /** Takes a plan file in, which opens it: milliseconds until its bars are drawn. */
  async import({ file }: GeneratedPlan): Promise<number> {
    const asked = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: 'Importar un plan…' }).click()
    const chooser = await asked
    await this.#timeFrom('change')
    await chooser.setFiles(file)
    return this.#time()
  }

  /** Starts the program anew and opens a plan from the library: milliseconds from the click until its bars are drawn. */
  async open({ title }: GeneratedPlan): Promise<number> {
    await this.page.reload()
    const row = this.page.getByRole('main').getByRole('button', { name: title }).first()
    await row.waitFor()
    // What the start of the program still does is not part of opening.
    await this.page.waitForTimeout(500)
    await this.#timeFrom('pointerup')
    await row.click()
    return this.#time()
  }

  /** Goes to a place and gives the grid or tree that stands there; fails where there is none. */
  async goTo(place: BenchPlace): Promise<Locator> {
    const name = PLACES[place]
    await this.page.getByRole('navigation').getByRole('button', { name, exact: true }).click()
    const grid = this.page.getByRole('main', { name }).locator('[role=treegrid], [role=grid]').first()
    await grid.waitFor()
    await grid.getByRole('row').nth(1).waitFor()
    return grid
  }

  /** Waits until the first whole check is through, so that its work falls into nobody's measurement. */
  async untilChecked(): Promise<void> {
    await this.page.getByRole('contentinfo').getByText('Verificando').waitFor({ state: 'detached' })
    await this.untilPainted()
  }

  /** Waits until two frames have been drawn. */
  async untilPainted(): Promise<void> {
    await this.page.evaluate(
      () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
    )
  }

  /** Milliseconds for which script, style and layout of the window have the processor while something is done and drawn. */
  async workOf(doIt: () => Promise<void>): Promise<number> {
    const before = await this.#workSoFar()
    await doIt()
    await this.untilPainted()
    return (await this.#workSoFar()) - before
  }

  async #workSoFar(): Promise<number> {
    const { metrics } = await this.#browser.devtools.send('Performance.getMetrics')
    const parts = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration']
    return metrics.filter((m) => parts.includes(m.name)).reduce((sum, m) => sum + m.value * 1_000, 0)
  }

  /** Lets the page take the time from an event on until the matrix has bars and the frame with them is through. */
  async #timeFrom(event: 'pointerup' | 'change'): Promise<void> {
    await this.page.evaluate((type) => {
      window.opened = new Promise((resolve) => {
        const begin = ({ timeStamp }: Event): void => {
          const look = (): void => {
            const isDrawn = document.querySelector('main [role=treegrid] [data-bar]') !== null
            if (!isDrawn) requestAnimationFrame(look)
            else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)))
          }
          look()
        }
        // The input that a page makes to choose a file stands in no document.
        if (type === 'pointerup') window.addEventListener(type, begin, { capture: true, once: true })
        else begin(new Event(type))
      })
    }, event)
  }

  #time(): Promise<number> {
    return this.page.evaluate(() => window.opened)
  }
}

declare global {
  interface Window {
    opened: Promise<number>
  }
}
