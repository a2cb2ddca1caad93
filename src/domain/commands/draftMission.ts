import * as v from 'valibot'
import { relativeMinutes, requiredText } from '../records/common.ts'
import { idOf } from '../records/ids.ts'
import { bringsFor } from './bringsFor.ts'
import { defineCommand, missing } from './command.ts'
import { nextMissionCode } from './nextMissionCode.ts'

/** Adds a mission of a type under the next free code, on a unit and at a time if these are given. */
export const draftMission = defineCommand({
  type: 'draftMission',
  schema: v.strictObject({
    mission: idOf('mission'),
    missionType: idOf('mission-type'),
    title: requiredText,
    unit: v.nullable(idOf('unit')),
    start: v.nullable(relativeMinutes),
  }),
  label: (plan, { title }) => ({ code: nextMissionCode(plan), title }),
  run: (edit, { mission: id, missionType: typeId, title, unit: unitId, start }, plan, { newId }) => {
    const type = edit.get(typeId)
    if (type === undefined) return missing(typeId)
    if (edit.get(id) !== undefined) return { code: 'duplicate', params: { code: id, unit: '' } }
    const phase = plan.meta.phases.find((p) => start !== null && p.from <= start && start < p.to)
    edit.add<'mission'>({
      id,
      code: nextMissionCode(plan),
      title,
      type: typeId,
      task: '',
      purpose: '',
      verb: '',
      phase: phase?.key ?? null,
      places: [],
      earliest: null,
      latest: null,
      duration: type.duration,
      start,
      objectives: [],
      priority: 3,
      status: 'draft',
      legalBasis: null,
      enablers: [],
      risk: '',
      notes: '',
    })
    if (unitId === null) return null
    const unit = edit.get(unitId)
    const mission = edit.get(id)
    if (unit === undefined || mission === undefined) return missing(unitId)
    edit.add<'assignment'>({
      id: newId('assignment'),
      mission: id,
      unit: unitId,
      part: 'supported',
      brings: bringsFor(plan, mission, unit),
    })
    return null
  },
})
