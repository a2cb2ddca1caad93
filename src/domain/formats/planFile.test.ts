import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CURRENT_FORMAT } from '../migrations/migrations.ts'
import { describePlanFileError } from './describePlanFileError.ts'
import { decodePlanFile } from './planFile.ts'

const bytes = readFileSync('src/domain/migrations/fixtures/format-2.valles')
const lines = bytes.toString('utf8').trimEnd().split('\n').slice(1)

/** A file whose header fits its body: what a hand-made or hostile file can be at best. */
function fileOf(body: readonly string[], header: Record<string, unknown> = {}): Uint8Array {
  const text = body.map((line) => `${line}\n`).join('')
  const sha256 = createHash('sha256').update(text).digest('hex')
  const head = { format: 'valles-plan', version: CURRENT_FORMAT, records: body.length, sha256, ...header }
  return Buffer.from(`${JSON.stringify(head)}\n${text}`)
}

function refusal(file: Uint8Array): string {
  const decoded = decodePlanFile(file)
  if (decoded.ok) return 'read'
  for (const language of ['es', 'en'] as const) {
    expect(describePlanFileError(decoded.error, language).length).toBeGreaterThan(10)
  }
  return decoded.error.code === 'records' ? `records ${decoded.error.fault.code}` : decoded.error.code
}

/** One record of the fixture changed. */
const withLine = (match: string, change: (record: Record<string, unknown>) => unknown): string[] =>
  lines.map((line) => (line.includes(`"id":"${match}"`) ? JSON.stringify(change(JSON.parse(line))) : line))

test('reads what it wrote', () => {
  expect(refusal(bytes)).toBe('read')
  expect(refusal(fileOf(lines))).toBe('read')
})

test('cut anywhere, the file is refused', () => {
  for (let length = 0; length < bytes.length; length += 97) {
    expect(refusal(bytes.subarray(0, length)), `cut at ${length}`).not.toBe('read')
  }
})

test('any flipped bit is found', () => {
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
      expect(refusal(flipped)).not.toBe('read')
    }),
    { numRuns: 500 },
  )
})

test('a newer format is named as such', () => {
  expect(refusal(fileOf(lines, { version: CURRENT_FORMAT + 1 }))).toBe('newer')
})

test('what is no plan file is refused', () => {
  for (const text of ['', 'hola', '{}', '[]\n', '{"format":"other"}\n', `${'x'.repeat(5_000)}\n`, '\u0000\u0001\n']) {
    expect(refusal(Buffer.from(text))).toBe('not-a-plan')
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3_000 }), (noise) => {
      expect(refusal(noise)).not.toBe('read')
    }),
  )
})

test('hostile keys are refused and pollute nothing', () => {
  const proto = lines.map((line, i) => (i === 0 ? line.replace('{', '{"__proto__":{"polluted":true},') : line))
  expect(refusal(fileOf(proto))).toBe('records invalid')
  const nested = lines.map((line) => line.replace('"marking":{', '"marking":{"__proto__":{"polluted":true},'))
  expect(refusal(fileOf(nested))).toBe('records invalid')
  const id = withLine('mission:m2', (r) => ({ ...r, id: 'mission:__proto__' }))
  expect(refusal(fileOf(id))).toBe('records invalid')
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})

test('records that are wrong are refused with their place', () => {
  const wrong: [string, (record: Record<string, unknown>) => unknown, string][] = [
    ['mission:m1', (r) => ({ ...r, start: '100' }), 'records invalid'],
    ['mission:m1', (r) => ({ ...r, start: 1e300 }), 'records invalid'],
    ['mission:m1', (r) => ({ ...r, extra: 1 }), 'records invalid'],
    ['mission:m1', (r) => ({ ...r, type: 'mission-type:none' }), 'records dangling'],
    ['unit:u1', (r) => ({ ...r, symbol: 'SFGP' }), 'records invalid'],
    ['mission:m2', () => null, 'records invalid'],
    ['mission:m2', () => [], 'records invalid'],
    ['mission:m2', () => ({ id: 'weapon:w1' }), 'records invalid'],
    ['plan:p1', (r) => ({ ...r, id: 'actor:p1' }), 'records invalid'],
    ['unit:u2', (r) => ({ ...r, id: 'unit:u1' }), 'records duplicate'],
  ]
  for (const [id, change, expected] of wrong) expect(refusal(fileOf(withLine(id, change))), id).toBe(expected)
  expect(refusal(fileOf(lines.filter((l) => !l.includes('"id":"plan:p1"'))))).toBe('records plan-count')
  const decoded = decodePlanFile(fileOf(withLine('mission:m1', (r) => ({ ...r, duration: { likely: 'x' } }))))
  expect(decoded).toMatchObject({ error: { fault: { fault: { id: 'mission:m1' } } } })
})

test('a file that says or holds a million records is refused before they are read', () => {
  expect(refusal(fileOf(lines, { records: 1_000_000 }))).toBe('too-many')
  const million = '{}\n'.repeat(1_000_000)
  const sha256 = createHash('sha256').update(million).digest('hex')
  const head = JSON.stringify({ format: 'valles-plan', version: 1, records: 1_000_000, sha256 })
  expect(refusal(Buffer.from(`${head}\n${million}`))).toBe('too-many')
  expect(refusal(Buffer.from(`${head.replace('1000000', '10')}\n${million}`))).toBe('damaged')
})

test('a line that is no JSON is named', () => {
  expect(refusal(fileOf(lines.map((line, i) => (i === 3 ? line.slice(0, -1) : line))))).toBe('unreadable-line')
  expect(refusal(fileOf(lines.map((line, i) => (i === 3 ? '['.repeat(200_000) : line))))).not.toBe('read')
})
