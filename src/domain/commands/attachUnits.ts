import * as v from 'valibot'
import type { PlanReader } from '../plan/PlanDocument.ts'
import type { PlanEdit } from '../plan/PlanEdit.ts'
import { instant } from '../records/common.ts'
import { type Id, idOf } from '../records/ids.ts'
import type { Unit } from '../records/unit.ts'
import { defineCommand, missing } from './command.ts'

/**
 * Puts units under another superior: for all time (`from` null), or from a date, which leaves what was before it.
 * `component` is where units without a superior stand.
 */
export const attachUnits = defineCommand({
  type: 'attachUnits',
  schema: v.strictObject({
    units: v.pipe(v.array(idOf('unit')), v.minLength(1)),
    superior: v.nullable(idOf('unit')),
    component: v.exactOptional(idOf('component')),
    from: v.nullable(instant),
  }),
  label: (plan, { units, superior }) => ({
    count: units.length,
    unit: plan.get(units[0] as Id<'unit'>)?.designation ?? '',
    superior: superior === null ? '—' : (plan.get(superior)?.designation ?? ''),
  }),
  run: (edit, { units, superior, component, from }, plan) => {
    const head = superior === null ? undefined : edit.get(superior)
    if (superior !== null && head === undefined) return missing(superior)
    for (const id of units) {
      const unit = edit.get(id)
      if (unit === undefined) return missing(id)
      if (superior !== null && leadsBelow(edit, superior, id)) {
        return { code: 'circle', params: { unit: unit.designation, superior: head?.designation ?? '' } }
      }
      edit.change(unit, attached(unit, superior, from))
      const target = head?.component ?? component
      if (from === null && target !== undefined) moveToComponent(edit, plan, unit.id, target)
    }
    return null
  },
})

function attached(unit: Unit, superior: Id<'unit'> | null, from: number | null): Partial<Unit> {
  if (from === null) return { parent: superior, states: { ...unit.states, superior: [] } }
  const others = unit.states.superior.filter((s) => s.from !== from)
  const dated = [...others, { from, unit: superior }].sort((a, b) => a.from - b.from)
  return { states: { ...unit.states, superior: dated } }
}

/** Whether going up from `superior`, by standing or dated ties, comes to `id`. */
function leadsBelow(edit: PlanEdit, superior: Id<'unit'>, id: Id<'unit'>): boolean {
  const seen = new Set<Id>()
  const open: Id<'unit'>[] = [superior]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === id) return true
    if (seen.has(at)) continue
    seen.add(at)
    const unit = edit.get(at)
    if (unit === undefined) continue
    if (unit.parent !== null) open.push(unit.parent)
    for (const state of unit.states.superior) if (state.unit !== null) open.push(state.unit)
  }
  return false
}

/** A unit and all below it belong to the component of their head. */
export function moveToComponent(edit: PlanEdit, plan: PlanReader, id: Id<'unit'>, component: Id<'component'>): void {
  const seen = new Set<Id>()
  const open: Id<'unit'>[] = [id]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    const unit = edit.get(at)
    if (unit === undefined || (at !== id && unit.component === component)) continue
    if (unit.component !== component) edit.change(unit, { component })
    for (const below of plan.indexes.subordinatesEver.get(at)) if (below.parent === at) open.push(below.id)
  }
}
