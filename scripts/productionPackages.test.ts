import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { productionPackages } from './productionPackages.ts'

/** A project's folder with these files; what is not text is written as JSON. */
function projectWith(files: Readonly<Record<string, unknown>>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'valles-packages-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return root
}

test('what the dependencies pull in is found where Node finds it, each version once, and nothing else', () => {
  const root = projectWith({
    'package.json': { dependencies: { b: '*', a: '*' }, devDependencies: { tool: '*' } },
    'node_modules/a/package.json': { name: 'a', version: '1.0.0', license: 'MIT', dependencies: { c: '*', b: '*' } },
    'node_modules/a/node_modules/c/package.json': { name: 'c', version: '2.0.0', license: 'ISC' },
    'node_modules/b/package.json': {
      name: 'b',
      version: '1.0.0',
      license: 'MIT',
      dependencies: { a: '*', c: '*' },
      optionalDependencies: { absent: '*' },
    },
    'node_modules/b/node_modules/c/package.json': { name: 'c', version: '2.0.0', license: 'ISC' },
    'node_modules/c/package.json': { name: 'c', version: '1.0.0', license: 'ISC' },
    'node_modules/tool/package.json': { name: 'tool', version: '1.0.0', license: 'MIT' },
  })
  expect(productionPackages(root).map(({ name, version }) => `${name} ${version}`)).toEqual([
    'a 1.0.0',
    'b 1.0.0',
    'c 2.0.0',
  ])
})

test('who wrote it, where its source is, and what its licence and notice say are read', () => {
  const root = projectWith({
    'package.json': { dependencies: { a: '*', b: '*' } },
    'node_modules/a/package.json': {
      name: 'a',
      version: '1.0.0',
      license: 'Apache-2.0',
      author: { name: 'Ana', email: 'ana@a.example' },
      repository: { type: 'git', url: 'git+https://a.example/a.git' },
    },
    'node_modules/a/LICENSE.md': '\uFEFF\r\n  Terms\r\nof use\r\n',
    'node_modules/a/NOTICE': 'By Ana',
    'node_modules/a/licences.js': 'no text',
    'node_modules/b/package.json': { name: 'b', version: '1.0.0', licenses: [{ type: 'MIT' }] },
  })
  expect(productionPackages(root)).toEqual([
    {
      name: 'a',
      version: '1.0.0',
      licence: 'Apache-2.0',
      author: 'Ana <ana@a.example>',
      source: 'https://a.example/a.git',
      texts: ['  Terms\nof use', 'By Ana'],
    },
    { name: 'b', version: '1.0.0', licence: '', author: '', source: '', texts: [] },
  ])
})

test('one that is not installed is not passed over', () => {
  const root = projectWith({ 'package.json': { dependencies: { absent: '*' } } })
  expect(() => productionPackages(root)).toThrow('absent')
})
