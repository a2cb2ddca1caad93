// npm run bench:scheduling: the scheduling engine on published instances.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { READERS } from './formats.ts'
import { readSchedulingOptions, type SchedulingOptions, USAGE } from './schedulingOptions.ts'
import { type Outcome, solveInstance } from './solveInstance.ts'

const options = readSchedulingOptions(process.argv.slice(2))
if (!options.ok) {
  console.error(`${options.error}\n${USAGE}`)
  process.exit(2)
}
const { dir, format, isJson, workers } = options.value
const files = filesIn(dir, READERS[format].ending)
if (files.length === 0) {
  console.error(`No ${READERS[format].ending} file in ${dir}`)
  process.exit(2)
}

/** With two threads or more, each instance has two: one searches, one proves. */
const lanes = Math.max(1, Math.floor(workers / 2))
const outcomes = lanes > 1 ? await inWorkers(files, options.value) : await oneByOne(files, options.value)
const solved = outcomes.filter(({ feasible }) => feasible)
if (!isJson) {
  const proven = solved.filter((outcome) => outcome.proven).length
  const mean = (of: (outcome: Outcome) => number): number =>
    solved.reduce((sum, outcome) => sum + of(outcome), 0) / Math.max(1, solved.length)
  const gap = mean(({ makespan, lowerBound }) => (makespan ?? 0) / Math.max(1, lowerBound ?? 1) - 1)
  console.log(
    `${outcomes.length} instances, ${solved.length} verified, ${proven} proven; mean ${(100 * gap).toFixed(3)} % over the bound, ${mean(({ seconds }) => seconds).toFixed(3)} s, ${Math.round(mean(({ schedules }) => schedules))} schedules`,
  )
}
process.exitCode = solved.length === outcomes.length ? 0 : 1

function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return []
  const inOrder = new Intl.Collator('en', { numeric: true })
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort(inOrder.compare)
    .map((name) => path.join(folder, name))
}

/** Prints an outcome as soon as it is there. */
function told(outcome: Outcome): Outcome {
  const { instance, makespan, lowerBound, proven, seconds, feasible, problems } = outcome
  if (isJson) {
    console.log(
      JSON.stringify({ instance, makespan, lowerBound, proven, seconds: Number(seconds.toFixed(4)), feasible }),
    )
  } else {
    const state = feasible ? (proven ? 'proven' : '') : 'WRONG'
    console.log(`${instance.padEnd(40)} ${makespan ?? '-'}\t${lowerBound ?? '-'}\t${state}\t${seconds.toFixed(3)}`)
  }
  for (const problem of problems.slice(0, 5)) console.error(`${instance}: ${problem}`)
  return outcome
}

async function oneByOne(all: readonly string[], solveOptions: SchedulingOptions): Promise<Outcome[]> {
  const found: Outcome[] = []
  for (const file of all) found.push(told(await solveInstance(file, solveOptions)))
  return found
}

function inWorkers(all: readonly string[], solveOptions: SchedulingOptions): Promise<Outcome[]> {
  const waiting = all.toReversed()
  const found: Outcome[] = []
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('solveWorker.ts', import.meta.url), { workerData: solveOptions })
      const next = (): void => {
        const file = waiting.pop()
        if (file === undefined) {
          worker.terminate().then(() => resolve(), reject)
        } else worker.postMessage(file)
      }
      worker.on('error', reject)
      worker.on('message', (outcome: Outcome) => {
        found.push(told(outcome))
        next()
      })
      next()
    })
  return Promise.all(Array.from({ length: Math.min(lanes, all.length) }, one)).then(() => found)
}
