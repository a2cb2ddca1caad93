import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { importsOf } from './imports.ts'
import { checkLayers, type Rules } from './layers.ts'

const roots: string[] = []
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true })
})

const tree = (files: Record<string, string>): string => {
  const root = mkdtempSync(path.join(tmpdir(), 'layers-'))
  roots.push(root)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  return root
}

const rules: Rules = {
  layers: [
    { folder: 'domain', knows: [], packages: ['valibot', '@noble/hashes'] },
    { folder: 'main', knows: ['domain'], resources: true },
    { folder: 'store', knows: ['domain'] },
    { folder: 'planning/*', knows: ['domain'] },
    { folder: 'app', knows: ['domain', 'store', 'planning/*'] },
  ],
  notYet: ['main', 'store', 'planning/*', 'app'],
  reserved: { dexie: ['store'], 'node:': ['main'] },
  testPackages: ['vitest', 'node:'],
}

const problemsOf = (files: Record<string, string>): string[] =>
  checkLayers(tree({ 'src/domain/a.ts': 'export const a = 1', ...files }), rules).problems

describe('what is read from a source', () => {
  test.each<[string, [specifier: string, typeOnly: boolean][]]>([
    [`import a from './a.ts'`, [['./a.ts', false]]],
    [`import * as a from "./a.ts"`, [['./a.ts', false]]],
    [`import './a.css'`, [['./a.css', false]]],
    [`import type { A } from './a.ts'`, [['./a.ts', true]]],
    // The statement itself stays and runs the module, whatever it names.
    [`import { type A } from './a.ts'`, [['./a.ts', false]]],
    [`import {\n  a,\n  b as c,\n} from './a.ts'`, [['./a.ts', false]]],
    [`export * from './a.ts'`, [['./a.ts', false]]],
    [`export { a } from './a.ts'`, [['./a.ts', false]]],
    [`export type { A } from './a.ts'`, [['./a.ts', true]]],
    [`export const a = 1`, []],
    [`const a = await import('./a.ts')`, [['./a.ts', false]]],
    ['const a = await import(`./a.ts`)', [['./a.ts', false]]],
    [`type A = import('./a.ts').A`, [['./a.ts', true]]],
    [`new Worker(new URL('./w.ts', import.meta.url), { type: 'module' })`, [['./w.ts', false]]],
    [`new URL('./a.ts', 'https://example.org')`, []],
    [`// import './a.ts'\n/* import './b.ts' */`, []],
    [`const s = "import './a.ts'", t = \`import './b.ts'\`, r = /import '.\\/c.ts'/`, []],
    [`const e = <p>Don't import './a.ts' {/* import './b.ts' */}</p>`, []],
    ['const s = `${await import("./a.ts")} \' import "./b.ts"`', [['./a.ts', false]]],
  ])('%s', (source, expected) => {
    const { imports, problems } = importsOf('x.tsx', source)
    expect(imports.map(({ specifier, typeOnly }) => [specifier, typeOnly])).toEqual(expected)
    expect(problems).toEqual([])
  })

  test('in a test an address is a file to read', () => {
    const source = 'new URL(`./${name}.json`, import.meta.url); new URL("./a.json", import.meta.url)'
    expect(importsOf('x.test.ts', source, false)).toEqual({ imports: [], problems: [] })
  })

  test('lines are counted from one', () => {
    expect(importsOf('x.ts', `// first\n\nimport './a.ts'`).imports[0]?.line).toBe(3)
  })

  test.each([
    [`await import(name)`, 'x.ts:1 a computed import() cannot be followed'],
    ['await import(`./${name}.ts`)', 'x.ts:1 a computed import() cannot be followed'],
    [`new URL(name, import.meta.url)`, 'x.ts:1 a computed new URL(…, import.meta.url) cannot be followed'],
    [`import.meta.glob('./*.ts')`, 'x.ts:1 import.meta.glob cannot be followed'],
    [`import from`, 'x.ts does not parse'],
  ])('%s is refused', (source, problem) => {
    expect(importsOf('x.ts', source).problems[0]).toContain(problem)
  })
})

