import * as v from 'valibot'
import { enablerKind } from '../records/common.ts'
import { idOf } from '../records/ids.ts'
import { defineCommand, missing } from './command.ts'

/** Says which mission gives another what its type needs; null takes the tie away. */
export const linkEnabler = defineCommand({
  type: 'linkEnabler',
  schema: v.strictObject({
    mission: idOf('mission'),
    kind: enablerKind,
    enabler: v.nullable(idOf('mission')),
  }),
  label: (plan, { mission, kind, enabler }) => ({
    code: plan.get(mission)?.code ?? '',
    kind,
    enabler: enabler === null ? '' : (plan.get(enabler)?.code ?? ''),
  }),
  run: (edit, { mission: id, kind, enabler }) => {
    const mission = edit.get(id)
    if (mission === undefined) return missing(id)
    if (enabler === id) return { code: 'itself', params: { code: mission.code } }
    const others = mission.enablers.filter((e) => e.kind !== kind)
    edit.change(mission, { enablers: enabler === null ? others : [...others, { kind, mission: enabler }] })
    return null
  },
})
