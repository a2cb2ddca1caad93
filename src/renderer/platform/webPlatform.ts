import type { Platform } from './Platform.ts'
import { printInBrowser } from './printInBrowser.ts'
import { registerServiceWorker } from './registerServiceWorker.ts'
import { WebBackups } from './WebBackups.ts'
import { withoutRejecting } from './webFailure.ts'
import { WebFiles } from './WebFiles.ts'

declare global {
  interface Window {
    /** Files that the system opened with the installed web edition. */
    readonly launchQueue?: {
      setConsumer(consumer: (launch: { files: readonly FileSystemHandle[] }) => void): void
    }
  }
}

/** A browser instead of the desktop shell. */
export function createWebPlatform(): Platform {
  registerServiceWorker()
  const files = new WebFiles()
  const backups = new WebBackups()
  return {
    edition: 'web',
    openFile: ({ filter, maxBytes }) => files.open(filter, maxBytes),
    saveFile: (request) => files.save(request),
    readFile: (handle) => files.read(handle),
    chooseLayerFile: (filter) => files.chooseToLend(filter),
    // A browser gives no lasting way to a file: its layers are copies.
    findLayerFile: async () => ({ ok: false, code: 'unsupported' }),
    readLayerSlice: async () => ({ ok: false, code: 'unsupported' }),
    async forgetLayerFile() {},
    listBackups: (planId) => backups.list(planId),
    writeBackup: (planId, bytes) => backups.write(planId, bytes),
    readBackup: (handle) => backups.read(handle),
    printToPdf: (request) =>
      withoutRejecting(async () => {
        printInBrowser(request)
        return { ok: true, value: null }
      }),
    setMenu() {},
    onMenuAction: () => () => {},
    onFlushRequested(flush) {
      const start = (): void => {
        flush().catch((error: unknown) => console.error(error))
      }
      // The first is early enough for most writes to end; the second also comes on a phone or a closed lid.
      window.addEventListener('beforeunload', start)
      window.addEventListener('pagehide', start)
      return () => {
        window.removeEventListener('beforeunload', start)
        window.removeEventListener('pagehide', start)
      }
    },
    onFileOpened(listener) {
      window.launchQueue?.setConsumer(({ files: launched }) => {
        for (const file of launched) {
          if (file instanceof FileSystemFileHandle) listener(files.adopt(file), file.name)
        }
      })
      return () => window.launchQueue?.setConsumer(() => {})
    },
    version: async () => String(import.meta.env.VITE_VALLES_VERSION ?? ''),
  }
}
