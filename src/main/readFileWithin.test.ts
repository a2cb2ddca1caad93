import { symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readFileWithin } from './readFileWithin.ts'
import { temporaryFolder } from './temporaryFolder.testing.ts'

test('reads a file of exactly the limit, and refuses one byte more', async () => {
  const file = path.join(temporaryFolder(), 'plan.valles')
  const bytes = new Uint8Array(1000).fill(7)
  writeFileSync(file, bytes)
  expect(await readFileWithin(file, 1000)).toEqual({ ok: true, value: bytes })
  expect(await readFileWithin(file, 999)).toMatchObject({ ok: false, error: { code: 'too-large' } })
})

test('an empty file is a file', async () => {
  const file = path.join(temporaryFolder(), 'empty')
  writeFileSync(file, '')
  expect(await readFileWithin(file, 0)).toEqual({ ok: true, value: new Uint8Array() })
})

test('says what is missing or no file, and never where', async () => {
  const folder = temporaryFolder()
  symlinkSync(path.join(folder, 'gone'), path.join(folder, 'dangling'))
  const missing = await readFileWithin(path.join(folder, 'missing'), 10)
  expect(missing).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect(JSON.stringify(missing)).not.toContain(folder)
  expect(await readFileWithin(path.join(folder, 'dangling'), 10)).toMatchObject({ error: { code: 'not-found' } })
  expect(await readFileWithin(folder, 10)).toMatchObject({ error: { code: 'not-a-file' } })
  // Its size is 0, but it never ends: the limit must hold for what is read.
  expect(await readFileWithin('/dev/zero', 10)).toMatchObject({ error: { code: 'not-a-file' } })
})