describe('who may know whom', () => {
  test.each<[string, Record<string, string>]>([
    ['a lower layer', { 'src/app/b.ts': `import '../domain/a.ts'` }],
    ['its own layer', { 'src/domain/b.ts': `import './a.ts'` }],
    ['its own feature', { 'src/planning/map/b.ts': `import './c.ts'`, 'src/planning/map/c.ts': '' }],
    [
      'every feature, from a layer that knows them',
      { 'src/app/b.ts': `import '../planning/map/c.ts'`, 'src/planning/map/c.ts': '' },
    ],
    ['a listed package and its parts', { 'src/domain/b.ts': `import '@noble/hashes/sha2.js'` }],
    [
      'a reserved package, from its keeper',
      { 'src/store/b.ts': `import 'dexie'`, 'src/main/b.ts': `import 'node:fs'` },
    ],
    ['any other package, where none are listed', { 'src/app/b.ts': `import 'react'` }],
    ['a package that its layer does not list, from a test', { 'src/domain/b.test.ts': `import 'milsymbol'` }],
    ['a file to read, from a test', { 'src/domain/b.test.ts': `new URL('../../resources/', import.meta.url)` }],
    ['data, where the layer may', { 'src/main/b.ts': `import '../../resources/x.json'`, 'resources/x.json': '{}' }],
    ['a file with a query', { 'src/app/b.ts': `import './c.svg?url'`, 'src/app/c.svg': '' }],
    [
      'test packages and fixtures, from a test',
      {
        'src/app/plan.testing.ts': '',
        'src/domain/b.test.ts': `import 'vitest'; import 'node:fs'; import '../app/plan.testing.ts'`,
      },
    ],
  ])('may: %s', (_, files) => {
    expect(problemsOf(files)).toEqual([])
  })

  test.each<[string, Record<string, string>, string]>([
    [
      'a higher layer',
      { 'src/domain/b.ts': `import '../app/c.ts'`, 'src/app/c.ts': '' },
      'src/domain/b.ts:1 domain may not know app',
    ],
    [
      'a higher layer, for a type',
      { 'src/domain/b.ts': `import type { C } from '../app/c.ts'`, 'src/app/c.ts': '' },
      'domain may not know app',
    ],
    [
      'a higher layer, for a worker',
      { 'src/domain/b.ts': `new URL('../app/c.ts', import.meta.url)`, 'src/app/c.ts': '' },
      'domain may not know app',
    ],
    [
      'a higher layer, from a test',
      { 'src/domain/b.test.ts': `import '../app/c.ts'`, 'src/app/c.ts': '' },
      'domain may not know app',
    ],
    [
      'another feature',
      { 'src/planning/map/b.ts': `import '../matrix/c.ts'`, 'src/planning/matrix/c.ts': '' },
      'planning/map may not know planning/matrix',
    ],
    ['a package that is not listed', { 'src/domain/b.ts': `import 'react'` }, 'domain may not import react'],
    ['a reserved package', { 'src/app/b.ts': `import 'dexie'` }, 'app may not import dexie'],
    ['a reserved package, from a test', { 'src/app/b.test.ts': `import 'dexie'` }, 'app may not import dexie'],
    ['Node, where it is reserved', { 'src/app/b.ts': `import 'node:fs'` }, 'app may not import node:fs'],
    ['Node, without its prefix', { 'src/app/b.ts': `import 'fs/promises'` }, 'app may not import fs/promises'],
    ['a test package', { 'src/app/b.ts': `import 'vitest'` }, 'app may not import vitest'],
    ['a fixture', { 'src/app/b.ts': `import './c.testing.ts'`, 'src/app/c.testing.ts': '' }, 'only for tests'],
    [
      'data, where the layer may not',
      { 'src/app/b.ts': `import '../../resources/x.json'`, 'resources/x.json': '{}' },
      'app may not import ../resources/x.json',
    ],
    [
      'a file outside',
      { 'src/main/b.ts': `import '../../scripts/x.ts'`, 'scripts/x.ts': '' },
      'main may not import ../scripts/x.ts',
    ],
    ['a missing file', { 'src/app/b.ts': `import './c.ts'` }, 'imports ./c.ts, which does not exist'],
    [
      'a file without its ending',
      { 'src/app/b.ts': `import './c'`, 'src/app/c.ts': '' },
      'imports ./c, which does not exist',
    ],
    ['a folder', { 'src/app/b.ts': `import './c'`, 'src/app/c/index.ts': '' }, 'imports ./c, which does not exist'],
  ])('may not: %s', (_, files, problem) => {
    const problems = problemsOf(files)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(problem)
  })

  test('files outside every layer are named', () => {
    expect(problemsOf({ 'src/planning/loose.ts': '', 'src/other/b.ts': '' })).toEqual([
      'src/other/b.ts belongs to no configured layer',
      'src/planning/loose.ts belongs to no configured layer',
    ])
  })

  test('a layer of loose files does not take in their folders', () => {
    const loose: Rules = { ...rules, layers: [{ folder: 'planning', onlyFiles: true, knows: [] }] }
    const root = tree({ 'src/planning/main.ts': '', 'src/planning/x/b.ts': '' })
    expect(checkLayers(root, loose).problems).toEqual(['src/planning/x/b.ts belongs to no configured layer'])
  })
})

describe('circles', () => {
  test('a ring is named once, with its way round', () => {
    const files = {
      'src/app/b.ts': `import './c.ts'`,
      'src/app/c.ts': `import './d.ts'`,
      'src/app/d.ts': `import './b.ts'`,
    }
    expect(problemsOf(files)).toEqual(['circle: app/b.ts -> app/c.ts -> app/d.ts -> app/b.ts'])
  })

  test('a file that imports itself is one', () => {
    expect(problemsOf({ 'src/app/b.ts': `import './b.ts'` })).toEqual(['circle: app/b.ts -> app/b.ts'])
  })

  test('types alone make none', () => {
    expect(
      problemsOf({ 'src/app/b.ts': `import './c.ts'`, 'src/app/c.ts': `import type { B } from './b.ts'` }),
    ).toEqual([])
  })

  test('two ways to the same file make none', () => {
    const files = {
      'src/app/b.ts': `import './c.ts'; import './d.ts'`,
      'src/app/c.ts': `import './d.ts'`,
      'src/app/d.ts': '',
    }
    expect(problemsOf(files)).toEqual([])
  })
})

describe('a check that looked at nothing fails', () => {
  test('no source file', () => {
    expect(checkLayers(tree({ 'src/domain/readme.md': '' }), rules).problems).toEqual([
      'no source file was found under src',
    ])
  })

  test('a configured folder that is gone', () => {
    const root = tree({ 'src/domain/a.ts': '' })
    expect(checkLayers(root, { ...rules, notYet: ['main', 'store', 'app'] }).problems).toEqual([
      'src/planning/* is configured but does not exist',
    ])
  })
})
