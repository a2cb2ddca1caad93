import type { JournalEntry } from '../../domain/plan/journal.ts'
import type { Id } from '../../domain/records/ids.ts'
import type { SaveState } from '../session/PlanStorage.ts'
import { type Database, faultOf, type PlanRow } from './database.ts'
import type { PageWrite } from './PlanPages.ts'

/** What one change writes: taken when the change was made. */
interface Write {
  readonly entry: JournalEntry
  readonly pages: readonly PageWrite[]
  readonly summary: Pick<PlanRow, 'title' | 'units' | 'missions' | 'records'>
}

/**
 * Writes changes one after the other, each in a transaction of its own: journal entry, pages and revision together or
 * not at all. After a failure nothing more is written until `retry`, and what waits stays counted as unsaved.
 */
export class WriteQueue {
  readonly #database: Database
  readonly #plan: Id<'plan'>
  readonly #waiting: Write[] = []
  readonly #listeners = new Set<(state: SaveState) => void>()
  readonly #idle: (() => void)[] = []
  readonly #onWritten: (entry: JournalEntry) => void
  #running = false
  #state: SaveState = { state: 'saved' }

  constructor(database: Database, plan: Id<'plan'>, onWritten: (entry: JournalEntry) => void) {
    this.#database = database
    this.#plan = plan
    this.#onWritten = onWritten
  }

  get state(): SaveState {
    return this.#state
  }

  add(write: Write): void {
    this.#waiting.push(write)
    if (this.#state.state === 'failed') this.#set({ ...this.#state, unsaved: this.#waiting.length })
    else void this.#run()
  }

  retry(): void {
    if (this.#state.state !== 'failed') return
    this.#set({ state: 'saving', waiting: this.#waiting.length })
    void this.#run()
  }

  /** Marks the tie to the disk as gone: whatever comes after is not saved. */
  fail(fault: ReturnType<typeof faultOf>): void {
    this.#set({ state: 'failed', fault, unsaved: this.#waiting.length })
    this.#settle()
  }

  async flushed(): Promise<boolean> {
    if (this.#running) await new Promise<void>((resolve) => this.#idle.push(resolve))
    return this.#waiting.length === 0
  }

  onState(listener: (state: SaveState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async #run(): Promise<void> {
    if (this.#running) {
      this.#set({ state: 'saving', waiting: this.#waiting.length })
      return
    }
    this.#running = true
    for (let write = this.#waiting[0]; write !== undefined; write = this.#waiting[0]) {
      this.#set({ state: 'saving', waiting: this.#waiting.length })
      try {
        await this.#write(write)
      } catch (error) {
        this.#running = false
        this.fail(faultOf(error))
        return
      }
      this.#waiting.shift()
      this.#onWritten(write.entry)
    }
    this.#running = false
    this.#set({ state: 'saved' })
    this.#settle()
  }

  async #write({ entry, pages, summary }: Write): Promise<void> {
    const { plans, pages: pageTable, journal, diffs } = this.#database
    const { diff, ...line } = entry
    const plan = this.#plan
    await this.#database.transaction('rw', plans, pageTable, journal, diffs, async () => {
      const row = await plans.get(plan)
      // Another writer cannot be here (it would hold the lock); a plan removed or advanced behind our back is a failure.
      if (row?.revision !== entry.revision - 1) throw new Error(`the plan on disk is at revision ${row?.revision}`)
      const gone = pages.filter((p) => p.text === null).map((p): [string, number] => [plan, p.page])
      const kept = pages.flatMap((p) => (p.text === null ? [] : [{ plan, page: p.page, text: p.text }]))
      await Promise.all([
        journal.add({ ...line, plan }),
        diffs.add({ plan, revision: entry.revision, diff }),
        kept.length === 1 && kept[0] !== undefined ? pageTable.put(kept[0]) : pageTable.bulkPut(kept),
        gone.length > 0 ? pageTable.bulkDelete(gone) : undefined,
        plans.put({ ...row, ...summary, revision: entry.revision, updatedAt: entry.at }),
      ])
    })
  }

  #set(state: SaveState): void {
    this.#state = state
    for (const listener of this.#listeners) listener(state)
  }

  #settle(): void {
    for (const resolve of this.#idle.splice(0)) resolve()
  }
}
