import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { VallesBridge } from '../src/contract/VallesBridge.ts'
import { expect, stubDialogs, test } from './fixture.ts'

// The page's own global: functions given to evaluate run there.
declare const valles: VallesBridge

test('files are saved and opened through dialogs, and written again by token', async ({ launch, dir }) => {
  const { app, page } = await launch()
  const file = path.join(dir, 'plan.valles')
  const filter = { name: 'Plan', extensions: ['valles'] }

  await stubDialogs(app, {})
  const cancelled = await page.evaluate(async (filter) => {
    const bytes = new Uint8Array([1])
    return [await valles.saveFile({ suggestedName: 'plan.valles', filter, bytes }), await valles.openFile({ filter })]
  }, filter)
  expect(cancelled).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ])

  // The dialog gives a name without the extension, as some systems do.
  await stubDialogs(app, { save: path.join(dir, 'plan'), open: [file] })
  const replies = await page.evaluate(async (filter) => {
    const big = new Uint8Array(300_000).fill(65)
    const saved = await valles.saveFile({ suggestedName: 'plan.valles', filter, bytes: big })
    if (!saved.ok || saved.value === null) throw new Error('not saved')
    const { handle } = saved.value
    const bytes = new TextEncoder().encode('ñandú')
    const again = await valles.saveFile({ suggestedName: 'other.valles', filter, bytes, handle })
    const read = await valles.readFile({ handle })
    const opened = await valles.openFile({ filter })
    const small = await valles.openFile({ filter, maxBytes: 3 })
    return {
      again,
      text: [read, opened].map((reply) => reply.ok && reply.value && new TextDecoder().decode(reply.value.bytes)),
      isSameHandle: opened.ok && opened.value?.handle === handle,
      small: small.ok || small.error.code,
      all: JSON.stringify([saved, again, read, opened, small]),
    }
  }, filter)
  expect(replies).toMatchObject({
    again: { ok: true, value: { name: 'plan.valles' } },
    text: ['ñandú', 'ñandú'],
    isSameHandle: true,
    small: 'too-large',
  })
  expect(replies.all).not.toContain(dir)
  expect(readFileSync(file, 'utf8')).toBe('ñandú')
  expect(readdirSync(dir).sort()).toEqual(['plan.valles', 'user'])
})

test('a file that is gone, or a folder in its place, is told as such', async ({ launch, dir }) => {
  const { app, page } = await launch()
  mkdirSync(path.join(dir, 'folder.valles'))
  const codeOfOpening = async (file: string): Promise<string> => {
    await stubDialogs(app, { open: [file] })
    return page.evaluate(async () => {
      const reply = await valles.openFile({ filter: { name: 'Plan', extensions: ['valles'] } })
      return reply.ok ? 'opened' : reply.error.code
    })
  }
  expect(await codeOfOpening(path.join(dir, 'gone.valles'))).toBe('not-found')
  expect(await codeOfOpening(path.join(dir, 'folder.valles'))).toBe('not-a-file')
})

test('backups roll: they are written, listed, read, and the oldest go', async ({ launch, dir }) => {
  const { page } = await launch()
  const found = await page.evaluate(async () => {
    const planId = 'plan:campaign-2023'
    for (let count = 1; count <= 12; count++) await valles.writeBackup({ planId, bytes: new Uint8Array(count) })
    const listed = await valles.listBackups({ planId })
    if (!listed.ok) throw new Error(listed.error.message)
    const [newest] = listed.value
    const read = newest && (await valles.readBackup({ handle: newest.handle }))
    const asFile = newest && (await valles.readFile({ handle: newest.handle }))
    return {
      sizes: listed.value.map((backup) => backup.sizeBytes),
      isSorted: listed.value.every(
        (backup, at) => at === 0 || backup.writtenAt < (listed.value[at - 1]?.writtenAt ?? 0),
      ),
      read: read?.ok && read.value.length,
      asFile: asFile?.ok === false && asFile.error.code,
    }
  })
  const sizes = [12, 11, 10, 9, 8, 7, 6, 5, 4, 3]
  expect(found).toEqual({ sizes, isSorted: true, read: 12, asFile: 'unknown-handle' })
  const folder = path.join(dir, 'user/backups/plan+campaign-2023')
  const onDisk = readdirSync(folder).sort().toReversed()
  expect(onDisk.map((name) => statSync(path.join(folder, name)).size)).toEqual(sizes)
})

test('the page is printed to a PDF of the size asked for', async ({ launch, dir }) => {
  const { app, page } = await launch()
  const print = async (file: string | undefined, pageSize: 'A3' | 'Letter', landscape: boolean): Promise<unknown> => {
    await stubDialogs(app, file === undefined ? {} : { save: file })
    return page.evaluate((request) => valles.printToPdf(request), {
      suggestedName: 'matriz.pdf',
      pageSize,
      landscape,
    })
  }
  expect(await print(undefined, 'A3', true)).toEqual({ ok: true, value: null })
  const file = path.join(dir, 'matriz.pdf')
  expect(await print(file, 'A3', true)).toMatchObject({ ok: true, value: { name: 'matriz.pdf' } })
  const sizeOf = (): number[] => {
    const [, width, height] = /MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(readFileSync(file, 'latin1')) ?? []
    return [Math.round(Number(width)), Math.round(Number(height))]
  }
  // In points of 1/72 inch: 420 mm by 297 mm. Chromium knows A3 to a tenth of an inch.
  const [width = 0, height = 0] = sizeOf()
  expect(Math.abs(width - 1191)).toBeLessThan(5)
  expect(Math.abs(height - 842)).toBeLessThan(5)
  await print(file, 'Letter', false)
  expect(sizeOf()).toEqual([612, 792])
})
