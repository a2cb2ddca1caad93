import * as v from 'valibot'
import type { PlanEdit } from '../plan/PlanEdit.ts'
import { instant, percent } from '../records/common.ts'
import { type Id, idOf } from '../records/ids.ts'
import { withEchelon } from '../records/symbolCode.ts'
import { ECHELONS, OWNERS, type AllocationPeriod, type Unit } from '../records/unit.ts'
import { moveToComponent } from './attachUnits.ts'
import { defineCommand, missing } from './command.ts'

/**
 * The same change of many units in one step. What is absent stays: `readiness` is stated from an instant until the next
 * one stated; `allocation` joins the periods or stands in their place; a unit that leaves its component leaves a
 * superior that stays behind.
 */
export const editUnits = defineCommand({
  type: 'editUnits',
  schema: v.strictObject({
    units: v.pipe(v.array(idOf('unit')), v.minLength(1)),
    owner: v.exactOptional(v.picklist(OWNERS)),
    echelon: v.exactOptional(v.picklist(ECHELONS)),
    component: v.exactOptional(idOf('component')),
    allocation: v.exactOptional(v.strictObject({ from: instant, to: v.nullable(instant), replaces: v.boolean() })),
    readiness: v.exactOptional(v.strictObject({ from: instant, percent })),
  }),
  label: (plan, { units, ...fields }) => ({
    count: units.length,
    unit: plan.get(units[0] as Id<'unit'>)?.designation ?? '',
    fields: Object.keys(fields).join(', '),
  }),
  run: (edit, { units, owner, echelon, component, allocation, readiness }, plan) => {
    for (const id of units) {
      const unit = edit.get(id)
      if (unit === undefined) return missing(id)
      const fields: Partial<Unit> = {
        ...(owner === undefined ? {} : { owner }),
        ...(echelon === undefined ? {} : { echelon, symbol: withEchelon(unit.symbol, echelon) }),
        ...(allocation === undefined ? {} : { allocation: allocated(unit, allocation) }),
        ...(readiness === undefined ? {} : { states: withReadiness(unit, readiness) }),
      }
      if (Object.keys(fields).length > 0) edit.change(unit, fields)
    }
    if (component === undefined) return null
    const moving = new Set<Id>(units)
    for (const id of units) {
      const unit = edit.get(id)
      if (unit === undefined) continue
      if (staysBehind(edit, unit, component, moving)) edit.change(unit, { parent: null })
      moveToComponent(edit, plan, id, component)
    }
    return null
  },
})

function staysBehind(edit: PlanEdit, unit: Unit, component: Id<'component'>, moving: ReadonlySet<Id>): boolean {
  if (unit.parent === null || moving.has(unit.parent)) return false
  return edit.get(unit.parent)?.component !== component
}

function allocated(
  unit: Unit,
  { from, to, replaces }: AllocationPeriod & { readonly replaces: boolean },
): AllocationPeriod[] {
  const kept = replaces ? [] : unit.allocation.filter((p) => p.from !== from || p.to !== to)
  return [...kept, { from, to }].sort((a, b) => a.from - b.from)
}

function withReadiness(unit: Unit, { from, percent }: { from: number; percent: number }): Unit['states'] {
  const others = unit.states.readiness.filter((s) => s.from !== from)
  return { ...unit.states, readiness: [...others, { from, percent }].sort((a, b) => a.from - b.from) }
}
