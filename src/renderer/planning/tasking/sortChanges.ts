import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { ProposedChange } from '../../../domain/scheduling/tasking/Proposal.ts'

export const CHANGE_ORDERS = ['code', 'start'] as const

export interface ChangeOrder {
  readonly by: (typeof CHANGE_ORDERS)[number]
  readonly isDescending: boolean
}

/** Changes by the code of their mission, or by the start they would have and then the code. */
export function sortChanges(
  changes: readonly ProposedChange[],
  { by, isDescending }: ChangeOrder,
  plan: PlanReader,
): readonly ProposedChange[] {
  const sign = isDescending ? -1 : 1
  const codes = new Map(changes.map((c) => [c.mission, plan.get(c.mission)?.code ?? c.mission]))
  const byCode = (a: ProposedChange, b: ProposedChange): number =>
    (codes.get(a.mission) ?? '').localeCompare(codes.get(b.mission) ?? '', 'es', { numeric: true })
  return changes.toSorted((a, b) => sign * ((by === 'start' ? a.start.to - b.start.to : 0) || byCode(a, b)))
}
