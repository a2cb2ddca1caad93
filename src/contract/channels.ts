/**
 * Channel names, and nothing else: the preload script takes its names from here, and must stay free of schema code
 * (a sandboxed preload is one file that is read before every page). What travels on each channel: `messages.ts`.
 */
export const CHANNELS = {
  version: 'valles:version',
  openFile: 'valles:open-file',
  saveFile: 'valles:save-file',
  readFile: 'valles:read-file',
  listBackups: 'valles:list-backups',
  writeBackup: 'valles:write-backup',
  readBackup: 'valles:read-backup',
  printToPdf: 'valles:print-to-pdf',
  setMenu: 'valles:set-menu',
  announceFlush: 'valles:announce-flush',
  finishFlush: 'valles:finish-flush',
  takeOpenedFiles: 'valles:take-opened-files',
  chooseLayerFile: 'valles:choose-layer-file',
  findLayerFile: 'valles:find-layer-file',
  readLayerSlice: 'valles:read-layer-slice',
  forgetLayerFile: 'valles:forget-layer-file',
} as const

/** Main to renderer. */
export const EVENT_CHANNELS = {
  menuAction: 'valles:menu-action',
  flushRequested: 'valles:flush-requested',
  filesWaiting: 'valles:files-waiting',
} as const

export type MessageName = keyof typeof CHANNELS
export type EventName = keyof typeof EVENT_CHANNELS

export function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(CHANNELS, name)
}
