import { stat } from 'node:fs/promises'
import path from 'node:path'
import { type BrowserWindow, dialog, type FileFilter as DialogFilter } from 'electron'
import type { FileToken } from '../contract/FileToken.ts'
import type { FileFilter, OpenedFile, OpenFileRequest, SavedFile, SaveFileRequest } from '../contract/files.ts'
import { LIMITS } from '../contract/limits.ts'
import { fail, type Reply, succeed } from '../contract/Reply.ts'
import { replyToDiskFailure } from './diskFailure.ts'
import type { HandleRegistry } from './HandleRegistry.ts'
import { readFileWithin } from './readFileWithin.ts'
import type { ShellState } from './ShellState.ts'
import { shownName } from './shownName.ts'
import { withUsualExtension } from './usualExtension.ts'
import { writeFileAtomically } from './writeFileAtomically.ts'

/** Files the person chose: dialogs, reading, writing. Paths stay here; the page gets tokens and names. */
export class FileDesk {
  readonly #handles: HandleRegistry
  readonly #state: ShellState

  constructor(handles: HandleRegistry, state: ShellState) {
    this.#handles = handles
    this.#state = state
  }

  /** null: cancelled. */
  async open(window: BrowserWindow, request: OpenFileRequest): Promise<Reply<OpenedFile | null>> {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      properties: ['openFile'],
      filters: dialogFilters(request.filter),
      ...(this.#state.values.lastFolder === null ? {} : { defaultPath: this.#state.values.lastFolder }),
    })
    const [chosen] = filePaths
    if (canceled || chosen === undefined) return succeed(null)
    this.#rememberFolder(chosen)
    return this.#read(chosen, request.maxBytes ?? LIMITS.fileBytes)
  }

  async read(handle: FileToken): Promise<Reply<OpenedFile>> {
    const filePath = this.#handles.pathOf(handle)
    return filePath === null ? fail('unknown-handle', 'no such file') : this.#read(filePath, LIMITS.fileBytes)
  }

  /** With a handle writes that file again; else asks where. null: cancelled. */
  async save(window: BrowserWindow, request: SaveFileRequest): Promise<Reply<SavedFile | null>> {
    if (request.handle !== undefined) {
      const known = this.#handles.pathOf(request.handle)
      return known === null ? fail('unknown-handle', 'no such file') : this.write(known, request.bytes)
    }
    const chosen = await this.askWhereToSave(window, request.suggestedName, request.filter)
    return chosen === null ? succeed(null) : this.write(chosen, request.bytes)
  }

  /** The path the person chose, with the usual extension where they gave none; null: cancelled. */
  async askWhereToSave(window: BrowserWindow, suggestedName: string, filter: FileFilter): Promise<string | null> {
    const { lastFolder } = this.#state.values
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: lastFolder === null ? suggestedName : path.join(lastFolder, suggestedName),
      filters: dialogFilters(filter),
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
    if (canceled || filePath === '') return null
    this.#rememberFolder(filePath)
    const extended = withUsualExtension(filePath, filter.extensions)
    // The person confirmed to overwrite the name they chose, not the extended one.
    const isTaken = extended !== filePath && (await exists(extended))
    return isTaken ? filePath : extended
  }

  async write(filePath: string, bytes: Uint8Array): Promise<Reply<SavedFile>> {
    try {
      await writeFileAtomically(filePath, bytes)
    } catch (error) {
      return replyToDiskFailure(error)
    }
    return succeed({ handle: this.#handles.issue(filePath), name: shownName(filePath) })
  }

  async #read(filePath: string, maxBytes: number): Promise<Reply<OpenedFile>> {
    const read = await readFileWithin(filePath, maxBytes)
    if (!read.ok) return read
    return succeed({ handle: this.#handles.issue(filePath), name: shownName(filePath), bytes: read.value })
  }

  #rememberFolder(filePath: string): void {
    const lastFolder = path.dirname(filePath)
    if (lastFolder !== this.#state.values.lastFolder) void this.#state.keep({ lastFolder })
  }
}

function dialogFilters(filter: FileFilter): DialogFilter[] {
  return [{ name: filter.name, extensions: [...filter.extensions] }]
}

async function exists(filePath: string): Promise<boolean> {
  return stat(filePath).then(
    () => true,
    () => false,
  )
}
