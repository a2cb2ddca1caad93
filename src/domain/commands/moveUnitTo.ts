import * as v from 'valibot'
import { formatMgrs } from '../geo/mgrs.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import { instant, location, type Location } from '../records/common.ts'
import { idOf } from '../records/ids.ts'
import { defineCommand, missing } from './command.ts'

/** Says where a unit is from an instant on, until the next place stated; a place stated at that instant is replaced. */
export const moveUnitTo = defineCommand({
  type: 'moveUnitTo',
  schema: v.strictObject({ unit: idOf('unit'), at: location, from: instant }),
  label: (plan, { unit: id, at }) => {
    const unit = plan.get(id)
    return { unit: unit?.designation || unit?.name || '', where: nameOfLocation(plan, at) }
  },
  run: (edit, { unit: id, at, from }) => {
    const unit = edit.get(id)
    if (unit === undefined) return missing(id)
    const others = unit.states.location.filter((state) => state.from !== from)
    const places = [...others, { from, at }].sort((a, b) => a.from - b.from)
    edit.change(unit, { states: { ...unit.states, location: places } })
    return null
  },
})

/** The place's name, else the grid reference to 10 m. */
function nameOfLocation(plan: PlanReader, at: Location): string {
  if ('place' in at) return plan.get(at.place)?.name ?? ''
  return formatMgrs(at.position, 4) ?? at.position.map((degrees) => degrees.toFixed(4)).join(' ')
}
