// npm test: the whole gate. `--only=unit,e2e` runs some of its steps, `--list` names them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { install } from './install.mjs'
import { run } from './run.mjs'

const reports = mkdtempSync(path.join(tmpdir(), 'valles-gate-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))
const report = (name) => path.join(reports, `${name}.json`)
const reading = (name) => JSON.parse(readFileSync(report(name), 'utf8'))

const npmScript = (name) => (options) => run('npm', ['run', '--silent', name], options)

/** Steps of one group run two at a time; the next group waits for all of them. A step without `count` is one check. */
const GROUPS = [
  [
    { name: 'types', start: npmScript('types') },
    { name: 'lint', start: npmScript('lint') },
    { name: 'layers', start: npmScript('layers') },
    { name: 'unused', start: npmScript('unused') },
    { name: 'format', start: npmScript('format:check') },
    { name: 'build', start: (options) => build({ always: true, ...options }) },
  ],
  [
    {
      name: 'unit',
      start: (options) =>
        run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report('unit')}`], options),
      count: () => {
        const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = reading('unit')
        return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
      },
    },
  ],
  [
    {
      name: 'e2e',
      start: async (options) => {
        const missing = await ensureChromium()
        if (missing) return { code: 1, output: `${missing}\n` }
        const built = await build(options)
        if (built.code !== 0) return built
        const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report('e2e') }
        return run('playwright', ['test', '--reporter=list,json'], { ...options, env })
      },
      count: () => {
        const { expected, unexpected, flaky, skipped } = reading('e2e').stats
        return { passed: expected, failed: unexpected + flaky, skipped }
      },
    },
  ],
]

const namesOf = (groups) => groups.flat().map((step) => step.name)
const options = process.argv.slice(2)
if (options.includes('--list')) {
  console.log(namesOf(GROUPS).join('\n'))
  process.exit(0)
}
const only = options
  .find((option) => option.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',')
const unknown = [
  ...(only ?? []).filter((name) => !namesOf(GROUPS).includes(name)),
  ...options.filter((option) => !option.startsWith('--only=')),
]
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Steps are ${namesOf(GROUPS).join(', ')}.`)
  process.exit(2)
}

const total = { passed: 0, failed: 0, skipped: 0 }
const stopping = new AbortController()
process.on('SIGINT', () => {
  stopping.abort()
  process.exit(130)
})

/** A step that ends badly counts at least one failure; a test step that ran no test has failed. */
const countOf = (step, succeeded) => {
  if (!step.count) return succeeded ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
  let counted
  try {
    counted = step.count()
  } catch {
    counted = { passed: 0, failed: 0, skipped: 0 }
  }
  const healthy = succeeded && counted.passed > 0
  return healthy ? counted : { ...counted, failed: Math.max(1, counted.failed) }
}

const perform = async (step, alone) => {
  const startedAt = performance.now()
  if (alone) console.log(`\n── ${step.name}`)
  const { code, output } = await step.start({ quiet: !alone, signal: stopping.signal })
  if (stopping.signal.aborted) return
  const count = countOf(step, code === 0)
  for (const key of Object.keys(total)) total[key] += count[key]
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const tests = step.count ? `  ${count.passed} of ${count.passed + count.failed} tests` : ''
  if (count.failed > 0) {
    stopping.abort()
    console.log(`${output}✗ ${step.name.padEnd(8)} ${seconds.padStart(6)} s${tests}`)
  } else console.log(`✓ ${step.name.padEnd(8)} ${seconds.padStart(6)} s${tests}`)
}

await install()
for (const group of GROUPS) {
  const waiting = group.filter((step) => !only || only.includes(step.name))
  const alone = waiting.length === 1
  const worker = async () => {
    for (let step = waiting.shift(); step && !stopping.signal.aborted; step = waiting.shift())
      await perform(step, alone)
  }
  await Promise.all([worker(), worker()])
  if (stopping.signal.aborted) break
}

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(total.failed > 0 ? 1 : 0)
