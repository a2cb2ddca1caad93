import type { PlanReader } from '../../domain/plan/PlanDocument.ts'
import type { RecordOf } from '../../domain/records/catalog.ts'
import type { RecordKind } from '../../domain/records/ids.ts'
import { useSessionState } from '../session/SessionContext.tsx'

type Kept = { revision: number; readonly list: readonly unknown[] }

const kept = new WeakMap<PlanReader, Map<RecordKind, Kept>>()
const NONE: readonly never[] = Object.freeze([])

/** All records of a kind of which a plan has few; the same list until one of them changes. */
export function useAll<K extends RecordKind>(kind: K): readonly RecordOf<K>[] {
  return useSessionState((s) => (s.plan === null || s.revision < 0 ? NONE : allOf(s.plan, kind)))
}

function allOf<K extends RecordKind>(plan: PlanReader, kind: K): readonly RecordOf<K>[] {
  const kinds = kept.get(plan) ?? new Map<RecordKind, Kept>()
  kept.set(plan, kinds)
  const known = kinds.get(kind)
  if (known?.revision === plan.revision) return known.list as readonly RecordOf<K>[]
  const list = [...plan.all(kind)]
  if (known !== undefined && known.list.length === list.length && list.every((r, i) => r === known.list[i])) {
    known.revision = plan.revision
    return known.list as readonly RecordOf<K>[]
  }
  kinds.set(kind, { revision: plan.revision, list })
  return list
}
