import { expect, test } from 'vitest'
import { MEASURE_TYPES } from '../../domain/records/measureTypes.ts'
import { textsIn } from '../texts/TextContext.tsx'
import { measureTypeName } from './measureTypeName.ts'

test.each(['es', 'en'] as const)('every kind has a name of its own in %s', (language) => {
  const names = MEASURE_TYPES.map((type) => measureTypeName(type, textsIn(language).t))
  expect(names.length).toBeGreaterThan(40)
  expect(new Set(names).size).toBe(names.length)
})
