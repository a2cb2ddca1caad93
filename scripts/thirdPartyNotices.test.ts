import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type ProductionPackage, productionPackages } from './productionPackages.ts'
import { isAllowed, licenceProblems, noticesOf } from './thirdPartyNotices.ts'

const root = path.resolve(import.meta.dirname, '..')

const shipped = (fields: Partial<ProductionPackage>): ProductionPackage => ({
  name: 'made-up',
  version: '1.0.0',
  licence: 'MIT',
  author: '',
  source: '',
  texts: ['Terms'],
  ...fields,
})

test('every package that is shipped has a licence that allows it', () => {
  const packages = productionPackages(root)
  expect(packages.length).toBeGreaterThan(50)
  expect(licenceProblems(root, packages)).toEqual([])
})

test('a package without a licence, under another one, or without what its licence asks for is named', () => {
  const problems = licenceProblems(root, [
    shipped({}),
    shipped({ texts: [] }),
    shipped({ licence: '' }),
    shipped({ licence: 'GPL-3.0-only' }),
    shipped({ licence: 'MPL-2.0' }),
    shipped({ licence: 'ISC', texts: [] }),
  ])
  expect(problems).toEqual([
    'made-up 1.0.0 names no licence',
    'made-up 1.0.0 is under GPL-3.0-only, which is not among those allowed',
    'made-up 1.0.0 does not say where its source is',
    'made-up 1.0.0 comes without the text of ISC',
  ])
})

test('of a choice one must be allowed, of a sum all', () => {
  expect(['MIT', '(MIT OR GPL-3.0-only)', '(MIT AND Zlib)', 'GPL-2.0-only OR MIT AND ISC'].every(isAllowed)).toBe(true)
  expect(['UNLICENSED', 'SEE LICENSE IN x', '(MIT AND GPL-3.0-only)', 'MIT AND (ISC OR MIT)'].some(isAllowed)).toBe(
    false,
  )
})

test('the notices name every package with its version, and say what the licences ask to be said', () => {
  const notices = noticesOf(root)
  for (const { name, version } of productionPackages(root)) expect(notices).toContain(`\n${name} ${version} (`)
  expect(notices).toContain('Copyright (c) Meta Platforms')
  expect(notices).toContain('Copyright (c) 2014-2017 David Fahlander')
  expect(notices).toContain('Unchanged. Source: https://github.com/MiniZinc/minizinc-js.git, version ')
  expect(notices).toContain('Copyright 2021 Protomaps LLC\nBSD-3-Clause\n\nRedistribution')
  expect(notices).toContain('Changed in Valles: mil-sym-ts-web')
  expect(notices).toContain('VoidZero Inc. and Vite contributors')
  expect(notices).toContain('© GeoNames')
})

test('the solvers inside minizinc.wasm are those that its notice names', () => {
  const wasm = readFileSync(path.join(root, 'node_modules/minizinc/dist/minizinc.wasm'), 'latin1')
  const vendors = new Set(Array.from(wasm.matchAll(/minizinc-vendor\/([\w-]+)\//g), ([, vendor]) => vendor ?? ''))
  expect(vendors.size).toBeGreaterThan(3)
  const notice = readFileSync(path.join(root, 'resources/notices/minizinc.txt'), 'utf8').toLowerCase()
  expect([...vendors].filter((vendor) => !notice.includes(vendor.toLowerCase()))).toEqual([])
})
