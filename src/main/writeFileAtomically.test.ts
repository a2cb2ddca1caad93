import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from './temporaryFolder.testing.ts'
import { writeFileAtomically } from './writeFileAtomically.ts'

const old = new TextEncoder().encode('old')
const fresh = new TextEncoder().encode('fresh')

test('writes a new file, and over an old one, leaving nothing beside it', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'plan.valles')
  await writeFileAtomically(file, old)
  await writeFileAtomically(file, fresh)
  expect(readFileSync(file, 'utf8')).toBe('fresh')
  expect(readdirSync(folder)).toEqual(['plan.valles'])
})

test('keeps the mode of the file it replaces; a new one is its owner’s alone', async () => {
  const file = path.join(temporaryFolder(), 'plan.valles')
  await writeFileAtomically(file, old)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  chmodSync(file, 0o640)
  await writeFileAtomically(file, fresh)
  expect(statSync(file).mode & 0o777).toBe(0o640)
})

test('writes behind a link and keeps the link', async () => {
  const folder = temporaryFolder()
  const real = path.join(folder, 'real.valles')
  const link = path.join(folder, 'link.valles')
  writeFileSync(real, old)
  symlinkSync(real, link)
  await writeFileAtomically(link, fresh)
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  expect(readFileSync(real, 'utf8')).toBe('fresh')
})

test('a write that fails leaves what was there and no temporary file', async () => {
  const folder = temporaryFolder()
  const taken = path.join(folder, 'plan.valles')
  mkdirSync(path.join(taken, 'inside'), { recursive: true })
  await expect(writeFileAtomically(taken, fresh)).rejects.toMatchObject({ syscall: 'rename' })
  expect(readdirSync(folder)).toEqual(['plan.valles'])
  expect(readdirSync(taken)).toEqual(['inside'])
})

test('writes at the same time each leave a whole file', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'plan.valles')
  const versions = Array.from({ length: 8 }, (_, index) => new Uint8Array(200_000).fill(index + 1))
  await Promise.all(versions.map((bytes) => writeFileAtomically(file, bytes)))
  const written = readFileSync(file)
  expect(versions.some((bytes) => written.equals(bytes))).toBe(true)
  expect(readdirSync(folder)).toEqual(['plan.valles'])
})
