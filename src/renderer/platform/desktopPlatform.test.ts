import { expect, test } from 'vitest'
import { fileTokenFrom } from '../../contract/FileToken.ts'
import type { WaitingFile } from '../../contract/files.ts'
import { fail, succeed } from '../../contract/Reply.ts'
import type { VallesBridge } from '../../contract/VallesBridge.ts'
import { createDesktopPlatform } from './desktopPlatform.ts'

const token = fileTokenFrom(new Uint8Array(16))
const filter = { name: 'Plan', extensions: ['valles'] }

/** Listeners of one event, as the preload keeps them. */
function listeners<Event>(): {
  on: (listener: (event: Event) => void) => () => void
  tell: (event: Event) => void
} {
  const all = new Set<(event: Event) => void>()
  return {
    on: (listener) => {
      all.add(listener)
      return () => all.delete(listener)
    },
    tell: (event) => {
      for (const listener of all) listener(event)
    },
  }
}

/** Main's side of the bridge, as far as these tests go; the whole of it runs in the end-to-end tests. */
function shell(changes: Partial<VallesBridge> = {}) {
  const menuAction = listeners<{ actionId: string }>()
  const flushRequested = listeners<{ flushId: number }>()
  const filesWaiting = listeners<object>()
  const said: unknown[] = []
  const nothing = async () => succeed(undefined)
  const cancelled = async () => succeed(null)
  const unknown = async () => fail('unknown-handle', 'no such file')
  const bridge: VallesBridge = {
    version: async () => succeed('1.2.3'),
    openFile: cancelled,
    saveFile: cancelled,
    readFile: unknown,
    listBackups: async () => succeed([]),
    writeBackup: async () => fail('disk-full', 'ENOSPC in write'),
    readBackup: unknown,
    printToPdf: cancelled,
    setMenu: nothing,
    announceFlush: ({ listening }) => {
      said.push(listening ? 'listens' : 'listens no more')
      return nothing()
    },
    finishFlush: ({ flushId }) => {
      said.push(`flushed ${flushId}`)
      return nothing()
    },
    takeOpenedFiles: async () => succeed([]),
    chooseLayerFile: cancelled,
    findLayerFile: unknown,
    readLayerSlice: unknown,
    forgetLayerFile: nothing,
    onMenuAction: menuAction.on,
    onFlushRequested: flushRequested.on,
    onFilesWaiting: filesWaiting.on,
    ...changes,
  }
  return { bridge, said, menuAction, flushRequested, filesWaiting }
}

test('answers keep their value or their code, and lose the text for the log', async () => {
  const platform = createDesktopPlatform(shell().bridge)
  expect(await platform.version()).toBe('1.2.3')
  expect(await platform.openFile({ filter })).toEqual({ ok: true, value: null })
  expect(await platform.readFile(token)).toEqual({ ok: false, code: 'unknown-handle' })
  expect(await platform.writeBackup('a', new Uint8Array())).toEqual({ ok: false, code: 'disk-full' })
})

test('an answer outside the contract, and a shell that is gone, are internal errors and nothing worse', async () => {
  const foreign = { handle: token, planId: '../a', writtenAt: 1, sizeBytes: 1 }
  const { bridge } = shell({
    listBackups: async () => succeed([foreign]),
    readFile: () => Promise.reject(new Error('gone')),
  })
  const platform = createDesktopPlatform(bridge)
  expect(await platform.listBackups('a')).toEqual({ ok: false, code: 'internal' })
  expect(await platform.readFile(token)).toEqual({ ok: false, code: 'internal' })
})

test('menu actions reach whoever still listens', () => {
  const { bridge, menuAction } = shell()
  const platform = createDesktopPlatform(bridge)
  const chosen: string[] = []
  const stop = platform.onMenuAction((actionId) => chosen.push(actionId))
  menuAction.tell({ actionId: 'plan.open' })
  stop()
  menuAction.tell({ actionId: 'plan.close' })
  expect(chosen).toEqual(['plan.open'])
})

test('a flush is finished when every listener is, also where one fails', async () => {
  const { bridge, said, flushRequested } = shell()
  const platform = createDesktopPlatform(bridge)
  const slow = Promise.withResolvers<void>()
  const stopSlow = platform.onFlushRequested(() => slow.promise)
  const stopFailing = platform.onFlushRequested(() => Promise.reject(new Error('disk gone')))
  flushRequested.tell({ flushId: 7 })
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(said).toEqual(['listens', 'listens'])
  slow.resolve()
  await expect.poll(() => said.at(-1)).toBe('flushed 7')
  stopSlow()
  expect(said.at(-1)).toBe('flushed 7')
  stopFailing()
  expect(said.at(-1)).toBe('listens no more')
})

test('files asked for before anyone listened, and later ones, are each handed over once', async () => {
  let waiting: WaitingFile[] = [{ handle: token, name: 'early.valles' }]
  const { bridge, filesWaiting } = shell({
    takeOpenedFiles: async () => {
      const taken = waiting
      waiting = []
      return succeed(taken)
    },
  })
  const opened: string[] = []
  const stop = createDesktopPlatform(bridge).onFileOpened((_file, name) => opened.push(name))
  await expect.poll(() => opened).toEqual(['early.valles'])
  waiting = [{ handle: token, name: 'late.valles' }]
  filesWaiting.tell({})
  await expect.poll(() => opened).toEqual(['early.valles', 'late.valles'])
  stop()
  waiting = [{ handle: token, name: 'unheard.valles' }]
  filesWaiting.tell({})
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(opened).toHaveLength(2)
})
