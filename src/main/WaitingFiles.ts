import path from 'node:path'
import type { WaitingFile } from '../contract/files.ts'
import { LIMITS } from '../contract/limits.ts'
import type { HandleRegistry } from './HandleRegistry.ts'
import { shownName } from './shownName.ts'

const PLAN_EXTENSION = '.valles'

/** Absolute paths of the plan files among a command line's arguments. */
export function planFilesIn(args: readonly string[], workingFolder: string): string[] {
  return args
    .filter((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith(PLAN_EXTENSION))
    .map((arg) => path.resolve(workingFolder, arg))
}

/** Files that the system asked to open, until the page takes them. Each is handed over once. */
export class WaitingFiles {
  readonly #handles: HandleRegistry
  readonly #announce: () => void
  #waiting: WaitingFile[] = []

  constructor(handles: HandleRegistry, announce: () => void) {
    this.#handles = handles
    this.#announce = announce
  }

  add(paths: readonly string[]): void {
    if (paths.length === 0) return
    const added = paths.map((filePath) => ({ handle: this.#handles.issue(filePath), name: shownName(filePath) }))
    this.#waiting = [...this.#waiting, ...added].slice(0, LIMITS.openedFiles)
    this.#announce()
  }

  take(): WaitingFile[] {
    const taken = this.#waiting
    this.#waiting = []
    return taken
  }
}
