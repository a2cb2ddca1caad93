import { contextBridge, ipcRenderer } from 'electron'
import { CHANNELS, EVENT_CHANNELS, type EventName } from '../contract/channels.ts'
import type { EventOf } from '../contract/messages.ts'
import type { VallesBridge } from '../contract/VallesBridge.ts'

function listen<Name extends EventName>(name: Name, listener: (event: EventOf<Name>) => void): () => void {
  // Only the message crosses: Electron's own event would hand the page the means to send.
  const forward = (_event: unknown, message: EventOf<Name>): void => listener(message)
  ipcRenderer.on(EVENT_CHANNELS[name], forward)
  return () => {
    ipcRenderer.removeListener(EVENT_CHANNELS[name], forward)
  }
}

const bridge: VallesBridge = {
  version: () => ipcRenderer.invoke(CHANNELS.version),
  openFile: (request) => ipcRenderer.invoke(CHANNELS.openFile, request),
  saveFile: (request) => ipcRenderer.invoke(CHANNELS.saveFile, request),
  readFile: (request) => ipcRenderer.invoke(CHANNELS.readFile, request),
  listBackups: (request) => ipcRenderer.invoke(CHANNELS.listBackups, request),
  writeBackup: (request) => ipcRenderer.invoke(CHANNELS.writeBackup, request),
  readBackup: (request) => ipcRenderer.invoke(CHANNELS.readBackup, request),
  printToPdf: (request) => ipcRenderer.invoke(CHANNELS.printToPdf, request),
  setMenu: (request) => ipcRenderer.invoke(CHANNELS.setMenu, request),
  announceFlush: (request) => ipcRenderer.invoke(CHANNELS.announceFlush, request),
  finishFlush: (request) => ipcRenderer.invoke(CHANNELS.finishFlush, request),
  takeOpenedFiles: () => ipcRenderer.invoke(CHANNELS.takeOpenedFiles),
  chooseLayerFile: (request) => ipcRenderer.invoke(CHANNELS.chooseLayerFile, request),
  findLayerFile: (request) => ipcRenderer.invoke(CHANNELS.findLayerFile, request),
  readLayerSlice: (request) => ipcRenderer.invoke(CHANNELS.readLayerSlice, request),
  forgetLayerFile: (request) => ipcRenderer.invoke(CHANNELS.forgetLayerFile, request),
  onMenuAction: (listener) => listen('menuAction', listener),
  onFlushRequested: (listener) => listen('flushRequested', listener),
  onFilesWaiting: (listener) => listen('filesWaiting', listener),
}

contextBridge.exposeInMainWorld('valles', bridge)
