import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { domainSuite } from './domainSuite.ts'
import { PlanFiles } from './PlanFiles.ts'
import type { Figure, RowName } from './rows.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'valles-bench-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

const measure = async (wants: (name: RowName) => boolean): Promise<Map<RowName, Figure>> => {
  const figures = new Map<RowName, Figure>()
  const suite = domainSuite(new PlanFiles(folder, { units: 40, missions: 200 }))
  await suite.measure(wants, (name, figure) => figures.set(name, figure))
  return figures
}

test('every row of the domain is a figure, even on a small plan', async () => {
  const figures = await measure(() => true)
  expect([...figures.keys()].sort()).toEqual(
    [...domainSuite(new PlanFiles(folder, { units: 40, missions: 200 })).rows].sort(),
  )
  for (const [name, { value, runs }] of figures) {
    expect(Number.isFinite(value) && value > 0, name).toBe(true)
    expect(runs, name).toBeGreaterThan(0)
  }
})

test('what nobody wants is not measured', async () => {
  expect([...(await measure((name) => name === 'file-encode')).keys()]).toEqual(['file-encode'])
})
