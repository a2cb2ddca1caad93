import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { backupFileName } from '../contract/backupRetention.ts'
import type { Reply } from '../contract/Reply.ts'
import { BackupStore } from './BackupStore.ts'
import { HandleRegistry } from './HandleRegistry.ts'
import { temporaryFolder } from './temporaryFolder.testing.ts'

const noon = Date.UTC(2023, 1, 14, 12)
const HOUR = 3_600_000

function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.value
}

test('what was written is listed, newest first, and read back', async () => {
  let now = noon
  const store = new BackupStore(temporaryFolder(), () => now)
  expect(await store.list('plan:a')).toEqual({ ok: true, value: [] })
  const first = valueOf(await store.write('plan:a', new Uint8Array([1])))
  now += HOUR
  const second = valueOf(await store.write('plan:a', new Uint8Array([2, 2])))
  expect(valueOf(await store.list('plan:a'))).toEqual([second, first])
  expect(second).toMatchObject({ planId: 'plan:a', writtenAt: noon + HOUR, sizeBytes: 2 })
  expect(valueOf(await store.read(first.handle))).toEqual(new Uint8Array([1]))
  expect(await store.list('plan:b')).toEqual({ ok: true, value: [] })
})

test('backups of the same moment do not overwrite each other', async () => {
  const store = new BackupStore(temporaryFolder(), () => noon)
  await Promise.all([1, 2, 3].map((byte) => store.write('a', new Uint8Array([byte]))))
  const listed = valueOf(await store.list('a'))
  expect(listed.map((backup) => backup.writtenAt)).toEqual([noon + 2, noon + 1, noon])
  const contents = await Promise.all(listed.map((backup) => store.read(backup.handle)))
  expect(contents.map(valueOf)).toEqual([3, 2, 1].map((byte) => new Uint8Array([byte])))
})

test('old ones go by the rolling rule; strange files and other plans stay', async () => {
  const folder = temporaryFolder()
  const own = path.join(folder, 'a')
  mkdirSync(own)
  mkdirSync(path.join(folder, 'b'))
  const old = Array.from({ length: 14 }, (_, index) => backupFileName(noon - 30 * 24 * HOUR - index * HOUR))
  for (const name of old) {
    writeFileSync(path.join(own, name), name)
    writeFileSync(path.join(folder, 'b', name), name)
  }
  writeFileSync(path.join(own, 'notes.txt'), 'mine')
  writeFileSync(path.join(own, '.0011.valles-tmp'), 'left by a power cut')
  const written = valueOf(await new BackupStore(folder, () => noon).write('a', new Uint8Array([1])))
  const kept = [backupFileName(written.writtenAt), ...old.slice(0, 9), 'notes.txt'].sort()
  expect(readdirSync(own).sort()).toEqual(kept)
  expect(readdirSync(path.join(folder, 'b'))).toHaveLength(14)
})

test('a token of another registry opens no backup', async () => {
  const store = new BackupStore(temporaryFolder())
  const foreign = new HandleRegistry().issue('/etc/passwd')
  expect(await store.read(foreign)).toMatchObject({ ok: false, error: { code: 'unknown-handle' } })
})

test('a disk that refuses is an answer, and the next write works', async () => {
  const folder = temporaryFolder()
  const blocked = path.join(folder, 'a')
  writeFileSync(blocked, 'a file where the folder should be')
  const store = new BackupStore(folder)
  expect(await store.write('a', new Uint8Array([1]))).toMatchObject({ ok: false, error: { code: 'disk-failed' } })
  expect(await store.write('b', new Uint8Array([1]))).toMatchObject({ ok: true })
})
