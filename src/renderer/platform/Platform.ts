import type { BackupInfo } from '../../contract/BackupInfo.ts'
import type { FileToken } from '../../contract/FileToken.ts'
import type { FileFilter, OpenedFile, PageSize, SavedFile } from '../../contract/files.ts'
import type { LayerFile } from '../../contract/layerFiles.ts'
import type { MenuModel } from '../../contract/MenuModel.ts'
import type { PlatformErrorCode } from '../../contract/Reply.ts'

// What the interface needs of the contract, so that it knows the platform alone.
export type { BackupInfo } from '../../contract/BackupInfo.ts'
export type { FileToken } from '../../contract/FileToken.ts'
export type { FileFilter, OpenedFile, PageSize, SavedFile } from '../../contract/files.ts'
export type { LayerFile } from '../../contract/layerFiles.ts'
export type { MenuGroup, MenuItem, MenuModel, MenuRole } from '../../contract/MenuModel.ts'
export type { PlatformErrorCode } from '../../contract/Reply.ts'

export type PlatformResult<T> = { ok: true; value: T } | { ok: false; code: PlatformErrorCode }

/** A file for an own layer: the desktop reads it in place, a browser lends its bytes. */
export type ChosenLayerFile =
  | { readonly kind: 'handle'; readonly file: LayerFile }
  | { readonly kind: 'blob'; readonly name: string; readonly blob: Blob }

/** What surrounds the interface, on the desktop or in a browser. Nothing here rejects: failures are codes. */
export interface Platform {
  readonly edition: 'desktop' | 'web'
  /** Asks for one file and reads it, up to `maxBytes` (512 MiB by default). null: cancelled. */
  openFile(request: { filter: FileFilter; maxBytes?: number }): Promise<PlatformResult<OpenedFile | null>>
  /** With a handle writes that file again without asking. null: cancelled. The file is never left half-written. */
  saveFile(request: {
    suggestedName: string
    filter: FileFilter
    bytes: Uint8Array
    handle?: FileToken
  }): Promise<PlatformResult<SavedFile | null>>
  readFile(handle: FileToken): Promise<PlatformResult<OpenedFile>>
  /** Asks for a layer's file without reading it. null: cancelled. */
  chooseLayerFile(filter: FileFilter): Promise<PlatformResult<ChosenLayerFile | null>>
  /** The file of a handle from `chooseLayerFile`, also of an earlier start; `not-found` when it has gone. */
  findLayerFile(handle: FileToken): Promise<PlatformResult<LayerFile>>
  /** At most 8 MiB; fewer bytes than asked for where the file ends. */
  readLayerSlice(handle: FileToken, offset: number, length: number): Promise<PlatformResult<Uint8Array>>
  forgetLayerFile(handle: FileToken): Promise<void>
  /** Newest first. */
  listBackups(planId: string): Promise<PlatformResult<BackupInfo[]>>
  /** Writes a backup and lets go of those beyond the newest ten and the newest of each of fourteen days. */
  writeBackup(planId: string, bytes: Uint8Array): Promise<PlatformResult<BackupInfo>>
  readBackup(handle: FileToken): Promise<PlatformResult<Uint8Array>>
  /**
   * Prints what is on screen under the print style sheet. In a browser the person chooses in its print dialog, which
   * tells nothing: the value is then null as well.
   */
  printToPdf(request: {
    suggestedName: string
    pageSize: PageSize
    landscape: boolean
  }): Promise<PlatformResult<SavedFile | null>>
  /** The application menu, in the interface's language. Without effect in a browser. */
  setMenu(menu: MenuModel): void
  /** All `on…` functions return the function that stops listening. */
  onMenuAction(listener: (actionId: string) => void): () => void
  /** Called before the window closes. The desktop waits up to five seconds; a browser cannot wait. */
  onFlushRequested(flush: () => Promise<void>): () => void
  /** A plan file that the system asked to open; also those asked for before anyone listened. */
  onFileOpened(listener: (file: FileToken, name: string) => void): () => void
  version(): Promise<string>
}
