import { expect, test } from 'vitest'
import { withUsualExtension } from './usualExtension.ts'

test('a name without a known extension gets the usual one', () => {
  const names = { '/a/plan': '/a/plan.valles', '/a/v1.2': '/a/v1.2.valles', '/a/.valles': '/a/.valles.valles' }
  for (const [given, extended] of Object.entries(names)) expect(withUsualExtension(given, ['valles'])).toBe(extended)
})

test('a known extension stays, whatever its case', () => {
  expect(withUsualExtension('/a/plan.JSON', ['valles', 'json'])).toBe('/a/plan.JSON')
})
