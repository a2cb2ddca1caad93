import type { AnyRecord } from '../records/catalog.ts'
import type { Id } from '../records/ids.ts'

/** A change of a plan as a value: what came, what became what, what went. Whole records, so that it can be reversed. */
export interface Diff {
  readonly added: readonly AnyRecord[]
  readonly updated: readonly (readonly [from: AnyRecord, to: AnyRecord])[]
  readonly removed: readonly AnyRecord[]
}

export const EMPTY_DIFF: Diff = { added: [], updated: [], removed: [] }

export function isEmptyDiff(diff: Diff): boolean {
  return diff.added.length === 0 && diff.updated.length === 0 && diff.removed.length === 0
}

/** The difference that undoes this one. */
export function reverseDiff(diff: Diff): Diff {
  return {
    added: diff.removed,
    updated: diff.updated.map(([from, to]) => [to, from] as const),
    removed: diff.added,
  }
}

/** One difference with the effect of several in order. */
export function squashDiffs(diffs: readonly Diff[]): Diff {
  const first = new Map<Id, AnyRecord | null>()
  const last = new Map<Id, AnyRecord | null>()
  const note = (id: Id, before: AnyRecord | null, after: AnyRecord | null): void => {
    if (!first.has(id)) first.set(id, before)
    last.set(id, after)
  }
  for (const diff of diffs) {
    for (const record of diff.removed) note(record.id, record, null)
    for (const [from, to] of diff.updated) note(from.id, from, to)
    for (const record of diff.added) note(record.id, null, record)
  }
  const added: AnyRecord[] = []
  const updated: [AnyRecord, AnyRecord][] = []
  const removed: AnyRecord[] = []
  for (const [id, before] of first) {
    const after = last.get(id) ?? null
    if (before === null && after !== null) added.push(after)
    else if (before !== null && after === null) removed.push(before)
    else if (before !== null && after !== null && before !== after) updated.push([before, after])
  }
  return { added, updated, removed }
}
