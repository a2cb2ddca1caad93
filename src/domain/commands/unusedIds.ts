import type { PlanReader } from '../plan/PlanDocument.ts'
import { type Id, makeId, type RecordKind } from '../records/ids.ts'

/** Ids that no record of a plan has, for changes that are only looked at or that nobody else makes at the same time. */
export function unusedIds(plan: PlanReader, prefix: string): <K extends RecordKind>(kind: K) => Id<K> {
  let count = 0
  return (kind) => {
    for (;;) {
      count += 1
      const id = makeId(kind, `${prefix}-${count}`)
      if (!plan.has(id)) return id
    }
  }
}
