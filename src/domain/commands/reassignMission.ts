import * as v from 'valibot'
import { relativeMinutes } from '../records/common.ts'
import { idOf } from '../records/ids.ts'
import { bringsFor } from './bringsFor.ts'
import { defineCommand, missing } from './command.ts'

/** Hands an assignment to another unit, and may move the mission in the same step, as a dragged bar does. */
export const reassignMission = defineCommand({
  type: 'reassignMission',
  schema: v.strictObject({
    assignment: idOf('assignment'),
    unit: idOf('unit'),
    start: v.exactOptional(relativeMinutes),
  }),
  label: (plan, { assignment, unit }) => {
    const mission = plan.get(assignment)?.mission
    return {
      code: (mission === undefined ? undefined : plan.get(mission)?.code) ?? '',
      unit: plan.get(unit)?.designation ?? '',
    }
  },
  run: (edit, { assignment: id, unit: unitId, start }, plan) => {
    const assignment = edit.get(id)
    const unit = edit.get(unitId)
    if (assignment === undefined) return missing(id)
    if (unit === undefined) return missing(unitId)
    const mission = edit.get(assignment.mission)
    if (mission === undefined) return missing(assignment.mission)
    const others = plan.indexes.assignmentsOfMission.get(mission.id)
    if (assignment.unit !== unitId && others.some((a) => a.unit === unitId)) {
      return { code: 'duplicate', params: { code: mission.code, unit: unit.designation } }
    }
    if (assignment.unit !== unitId) {
      const asked = assignment.brings.flatMap(({ capability, quantity }) => {
        const has = unit.capabilities.find((c) => c.capability === capability)?.quantity ?? 0
        return has > 0 ? [{ capability, quantity: Math.min(has, quantity) }] : []
      })
      edit.change(assignment, { unit: unitId, brings: asked.length > 0 ? asked : bringsFor(plan, mission, unit) })
    }
    if (start !== undefined) edit.change(mission, { start })
    return null
  },
})
