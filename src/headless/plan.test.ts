import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'valles-plan-'))
const at = (name: string): string => path.join(folder, name)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the program as `npm run -s plan --` does: with the Node of the lockfile, unbuilt. */
function plan(...args: readonly string[]) {
  const env = {
    ...process.env,
    PATH: `${path.join(ROOT, 'node_modules/.bin')}${path.delimiter}${process.env.PATH ?? ''}`,
  }
  const { status, stdout, stderr } = spawnSync('node', [path.join(ROOT, 'src/headless/plan.ts'), ...args], {
    encoding: 'utf8',
    env,
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status, stdout, stderr }
}

const H_HOUR = ['--h-hour', '2023-01-03T06:00-05:00'] as const

test('--help explains and succeeds, in both languages', () => {
  expect(plan('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('Uso:'), stderr: '' })
  expect(plan('--help', '--language', 'en').stdout).toContain('Usage:')
})

describe('the 2023 campaign', () => {
  test('is made, told about and checked', () => {
    expect(plan('new', '--template', 'campaign-2023', '--out', 'campaign.valles')).toMatchObject({
      status: 0,
      stderr: '',
    })
    const info = JSON.parse(plan('info', 'campaign.valles', '--json').stdout)
    expect(info).toMatchObject({ timeZone: 'America/Lima', migratedFrom: null, records: { plan: 1, objective: 3 } })
    expect(info.components.map((c: { kind: string }) => c.kind)).toEqual(['ground', 'naval', 'air', 'sof', 'partners'])
    const units = info.components.map((c: { units: number }) => c.units)
    expect(units.reduce((sum: number, n: number) => sum + n, 0)).toBe(info.records.unit)
    const check = plan('check', 'campaign.valles', '--json')
    expect(check).toMatchObject({ status: 1, stderr: '' })
    const { counts, findings } = JSON.parse(check.stdout)
    expect(findings.filter((f: { severity: string }) => f.severity === 'error')).toHaveLength(counts.open.error)
    expect(findings[0]).toMatchObject({ rule: 'double-booking', severity: 'error', records: expect.any(Array) })
  })

  test('is simulated: the same seed says the same, with chances and intervals', () => {
    plan('new', '--template', 'campaign-2023', '--out', 'risk.valles')
    const simulate = (...more: string[]) => plan('risk', 'risk.valles', '--json', '--runs', '500', ...more)
    const { status, stdout, stderr } = simulate()
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const report = JSON.parse(stdout)
    expect(report).toMatchObject({ runs: 500, seed: 1, ignoredDependencies: [] })
    expect(report.groups.find((g: { code: string }) => g.code === 'Despliegue')).toMatchObject({
      due: 20_160,
      inTime: { low: expect.any(Number), high: expect.any(Number) },
    })
    expect(simulate().stdout).toBe(stdout)
    expect(simulate('--seed', '2').stdout).not.toBe(stdout)
    expect(plan('risk', 'risk.valles', '--runs', '100').stdout).toMatch(/^Fin del plan: P50 \d{6}R .* P80 /m)
    expect(plan('risk', 'risk.valles', '--runs', '100', '--language', 'en').stdout).toMatch(/^End of the plan: P50 /m)
  })

  test('is given times and units for what lacks them, without a new error, the same for the same seed', () => {
    plan('new', '--template', 'campaign-2023', '--out', 'assign.valles')
    const six = 'M-115,M-116,M-117,M-118,M-119,M-120'
    const assign = (...more: string[]) =>
      plan('assign', 'assign.valles', '--json', '--missions', six, '--rounds', '50', ...more)
    const { status, stdout, stderr } = assign('--out', 'assigned.valles')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const report = JSON.parse(stdout)
    expect(report.changes.map((c: { code: string }) => c.code)).toEqual(six.split(','))
    expect(report.unplaced).toEqual([])
    expect(assign().stdout).toBe(stdout)
    const errorsOf = (file: string): string[] =>
      JSON.parse(plan('check', file, '--json').stdout)
        .findings.filter((f: { severity: string }) => f.severity === 'error')
        .map((f: { key: string }) => f.key)
    expect(errorsOf('assigned.valles')).toEqual(errorsOf('assign.valles'))
    expect(plan('assign', 'assign.valles', '--missions', 'M-999')).toMatchObject({ status: 2, stdout: '' })
    expect(plan('assign', 'assign.valles', '--goals', 'finish,finish').stderr).toContain('--goals')
    expect(plan('assign', 'assign.valles', '--rounds', '1').stdout).toMatch(/^ {2}M-116 {2}\d{6}R /m)
  })

  test('is checked in readable text, Spanish first', () => {
    plan('new', '--template', 'campaign-2023', '--out', 'text.valles')
    expect(plan('check', 'text.valles').stdout).toMatch(/^error \[double-booking\] .*: faltan? /m)
    expect(plan('check', 'text.valles', '--language', 'en').stdout).toMatch(/^error \[double-booking\] .* short$/m)
    expect(plan('info', 'text.valles').stdout).toContain('Componente terrestre: ')
  })

  test('comes back byte by byte from a template', () => {
    plan('new', '--template', 'campaign-2023', '--out', 'one.valles')
    expect(plan('convert', 'one.valles', 'one.json').status).toBe(0)
    expect(plan('convert', 'one.json', 'two.valles').status).toBe(0)
    expect(readFileSync(at('two.valles')).equals(readFileSync(at('one.valles')))).toBe(true)
  })
})

test('a blank plan takes a title and an H-hour, and has no errors', () => {
  const made = plan('new', '--template', 'blank', '--out', 'blank.valles', '--title', 'Plan Ene', ...H_HOUR)
  expect(made).toMatchObject({ status: 0, stderr: '' })
  expect(JSON.parse(plan('info', 'blank.valles', '--json').stdout)).toMatchObject({
    title: 'Plan Ene',
    hHour: '2023-01-03T11:00:00.000Z',
    records: { mission: 0, unit: 0 },
  })
  expect(plan('check', 'blank.valles')).toMatchObject({ status: 0, stdout: 'Plan Ene\nSin hallazgos.\n' })
})

describe('unusable input gives 2 and one line on standard error, and nothing else', () => {
  function damaged(name: string, change: (text: string) => string): string {
    plan('new', '--template', 'blank', '--out', 'whole.valles', ...H_HOUR)
    writeFileSync(at(name), change(readFileSync(at('whole.valles'), 'utf8')))
    return name
  }

  test.each([
    ['no verb', () => []],
    ['another verb', () => ['draw']],
    ['an unknown option', () => ['check', '--loud', 'x']],
    ['an option without its value', () => ['new', '--template']],
    ['an unknown language', () => ['check', 'x', '--language', 'fr']],
    ['no file', () => ['check']],
    ['no runs', () => ['risk', 'campaign.valles', '--runs', '0']],
    ['a shape that is none', () => ['risk', 'campaign.valles', '--shape', 'round']],
    ['a seed that is none', () => ['risk', 'campaign.valles', '--seed', '-1']],
    ['too many files', () => ['info', 'a', 'b']],
    ['an unknown template', () => ['new', '--template', '../secret', '--out', 'x.valles']],
    ['no place to write', () => ['new', '--template', 'blank']],
    [
      'a time without a zone',
      () => ['new', '--template', 'blank', '--out', 'x.valles', '--h-hour', '2023-01-03T06:00'],
    ],
    ['a folder that is not there', () => ['new', '--template', 'blank', '--out', 'none/x.valles']],
    ['a file that is not there', () => ['check', 'none.valles']],
    ['a folder', () => ['check', '.']],
    ['an empty file', () => ['check', damaged('empty.valles', () => '')]],
    ['another file', () => ['check', damaged('other.valles', () => 'GIF89a\0\n\n')]],
    ['half a file', () => ['check', damaged('half.valles', (text) => text.slice(0, text.length / 2))]],
    ['a changed file', () => ['check', damaged('changed.valles', (text) => text.replace('ground', 'naval'))]],
    ['a newer file', () => ['info', damaged('newer.valles', (text) => text.replace(/"version":\d+/, '"version":99'))]],
    ['broken JSON', () => ['convert', damaged('broken.json', () => '{"template":'), 'x.valles']],
    ['JSON that is no template', () => ['convert', damaged('list.json', () => '[1,\n2]'), 'x.valles']],
    ['the same file twice', () => ['convert', damaged('same.valles', (text) => text), './same.valles']],
  ] as const)('%s', (_, args) => {
    const { status, stdout, stderr } = plan(...args())
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^[^\n]{10,}\n$/)
    expect(stderr).not.toMatch(/\bat .*:\d+|Error:/)
  })
})
