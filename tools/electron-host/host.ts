// What the parts of the stand-in share: which app it runs, and how far it has come.
import type { Connection } from './cdp.ts'
import type { Privileges } from './schemes.ts'

export type HostWindow = { close: () => void; refreshRules: () => Promise<void> }

export const host = {
  appDir: process.cwd(),
  package: {} as { name?: string; productName?: string; version?: string; main?: string },
  /** Command line switches for Chromium, without their dashes. */
  switches: new Map<string, string>(),
  schemes: new Map<string, Privileges>(),
  isReady: false,
  isQuitting: false,
  windows: new Set<HostWindow>(),
  connection: undefined as Connection | undefined,
}

/** As Electron: much of its interface exists only after `ready`. */
export const mustBeReady = (message: string): void => {
  if (!host.isReady) throw new Error(message)
}

export const connection = (): Connection => {
  if (!host.connection) throw new Error('Chromium has not been started yet')
  return host.connection
}

/** An event whose listeners may say no. */
export const preventable = <T extends object>(
  fields: T,
): T & { defaultPrevented: boolean; preventDefault: () => void } => ({
  ...fields,
  defaultPrevented: false,
  preventDefault() {
    this.defaultPrevented = true
  },
})
