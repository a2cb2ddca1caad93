import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decodePlanFile, encodePlanFile } from '../formats/planFile.ts'
import { type Id, kindOf, RECORD_KINDS } from '../records/ids.ts'
import { CURRENT_FORMAT, migrateRecords, migrations } from './migrations.ts'

const fixture = (format: number): string => `src/domain/migrations/fixtures/format-${format}.valles`

test('there is one step from each format to the next', () => {
  expect(migrations.map((m) => m.from)).toEqual(Array.from({ length: CURRENT_FORMAT - 1 }, (_, i) => i + 1))
})

test('every format that was ever written has a frozen file, and it opens', () => {
  for (let format = 1; format <= CURRENT_FORMAT; format += 1) {
    expect(existsSync(fixture(format)), `a fixture of format ${format}`).toBe(true)
    const bytes = readFileSync(fixture(format))
    expect(JSON.parse(bytes.toString('utf8').split('\n')[0] ?? '')).toMatchObject({ version: format })
    const decoded = decodePlanFile(bytes)
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error))
    expect(decoded.value.migratedFrom).toBe(format === CURRENT_FORMAT ? null : format)
    const kinds = new Set(decoded.value.records.map((r) => kindOf(r.id as Id)))
    expect([...kinds].sort()).toEqual([...RECORD_KINDS].sort())
  }
})

test('the fixture of the current format is written again byte for byte', () => {
  const bytes = readFileSync(fixture(CURRENT_FORMAT))
  const decoded = decodePlanFile(bytes)
  if (!decoded.ok) throw new Error(decoded.error.code)
  expect(Buffer.from(encodePlanFile(decoded.value.records)).equals(bytes)).toBe(true)
})

test('a format that is not known is never migrated', () => {
  expect(() => migrateRecords([], CURRENT_FORMAT + 1)).toThrow('cannot be migrated')
  expect(() => migrateRecords([], 0)).toThrow('cannot be migrated')
})
