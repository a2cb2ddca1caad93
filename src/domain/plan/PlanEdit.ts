import { type AnyRecord, parseRecord, type RecordFault, type RecordOf } from '../records/catalog.ts'
import type { Id, RecordKind } from '../records/ids.ts'
import { referencesOf } from '../records/references.ts'
import { err, ok, type Result } from '../result.ts'
import type { Diff } from './diff.ts'
import type { PlanReader } from './PlanDocument.ts'

export type NewRecord<K extends RecordKind> = Omit<RecordOf<K>, 'createdRevision' | 'updatedRevision'>

/** Why the records a command wrote cannot stand in the plan. */
export type EditFault =
  | { readonly code: 'invalid'; readonly fault: RecordFault }
  | { readonly code: 'dangling'; readonly id: Id; readonly reference: Id }

/** Gathers what one command writes, over the plan as it is, and gives the difference. */
export class PlanEdit {
  readonly #plan: PlanReader
  readonly #after = new Map<Id, AnyRecord | null>()

  constructor(plan: PlanReader) {
    this.#plan = plan
  }

  get<K extends RecordKind>(id: Id<K>): RecordOf<K> | undefined {
    const own = this.#after.get(id)
    if (own !== undefined) return own === null ? undefined : own
    return this.#plan.get(id)
  }

  add<K extends RecordKind>(record: NewRecord<K>): void {
    const revision = this.#plan.revision + 1
    const whole = { ...record, createdRevision: revision, updatedRevision: revision } as unknown as AnyRecord
    this.#after.set(whole.id, whole)
  }

  /** Changes fields of a record; an absent field stays as it is, an optional one set to undefined goes. */
  change<K extends RecordKind>(record: RecordOf<K>, fields: Partial<RecordOf<K>>): void {
    const current = this.get(record.id as Id<K>) ?? record
    const whole = Object.entries({ ...current, ...fields, updatedRevision: this.#plan.revision + 1 })
    const next = Object.fromEntries(whole.filter(([, value]) => value !== undefined)) as AnyRecord
    this.#after.set(next.id, next)
  }

  remove(id: Id): void {
    this.#after.set(id, null)
  }

  /** Checks the changed records, and only these, against their schemas and for references that lead nowhere. */
  finish(): Result<Diff, EditFault> {
    const diff = this.#diff()
    for (const record of [...diff.added, ...diff.updated.map(([, to]) => to)]) {
      const parsed = parseRecord(record)
      if (!parsed.ok) return err({ code: 'invalid', fault: parsed.error })
      for (const reference of referencesOf(record)) {
        if (this.get(reference) === undefined) return err({ code: 'dangling', id: record.id, reference })
      }
    }
    return ok(diff)
  }

  #diff(): Diff {
    const added: AnyRecord[] = []
    const updated: [AnyRecord, AnyRecord][] = []
    const removed: AnyRecord[] = []
    for (const [id, after] of this.#after) {
      const before = this.#plan.get(id)
      if (before === undefined) {
        if (after !== null) added.push(after)
      } else if (after === null) removed.push(before)
      else updated.push([before, after])
    }
    return { added, updated, removed }
  }
}
