import * as v from 'valibot'
import { relativeMinutes } from '../records/common.ts'
import { idOf } from '../records/ids.ts'
import { defineCommand, missing } from './command.ts'

/** Sets start and likely duration together, as when an end of a bar is dragged; the other estimates keep their ratio. */
export const stretchMission = defineCommand({
  type: 'stretchMission',
  schema: v.strictObject({
    mission: idOf('mission'),
    start: relativeMinutes,
    likelyMinutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5_256_000)),
  }),
  label: (plan, { mission }) => ({ code: plan.get(mission)?.code ?? '' }),
  run: (edit, { mission: id, start, likelyMinutes }) => {
    const mission = edit.get(id)
    if (mission === undefined) return missing(id)
    const ratio = likelyMinutes / mission.duration.likely
    const scaled = (minutes: number): number => Math.max(1, Math.round(minutes * ratio))
    edit.change(mission, {
      start,
      duration: {
        optimistic: Math.min(likelyMinutes, scaled(mission.duration.optimistic)),
        likely: likelyMinutes,
        pessimistic: Math.max(likelyMinutes, scaled(mission.duration.pessimistic)),
      },
    })
    return null
  },
})
