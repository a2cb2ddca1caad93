import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import type { EditTimes } from './page/session.ts'
import type { PlanFiles } from './PlanFiles.ts'
import type { Suite } from './rows.ts'
import { type BrowserPage, startBrowser } from './startBrowser.ts'
import { serveFolder } from './serveFolder.ts'
import { median, percentile, toMegabytes } from './statistics.ts'

const OPENS = 3
const WARM_EDITS = 50
const EDITS = 300
const UNDOS = 200
const MOVES = 1_000

/** The program's session, database and worker in Chromium, without the interface: the same code, the same IndexedDB. */
export const sessionSuite = (plans: PlanFiles, folder: string): Suite => ({
  rows: [
    'check-first',
    'edit',
    'edit-p99',
    'edit-durable',
    'edit-durable-p99',
    'undo',
    'undo-p99',
    'check-edit',
    'check-edit-p99',
    'heap-edits',
    'heap-worker',
  ],
  measure: async (wants, tell) => {
    const pages = path.join(folder, 'session-page')
    await buildPage(pages)
    copyFileSync(plans.whole().file, path.join(pages, 'plan.valles'))
    const server = await serveFolder(pages)
    const browser = await startBrowser(path.join(folder, 'session-profile'))
    const { page } = browser
    try {
      await page.goto(server.url)
      const id = await page.evaluate(() => window.bench.importPlan('/plan.valles'))
      const opens: number[] = []
      for (let run = 0; run < (wants('check-first') ? OPENS : 1); run += 1) {
        await page.reload()
        opens.push(await page.evaluate((plan) => window.bench.open(plan), id))
      }
      tell('check-first', median(opens))
      await page.evaluate((count) => window.bench.edit('mixed', count, 1), WARM_EDITS)
      const edits = await page.evaluate((count) => window.bench.edit('mixed', count, 2), EDITS)
      tell('edit', median(edits.memory))
      tell('edit-p99', percentile(edits.memory, 0.99))
      tell('edit-durable', median(edits.durable))
      tell('edit-durable-p99', percentile(edits.durable, 0.99))
      const undone = await page.evaluate((count) => window.bench.undo(count), UNDOS)
      tell('undo', median(undone))
      tell('undo-p99', percentile(undone, 0.99))
      const hasMemory = wants('heap-edits') || wants('heap-worker')
      if (!hasMemory && !wants('check-edit') && !wants('check-edit-p99')) return
      const { checked }: EditTimes = await page.evaluate((count) => window.bench.edit('moves', count, 3), MOVES)
      tell('check-edit', median(checked))
      tell('check-edit-p99', percentile(checked, 0.99))
      if (!hasMemory) return
      const heap = await heapOf(browser)
      tell('heap-edits', { value: toMegabytes(heap.window), runs: 1 })
      tell('heap-worker', { value: toMegabytes(heap.worker), runs: 1 })
    } finally {
      await browser.close()
      server.close()
    }
  },
})

const buildPage = (outDir: string) =>
  build({
    root: path.join(import.meta.dirname, 'page'),
    base: './',
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'chrome120', modulePreload: { polyfill: false } },
    worker: { format: 'es' },
  })

interface MemoryBreakdown {
  readonly bytes: number
  readonly attribution: readonly { readonly scope: string }[]
}

/** Bytes after a collection of garbage, by where they are. */
async function heapOf({ page, devtools }: BrowserPage): Promise<{ window: number; worker: number }> {
  await devtools.send('HeapProfiler.collectGarbage')
  const { breakdown } = await page.evaluate(() =>
    (
      performance as Performance & {
        measureUserAgentSpecificMemory(): Promise<{ breakdown: readonly MemoryBreakdown[] }>
      }
    ).measureUserAgentSpecificMemory(),
  )
  const sum = (scope: string): number =>
    breakdown.filter((b) => b.attribution.some((a) => a.scope === scope)).reduce((total, b) => total + b.bytes, 0)
  return { window: sum('Window'), worker: sum('DedicatedWorkerGlobalScope') }
}
