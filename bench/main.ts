// npm run bench: what each interaction costs. `--size UNITSxMISSIONS`, `--only NAME,NAME`, `--json`.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { domainSuite } from './domainSuite.ts'
import { mapSuite } from './mapSuite.ts'
import { measuresSuite } from './measuresSuite.ts'
import { readOptions, USAGE } from './options.ts'
import { PlanFiles } from './PlanFiles.ts'
import { asJson, asTable } from './report.ts'
import { type Figure, ROW_NAMES, type RowName } from './rows.ts'
import { riskSuite } from './riskSuite.ts'
import { sessionSuite } from './sessionSuite.ts'
import { taskingSuite } from './taskingSuite.ts'
import { windowSuite } from './windowSuite.ts'

const options = readOptions(process.argv.slice(2))
if (!options.ok) {
  console.error(`${options.error}\n${USAGE}`)
  process.exit(2)
}
const { units, missions, rows, isJson } = options.value
const folder = mkdtempSync(path.join(tmpdir(), 'valles-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130))

const plans = new PlanFiles(folder, { units, missions })
const figures = new Map<RowName, Figure>()
const wants = (name: RowName): boolean => rows.includes(name)
for (const suite of [
  domainSuite(plans),
  riskSuite,
  taskingSuite,
  sessionSuite(plans, folder),
  windowSuite(plans, folder),
  mapSuite(folder),
  measuresSuite(folder),
]) {
  if (!suite.rows.some(wants)) continue
  try {
    await suite.measure(wants, (name, figure) => {
      if (!wants(name)) return
      figures.set(name, figure)
      console.error(`${name}: ${figure.value.toFixed(2)}`)
    })
  } catch (error) {
    console.error(error)
  }
}

const measured = ROW_NAMES.filter(wants)
const inOrder = new Map(measured.flatMap((name) => (figures.has(name) ? [[name, figures.get(name) as Figure]] : [])))
console.log(isJson ? asJson(inOrder) : `${units} units, ${missions} missions\n\n${asTable(measured, inOrder)}`)
const failed = measured.filter((name) => !figures.has(name))
if (failed.length > 0) console.error(`Could not be measured: ${failed.join(', ')}`)
process.exit(failed.length > 0 ? 1 : 0)
