import type { Diff } from '../../domain/plan/diff.ts'
import type { AnyRecord } from '../../domain/records/catalog.ts'
import type { Id } from '../../domain/records/ids.ts'

/** Records a page: few enough that an edit rewrites little, many enough that a plan is few rows. */
const PAGE_SIZE = 32

/** A page to write, or to delete where it has no text. */
export interface PageWrite {
  readonly page: number
  readonly text: string | null
}

/** Which record stands on which page. A record stays where it is; new ones fill the pages that have room. */
export class PlanPages {
  readonly #pageOf = new Map<Id, number>()
  readonly #ids = new Map<number, Set<Id>>()
  #open: number[] = []
  #next = 0

  /** Notes the records of a page as read from disk. */
  load(page: number, records: readonly AnyRecord[]): void {
    const ids = new Set<Id>()
    for (const record of records) {
      ids.add(record.id)
      this.#pageOf.set(record.id, page)
    }
    this.#ids.set(page, ids)
    if (ids.size < PAGE_SIZE) this.#open.push(page)
    this.#next = Math.max(this.#next, page + 1)
  }

  /** Takes a change in and gives the pages to write; `get` reads records as they are after it. */
  write(diff: Diff, get: (id: Id) => AnyRecord | undefined): PageWrite[] {
    const touched = new Set<number>()
    for (const { id } of diff.removed) touched.add(this.#release(id))
    for (const [, { id }] of diff.updated) touched.add(this.#pageOf.get(id) ?? this.#place(id))
    for (const { id } of diff.added) touched.add(this.#place(id))
    touched.delete(-1)
    return [...touched].map((page) => ({ page, text: this.#text(page, get) }))
  }

  #text(page: number, get: (id: Id) => AnyRecord | undefined): string | null {
    const ids = this.#ids.get(page)
    if (ids === undefined || ids.size === 0) return null
    return JSON.stringify([...ids].map((id) => get(id)))
  }

  #release(id: Id): number {
    const page = this.#pageOf.get(id)
    if (page === undefined) return -1
    this.#pageOf.delete(id)
    const ids = this.#ids.get(page)
    ids?.delete(id)
    if (ids?.size === PAGE_SIZE - 1) this.#open.push(page)
    return page
  }

  #place(id: Id): number {
    const known = this.#pageOf.get(id)
    if (known !== undefined) return known
    let page = this.#open.at(-1)
    if (page === undefined) {
      page = this.#next
      this.#next += 1
      this.#ids.set(page, new Set())
      this.#open.push(page)
    }
    const ids = this.#ids.get(page) ?? new Set<Id>()
    this.#ids.set(page, ids.add(id))
    this.#pageOf.set(id, page)
    if (ids.size >= PAGE_SIZE) this.#open = this.#open.filter((p) => p !== page)
    return page
  }
}

/** The pages of a plan written for the first time. */
export function pagesOf(records: readonly AnyRecord[]): { readonly page: number; readonly text: string }[] {
  const pages: { page: number; text: string }[] = []
  for (let start = 0; start < records.length; start += PAGE_SIZE) {
    pages.push({ page: pages.length, text: JSON.stringify(records.slice(start, start + PAGE_SIZE)) })
  }
  return pages
}
