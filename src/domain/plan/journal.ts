import type { ChangeLabel } from '../commands/command.ts'
import type { Diff } from './diff.ts'

/** One change of a plan, as it is kept for good: the journal is undo, history and audit trail in one. */
export interface JournalEntry {
  /** The plan's revision after the change; entries are contiguous. */
  readonly revision: number
  /** Epoch milliseconds. */
  readonly at: number
  readonly author: string
  readonly label: ChangeLabel
  /** What the entry takes back (undo) or brings back (redo): the revision of that entry. */
  readonly kind: 'do' | 'undo' | 'redo'
  readonly reverts: number | null
  readonly diff: Diff
}

/** An entry without its difference: enough for the list and for undo. */
export type JournalLine = Omit<JournalEntry, 'diff'>

/** What undo and redo would take next, kept by replaying the lines of the journal. */
export class UndoStack {
  #undo: number[] = []
  #redo: number[] = []

  constructor(lines: Iterable<JournalLine> = []) {
    for (const line of lines) this.push(line)
  }

  /** Revision of the entry that undo would reverse. */
  get undoable(): number | null {
    return this.#undo.at(-1) ?? null
  }

  /** Revision of the undo entry that redo would reverse. */
  get redoable(): number | null {
    return this.#redo.at(-1) ?? null
  }

  push(line: JournalLine): void {
    switch (line.kind) {
      case 'do':
        this.#undo.push(line.revision)
        this.#redo = []
        return
      case 'undo':
        this.#undo.pop()
        this.#redo.push(line.revision)
        return
      case 'redo':
        this.#redo.pop()
        this.#undo.push(line.revision)
    }
  }
}
