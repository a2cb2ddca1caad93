import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { RecordOf } from '../../../domain/records/catalog.ts'
import type { Id } from '../../../domain/records/ids.ts'
import type { ForcesRow, ForcesTree, UnitRow } from './Forces.ts'

/** Where units are to go: under a unit, or to the top of a component. */
export type MoveTarget =
  | { readonly kind: 'unit'; readonly unit: RecordOf<'unit'> }
  | { readonly kind: 'component'; readonly component: RecordOf<'component'> }

export const targetOf = (row: ForcesRow): MoveTarget =>
  row.kind === 'unit' ? { kind: 'unit', unit: row.unit } : { kind: 'component', component: row.component }

/** The units of a selection that have none of it above them: the others come along with these. */
export function topUnits(rows: readonly UnitRow[], tree: ForcesTree): readonly UnitRow[] {
  const chosen = new Set(rows.map((row) => row.id))
  return rows.filter((row) => {
    for (let at = tree.parentOf(row); at?.kind === 'unit'; at = tree.parentOf(at)) if (chosen.has(at.id)) return false
    return true
  })
}

/** The first unit that the target stands under at any time, which it therefore cannot go under; null where all may. */
export function circleWith(
  plan: PlanReader,
  units: readonly Id<'unit'>[],
  target: MoveTarget,
): RecordOf<'unit'> | null {
  if (target.kind === 'component') return null
  const above = new Set<Id>()
  const open: Id<'unit'>[] = [target.unit.id]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const unit = above.has(id) ? undefined : plan.get(id)
    above.add(id)
    if (unit === undefined) continue
    for (const superior of [unit.parent, ...unit.states.superior.map((s) => s.unit)]) {
      if (superior !== null) open.push(superior)
    }
  }
  const id = units.find((unit) => above.has(unit))
  return id === undefined ? null : (plan.get(id) ?? null)
}

/** A date says who the superior is; the component is for all time, so another one can only be given for all time. */
export function canBeDated(plan: PlanReader, units: readonly Id<'unit'>[], target: MoveTarget): boolean {
  if (target.kind === 'unit') return true
  return units.every((id) => plan.get(id)?.component === target.component.id)
}

/** Units below some, at any time, themselves left out. */
export function subordinatesOf(plan: PlanReader, units: readonly Id<'unit'>[]): readonly Id<'unit'>[] {
  const found = new Set<Id<'unit'>>()
  const open = [...units]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { id: below } of plan.indexes.subordinatesEver.get(id)) {
      if (found.has(below) || units.includes(below)) continue
      found.add(below)
      open.push(below)
    }
  }
  return [...found]
}
