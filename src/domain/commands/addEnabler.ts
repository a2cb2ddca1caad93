import * as v from 'valibot'
import { enablerKind, relativeMinutes } from '../records/common.ts'
import { idOf } from '../records/ids.ts'
import { defineCommand, missing } from './command.ts'
import { nextMissionCode } from './nextMissionCode.ts'

/** Adds a mission of a type that provides an enabler, unassigned, and ties it to the mission that needs it. */
export const addEnabler = defineCommand({
  type: 'addEnabler',
  schema: v.strictObject({
    mission: idOf('mission'),
    kind: enablerKind,
    missionType: idOf('mission-type'),
    start: v.nullable(relativeMinutes),
    likelyMinutes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5_256_000))),
  }),
  label: (plan, { mission, kind }) => ({ code: plan.get(mission)?.code ?? '', kind }),
  run: (edit, { mission: id, kind, missionType: typeId, start, likelyMinutes }, plan, { newId }) => {
    const mission = edit.get(id)
    const type = edit.get(typeId)
    if (mission === undefined) return missing(id)
    if (type === undefined) return missing(typeId)
    const enabler = newId('mission')
    const likely = likelyMinutes ?? type.duration.likely
    edit.add<'mission'>({
      id: enabler,
      ...(mission.notional === true ? { notional: true } : {}),
      code: nextMissionCode(plan),
      title: `${type.name.es}: ${mission.code}`,
      type: typeId,
      task: '',
      purpose: '',
      verb: '',
      phase: mission.phase,
      places: mission.places,
      earliest: null,
      latest: null,
      duration: {
        optimistic: Math.min(likely, type.duration.optimistic),
        likely,
        pessimistic: Math.max(likely, type.duration.pessimistic),
      },
      start,
      objectives: mission.objectives,
      priority: mission.priority,
      status: 'draft',
      legalBasis: mission.legalBasis,
      enablers: [],
      risk: '',
      notes: '',
    })
    edit.change(mission, {
      enablers: [...mission.enablers.filter((e) => e.kind !== kind), { kind, mission: enabler }],
    })
    return null
  },
})
