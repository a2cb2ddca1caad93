import * as v from 'valibot'
import { ASSIGNMENT_PARTS } from '../records/assignment.ts'
import { relativeMinutes } from '../records/common.ts'
import { idOf } from '../records/ids.ts'
import { bringsFor } from './bringsFor.ts'
import { defineCommand, missing } from './command.ts'

/** Gives a mission a start and a unit in one step, as when it is dragged from the tray onto a row. */
export const placeMission = defineCommand({
  type: 'placeMission',
  schema: v.strictObject({
    mission: idOf('mission'),
    unit: idOf('unit'),
    part: v.picklist(ASSIGNMENT_PARTS),
    start: relativeMinutes,
  }),
  label: (plan, { mission, unit }) => ({
    code: plan.get(mission)?.code ?? '',
    unit: plan.get(unit)?.designation ?? '',
  }),
  run: (edit, { mission: missionId, unit: unitId, part, start }, plan, { newId }) => {
    const mission = edit.get(missionId)
    const unit = edit.get(unitId)
    if (mission === undefined) return missing(missionId)
    if (unit === undefined) return missing(unitId)
    if (mission.start !== start) edit.change(mission, { start })
    const current = plan.indexes.assignmentsOfMission.get(missionId)
    if (current.some((a) => a.unit === unitId)) return null
    const brings = bringsFor(plan, mission, unit)
    edit.add<'assignment'>({ id: newId('assignment'), mission: missionId, unit: unitId, part, brings })
    return null
  },
})
