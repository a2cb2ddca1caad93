import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { fileTokenFrom } from '../contract/FileToken.ts'
import { LayerFiles } from './LayerFiles.ts'
import { temporaryFolder } from './temporaryFolder.testing.ts'

const deskIn = (folder: string): Promise<LayerFiles> => LayerFiles.load(path.join(folder, 'layer-files.json'))

test('a handle stands for its file across restarts, and the page never learns the path', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'distritos.pmtiles')
  writeFileSync(file, 'PMTiles0123456789')
  const first = await (await deskIn(folder)).adopt(file)
  if (!first.ok) throw new Error('not adopted')
  expect(first.value).toEqual({ handle: first.value.handle, name: 'distritos.pmtiles', sizeBytes: 17 })
  const { handle } = first.value

  const desk = await deskIn(folder)
  expect(await desk.find(handle)).toEqual(first)
  const slice = await desk.readSlice({ handle, offset: 7, length: 4 })
  expect(slice.ok && Buffer.from(slice.value).toString()).toBe('0123')
  const end = await desk.readSlice({ handle, offset: 15, length: 100 })
  expect(end.ok && Buffer.from(end.value).toString()).toBe('89')

  rmSync(file)
  expect(await desk.find(handle)).toMatchObject({ ok: false, error: { code: 'not-found' } })
  const gone = await desk.readSlice({ handle, offset: 0, length: 1 })
  expect(gone).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect(JSON.stringify(gone)).not.toContain(folder)

  await desk.forget(handle)
  expect(await (await deskIn(folder)).find(handle)).toMatchObject({ error: { code: 'unknown-handle' } })
  expect(JSON.parse(readFileSync(path.join(folder, 'layer-files.json'), 'utf8'))).toEqual([])
})

test('handles that were never given, and what is no file, give nothing', async () => {
  const folder = temporaryFolder()
  const desk = await deskIn(folder)
  const handle = fileTokenFrom(new Uint8Array(16))
  expect(await desk.readSlice({ handle, offset: 0, length: 1 })).toMatchObject({ error: { code: 'unknown-handle' } })
  expect(await desk.adopt(folder)).toMatchObject({ error: { code: 'not-a-file' } })
  expect(await desk.adopt(path.join(folder, 'none'))).toMatchObject({ error: { code: 'not-found' } })
})

test('a broken list counts as none', async () => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'layer-files.json'), '[{"handle":"../../etc/passwd","path":"/etc/passwd"}]')
  const desk = await deskIn(folder)
  expect(await desk.find(fileTokenFrom(new Uint8Array(16)))).toMatchObject({ error: { code: 'unknown-handle' } })
})
