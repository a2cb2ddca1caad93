import * as v from 'valibot'
import { ASSIGNMENT_PARTS } from '../records/assignment.ts'
import { capabilityQuantity } from '../records/common.ts'
import { idOf } from '../records/ids.ts'
import { defineCommand, missing } from './command.ts'
import { bringsFor } from './bringsFor.ts'

/** Puts a unit on a mission; without `brings`, it brings what the type asks for and it has. */
export const assignUnit = defineCommand({
  type: 'assignUnit',
  schema: v.strictObject({
    mission: idOf('mission'),
    unit: idOf('unit'),
    part: v.picklist(ASSIGNMENT_PARTS),
    brings: v.exactOptional(v.array(capabilityQuantity)),
  }),
  label: (plan, { mission, unit }) => ({
    code: plan.get(mission)?.code ?? '',
    unit: plan.get(unit)?.designation ?? '',
  }),
  run: (edit, { mission: missionId, unit: unitId, part, brings }, plan, { newId }) => {
    const mission = edit.get(missionId)
    const unit = edit.get(unitId)
    if (mission === undefined) return missing(missionId)
    if (unit === undefined) return missing(unitId)
    const current = plan.indexes.assignmentsOfMission.get(missionId)
    if (current.some((a) => a.unit === unitId)) {
      return { code: 'duplicate', params: { code: mission.code, unit: unit.designation } }
    }
    edit.add<'assignment'>({
      id: newId('assignment'),
      mission: missionId,
      unit: unitId,
      part,
      brings: brings ?? bringsFor(plan, mission, unit),
    })
    return null
  },
})
