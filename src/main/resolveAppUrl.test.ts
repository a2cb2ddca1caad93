import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveAppUrl } from './resolveAppUrl.ts'

const root = path.resolve('/opt/valles/out/renderer')

test('addresses of the program name files under the root', () => {
  const files = {
    'app://valles/': 'index.html',
    'app://valles/index.html?x=1#y': 'index.html',
    'app://valles/assets/a%20b.js': 'assets/a b.js',
    // The URL itself takes these for steps up, and stops at its root.
    'app://valles/../../main/index.js': 'main/index.js',
    'app://valles/%2e%2e/main/index.js': 'main/index.js',
  }
  const found = Object.keys(files).map((address) => resolveAppUrl(address, root))
  expect(found).toEqual(Object.values(files).map((file) => ({ kind: 'file', path: path.join(root, file) })))
})

test('what would leave the root, or is not ours, is refused', () => {
  const refusals = {
    'app://valles/..%2fmain/index.js': 403,
    'app://valles/assets/..%2f..%2f..%2fmain%2findex.js': 403,
    'app://valles/%2e%2e%2f': 403,
    'app://valles/..%5cmain%5cindex.js': 400,
    'app://valles/a%00.html': 400,
    'app://valles/%E0%A4%A': 400,
    'app://other/index.html': 404,
    'file:///etc/passwd': 404,
    'not an address': 404,
  }
  const answers = Object.keys(refusals).map((address) => resolveAppUrl(address, root))
  expect(answers).toEqual(Object.values(refusals).map((status) => ({ kind: 'refused', status })))
})

test('a folder beside the root with the same beginning is outside', () => {
  expect(resolveAppUrl('app://valles/..%2frenderer-old%2fx', root)).toEqual({ kind: 'refused', status: 403 })
})

test('no address whatever leads out of the root', () => {
  const part = fc.constantFrom('..', '.', '/', '%2f', '%2F', '%5c', '%2e', 'a', 'main', '%00', '//', '%', '?', '#')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const resolved = resolveAppUrl(`app://valles/${parts.join('')}`, root)
      expect(resolved.kind === 'refused' || resolved.path.startsWith(root + path.sep)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
