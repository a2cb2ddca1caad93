import * as v from 'valibot'
import { relativeMinutes } from '../records/common.ts'
import { DEPENDENCY_KINDS } from '../records/dependency.ts'
import { idOf } from '../records/ids.ts'
import { defineCommand, missing } from './command.ts'

/** Makes one mission wait for another. A circle is allowed here and reported by the check. */
export const linkMissions = defineCommand({
  type: 'linkMissions',
  schema: v.strictObject({
    predecessor: idOf('mission'),
    successor: idOf('mission'),
    kind: v.picklist(DEPENDENCY_KINDS),
    lagMinutes: relativeMinutes,
  }),
  label: (plan, { predecessor, successor }) => ({
    from: plan.get(predecessor)?.code ?? '',
    to: plan.get(successor)?.code ?? '',
  }),
  run: (edit, args, plan, { newId }) => {
    const from = edit.get(args.predecessor)
    const to = edit.get(args.successor)
    if (from === undefined) return missing(args.predecessor)
    if (to === undefined) return missing(args.successor)
    if (from.id === to.id) return { code: 'itself', params: { code: from.code } }
    const existing = plan.indexes.dependenciesFrom.get(from.id)
    if (existing.some((d) => d.successor === to.id && d.kind === args.kind)) {
      return { code: 'duplicate', params: { code: from.code, unit: to.code } }
    }
    edit.add<'dependency'>({ id: newId('dependency'), ...args })
    return null
  },
})
