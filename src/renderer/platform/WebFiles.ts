import type { FileToken } from '../../contract/FileToken.ts'
import type { FileFilter, OpenedFile, SavedFile } from '../../contract/files.ts'
import { LIMITS } from '../../contract/limits.ts'
import type { ChosenLayerFile, PlatformResult } from './Platform.ts'
import { TokenRegistry } from './TokenRegistry.ts'
import { isCancelled, withoutRejecting } from './webFailure.ts'

interface PickerOptions {
  types: { description: string; accept: Record<string, string[]> }[]
  suggestedName?: string
}

declare global {
  // Chromium's browsers have these; others choose and download.
  interface Window {
    showOpenFilePicker?: (options: PickerOptions) => Promise<FileSystemFileHandle[]>
    showSaveFilePicker?: (options: PickerOptions) => Promise<FileSystemFileHandle>
  }
}

/** A file that can be written again, one that was only lent for reading, or one that went to the downloads. */
type WebFile =
  | { kind: 'writable'; handle: FileSystemFileHandle }
  | { kind: 'lent'; file: File }
  | { kind: 'downloaded'; name: string }

interface SaveRequest {
  suggestedName: string
  filter: FileFilter
  bytes: Uint8Array
  handle?: FileToken
}

/** Long enough for a slow disk to have taken the bytes. */
const DOWNLOAD_TAKEN_MS = 60_000

/** The person's files in a browser. */
export class WebFiles {
  readonly #files = new TokenRegistry<WebFile>()

  /** A token for a file that the system handed over. */
  adopt(handle: FileSystemFileHandle): FileToken {
    return this.#files.issue({ kind: 'writable', handle })
  }

  open(filter: FileFilter, maxBytes: number = LIMITS.fileBytes): Promise<PlatformResult<OpenedFile | null>> {
    return withoutRejecting<OpenedFile | null>(async () => {
      const chosen = await chooseFile(filter)
      if (chosen === null) return { ok: true, value: null }
      return this.#read(chosen, this.#files.issue(chosen), maxBytes)
    })
  }

  /** A file whose bytes are read when they are needed. */
  chooseToLend(filter: FileFilter): Promise<PlatformResult<ChosenLayerFile | null>> {
    return withoutRejecting<ChosenLayerFile | null>(async () => {
      const chosen = await chooseFile(filter)
      if (chosen === null || chosen.kind === 'downloaded') return { ok: true, value: null }
      const blob = chosen.kind === 'lent' ? chosen.file : await chosen.handle.getFile()
      return { ok: true, value: { kind: 'blob', name: blob.name.slice(0, LIMITS.nameLength), blob } }
    })
  }

  read(token: FileToken): Promise<PlatformResult<OpenedFile>> {
    return withoutRejecting<OpenedFile>(async () => {
      const file = this.#files.get(token)
      return file === undefined ? { ok: false, code: 'unknown-handle' } : this.#read(file, token, LIMITS.fileBytes)
    })
  }

  save(request: SaveRequest): Promise<PlatformResult<SavedFile | null>> {
    return withoutRejecting<SavedFile | null>(async () => {
      const known = request.handle === undefined ? undefined : this.#files.get(request.handle)
      if (request.handle !== undefined && known === undefined) return { ok: false, code: 'unknown-handle' }
      if (known?.kind === 'writable') return this.#write(known.handle, request.bytes)
      const chosen = await chooseWhereToSave(request)
      if (chosen === 'cancelled') return { ok: true, value: null }
      if (chosen !== 'no-picker') return this.#write(chosen, request.bytes)
      const name = known === undefined ? request.suggestedName : nameOf(known)
      download(name, request.bytes)
      return { ok: true, value: { handle: this.#files.issue({ kind: 'downloaded', name }), name } }
    })
  }

  async #read(file: WebFile, token: FileToken, maxBytes: number): Promise<PlatformResult<OpenedFile>> {
    if (file.kind === 'downloaded') return { ok: false, code: 'unsupported' }
    const content = file.kind === 'lent' ? file.file : await file.handle.getFile()
    if (content.size > maxBytes) return { ok: false, code: 'too-large' }
    const bytes = new Uint8Array(await content.arrayBuffer())
    return { ok: true, value: { handle: token, name: content.name.slice(0, LIMITS.nameLength), bytes } }
  }

  async #write(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<PlatformResult<SavedFile>> {
    await writeWhole(handle, bytes)
    return { ok: true, value: { handle: this.adopt(handle), name: handle.name.slice(0, LIMITS.nameLength) } }
  }
}

/** The browser writes beside the file and swaps on close, so that the old content stays until the new one is whole. */
export async function writeWhole(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
  const writable = await handle.createWritable()
  try {
    await writable.write(new Uint8Array(bytes))
  } catch (error) {
    await writable.abort()
    throw error
  }
  await writable.close()
}

function nameOf(file: WebFile): string {
  switch (file.kind) {
    case 'writable':
      return file.handle.name
    case 'lent':
      return file.file.name
    case 'downloaded':
      return file.name
  }
}

function dotted(filter: FileFilter): string[] {
  return filter.extensions.map((extension) => `.${extension}`)
}

function pickerTypes(filter: FileFilter): PickerOptions['types'] {
  return [{ description: filter.name, accept: { 'application/octet-stream': dotted(filter) } }]
}

async function chooseFile(filter: FileFilter): Promise<WebFile | null> {
  if (window.showOpenFilePicker === undefined) return chooseFileToLend(filter)
  try {
    const [handle] = await window.showOpenFilePicker({ types: pickerTypes(filter) })
    return handle === undefined ? null : { kind: 'writable', handle }
  } catch (error) {
    if (isCancelled(error)) return null
    throw error
  }
}

function chooseFileToLend(filter: FileFilter): Promise<WebFile | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = dotted(filter).join(',')
  const { promise, resolve } = Promise.withResolvers<WebFile | null>()
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    resolve(file === undefined ? null : { kind: 'lent', file })
  })
  input.addEventListener('cancel', () => resolve(null))
  input.click()
  return promise
}

async function chooseWhereToSave(request: SaveRequest): Promise<FileSystemFileHandle | 'cancelled' | 'no-picker'> {
  if (window.showSaveFilePicker === undefined) return 'no-picker'
  try {
    return await window.showSaveFilePicker({ suggestedName: request.suggestedName, types: pickerTypes(request.filter) })
  } catch (error) {
    if (isCancelled(error)) return 'cancelled'
    throw error
  }
}

function download(name: string, bytes: Uint8Array): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)]))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_TAKEN_MS)
}
