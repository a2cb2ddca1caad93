import * as v from 'valibot'
import { type Id, idOf } from '../records/ids.ts'
import { defineCommand, missing } from './command.ts'
import { nextMissionCode } from './nextMissionCode.ts'

/** Copies missions, off the schedule and without their units. */
export const duplicateMissions = defineCommand({
  type: 'duplicateMissions',
  schema: v.strictObject({ missions: v.pipe(v.array(idOf('mission')), v.minLength(1)) }),
  label: (plan, { missions }) => ({
    count: missions.length,
    code: plan.get(missions[0] as Id<'mission'>)?.code ?? '',
  }),
  run: (edit, { missions }, plan, { newId }) => {
    for (const [i, id] of missions.entries()) {
      const mission = edit.get(id)
      if (mission === undefined) return missing(id)
      const { createdRevision: _c, updatedRevision: _u, ...copy } = mission
      edit.add<'mission'>({
        ...copy,
        id: newId('mission'),
        code: nextMissionCode(plan, i + 1),
        start: null,
        status: 'draft',
        enablers: [],
      })
    }
    return null
  },
})
