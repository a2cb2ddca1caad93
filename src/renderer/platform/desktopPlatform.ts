import * as v from 'valibot'
import type { MessageName } from '../../contract/channels.ts'
import { EVENTS, MESSAGES, type ReplyOf } from '../../contract/messages.ts'
import type { Reply } from '../../contract/Reply.ts'
import type { VallesBridge } from '../../contract/VallesBridge.ts'
import type { Platform, PlatformResult } from './Platform.ts'

/** Asks main; what comes back is checked like everything that crosses between processes. */
async function ask<Name extends MessageName>(
  name: Name,
  sent: Promise<Reply<ReplyOf<Name>>>,
): Promise<PlatformResult<ReplyOf<Name>>> {
  try {
    const reply = await sent
    if (!reply.ok) {
      console.warn(reply.error.message)
      return { ok: false, code: reply.error.code }
    }
    return { ok: true, value: v.parse(MESSAGES[name].reply, reply.value) }
  } catch (error) {
    // The shell is gone, a value that cannot be cloned, or an answer outside the contract: a bug either way.
    console.error(error)
    return { ok: false, code: 'internal' }
  }
}

/** The desktop shell behind `window.valles`. */
export function createDesktopPlatform(bridge: VallesBridge): Platform {
  const flushes = new Set<() => Promise<void>>()
  const flushAll = async (flushId: number): Promise<void> => {
    const outcomes = await Promise.allSettled([...flushes].map((flush) => flush()))
    for (const outcome of outcomes) if (outcome.status === 'rejected') console.error(outcome.reason)
    await ask('finishFlush', bridge.finishFlush({ flushId }))
  }
  bridge.onFlushRequested((event) => void flushAll(v.parse(EVENTS.flushRequested, event).flushId))
  return {
    edition: 'desktop',
    openFile: (request) => ask('openFile', bridge.openFile(request)),
    saveFile: (request) => ask('saveFile', bridge.saveFile(request)),
    readFile: (handle) => ask('readFile', bridge.readFile({ handle })),
    async chooseLayerFile(filter) {
      const chosen = await ask('chooseLayerFile', bridge.chooseLayerFile({ filter }))
      if (!chosen.ok) return chosen
      return { ok: true, value: chosen.value === null ? null : { kind: 'handle', file: chosen.value } }
    },
    findLayerFile: (handle) => ask('findLayerFile', bridge.findLayerFile({ handle })),
    readLayerSlice: (handle, offset, length) =>
      ask('readLayerSlice', bridge.readLayerSlice({ handle, offset, length })),
    async forgetLayerFile(handle) {
      await ask('forgetLayerFile', bridge.forgetLayerFile({ handle }))
    },
    listBackups: (planId) => ask('listBackups', bridge.listBackups({ planId })),
    writeBackup: (planId, bytes) => ask('writeBackup', bridge.writeBackup({ planId, bytes })),
    readBackup: (handle) => ask('readBackup', bridge.readBackup({ handle })),
    printToPdf: (request) => ask('printToPdf', bridge.printToPdf(request)),
    setMenu: (menu) => void ask('setMenu', bridge.setMenu(menu)),
    onMenuAction: (listener) => bridge.onMenuAction((event) => listener(v.parse(EVENTS.menuAction, event).actionId)),
    onFlushRequested(flush) {
      flushes.add(flush)
      void ask('announceFlush', bridge.announceFlush({ listening: true }))
      return () => {
        flushes.delete(flush)
        if (flushes.size === 0) void ask('announceFlush', bridge.announceFlush({ listening: false }))
      }
    },
    onFileOpened(listener) {
      const takeAll = async (): Promise<void> => {
        const taken = await ask('takeOpenedFiles', bridge.takeOpenedFiles())
        if (taken.ok) for (const file of taken.value) listener(file.handle, file.name)
      }
      const stop = bridge.onFilesWaiting(() => void takeAll())
      void takeAll()
      return stop
    },
    async version() {
      const version = await ask('version', bridge.version())
      return version.ok ? version.value : ''
    },
  }
}
