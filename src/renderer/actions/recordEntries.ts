import type { PlanReader } from '../../domain/plan/PlanDocument.ts'
import { folded } from '../ui/folded.ts'

export interface RecordEntry {
  readonly id: string
  readonly kind: 'unit' | 'mission'
  readonly label: string
  /** Without accents and in small letters, as it is searched. */
  readonly text: string
}

let last: { plan: PlanReader; revision: number; entries: readonly RecordEntry[] } | null = null

/** Missions and units of a plan as the palette finds them; made once a revision. */
export function recordEntries(plan: PlanReader): readonly RecordEntry[] {
  if (last?.plan === plan && last.revision === plan.revision) return last.entries
  const entries: RecordEntry[] = []
  for (const { id, code, title } of plan.all('mission')) {
    const label = `${code} ${title}`
    entries.push({ id, kind: 'mission', label, text: folded(label) })
  }
  for (const { id, designation, name } of plan.all('unit')) {
    const label = designation === '' ? name : `${designation} · ${name}`
    entries.push({ id, kind: 'unit', label, text: folded(label) })
  }
  last = { plan, revision: plan.revision, entries }
  return entries
}
