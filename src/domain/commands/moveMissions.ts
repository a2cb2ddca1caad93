import * as v from 'valibot'
import { relativeMinutes } from '../records/common.ts'
import { idOf } from '../records/ids.ts'
import { defineCommand, missing } from './command.ts'

/** Gives missions new planned starts; null takes one off the schedule, into the tray. */
export const moveMissions = defineCommand({
  type: 'moveMissions',
  schema: v.strictObject({
    moves: v.pipe(
      v.array(v.strictObject({ mission: idOf('mission'), start: v.nullable(relativeMinutes) })),
      v.minLength(1),
    ),
  }),
  label: (plan, { moves }) => ({
    count: moves.length,
    code: plan.get(moves[0]?.mission ?? ('mission:none' as never))?.code ?? '',
  }),
  run: (edit, { moves }) => {
    for (const { mission: id, start } of moves) {
      const mission = edit.get(id)
      if (mission === undefined) return missing(id)
      edit.change(mission, { start })
    }
    return null
  },
})
