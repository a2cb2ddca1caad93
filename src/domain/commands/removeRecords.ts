import * as v from 'valibot'
import type { PlanReader } from '../plan/PlanDocument.ts'
import type { PlanEdit } from '../plan/PlanEdit.ts'
import { type AnyRecord, isRecordOf } from '../records/catalog.ts'
import { anyId, type Id } from '../records/ids.ts'
import { type CommandError, defineCommand, missing } from './command.ts'
import { nameOfRecord, shortNameOf } from './nameOfRecord.ts'

/**
 * Removes records with what exists only because of them (a mission's assignments and dependencies, a unit's assignments);
 * what merely mentions them forgets them. Refused where something else cannot stand without them.
 */
export const removeRecords = defineCommand({
  type: 'removeRecords',
  schema: v.strictObject({ ids: v.pipe(v.array(anyId), v.minLength(1)) }),
  label: (plan, { ids }) => ({ count: ids.length, name: nameOfRecord(plan, ids[0] as Id) }),
  run: (edit, { ids }, plan) => {
    const going = new Set<Id>(ids)
    for (const id of ids) {
      if (edit.get(id) === undefined) return missing(id)
      if (id.startsWith('plan:')) return { code: 'in-use', params: { name: nameOfRecord(plan, id), by: '' } }
      edit.remove(id)
    }
    for (const id of ids) {
      for (const record of pointingAt(plan, id)) {
        const refused = going.has(record.id) ? null : release(edit, record, id, going)
        if (refused !== null) return refused
      }
    }
    return null
  },
})

/** Units and missions mention places in too many ways for an index; places go seldom, so all are read then. */
function pointingAt(plan: PlanReader, id: Id): AnyRecord[] {
  const found = plan.indexes.pointingAt(id)
  if (!id.startsWith('place:')) return found
  const mentions = (record: AnyRecord): boolean => JSON.stringify(record).includes(`"${id}"`)
  const users = [...plan.all('unit'), ...plan.all('mission')].filter(mentions)
  return [...found, ...users]
}

function release(edit: PlanEdit, record: AnyRecord, id: Id, going: Set<Id>): CommandError | null {
  if (isRecordOf('assignment', record) || isRecordOf('dependency', record) || isRecordOf('link', record)) {
    edit.remove(record.id)
    return null
  }
  if (isRecordOf('relationship', record)) {
    edit.remove(record.id)
    return null
  }
  const kept = <T extends Id>(list: readonly T[]): T[] => list.filter((x) => !going.has(x))
  if (isRecordOf('mission', record) && !id.startsWith('mission-type:') && !id.startsWith('place:')) {
    const mission = edit.get(record.id) ?? record
    edit.change(mission, {
      objectives: kept(mission.objectives),
      enablers: mission.enablers.filter((e) => !going.has(e.mission)),
      legalBasis: mission.legalBasis !== null && going.has(mission.legalBasis) ? null : mission.legalBasis,
    })
    return null
  }
  if (isRecordOf('line-of-effort', record)) {
    edit.change(record, {
      objectives: kept(record.objectives),
      decisivePoints: kept(record.decisivePoints),
      actors: kept(record.actors),
    })
    return null
  }
  if (isRecordOf('decision-point', record)) {
    edit.change(record, { missions: kept(record.missions) })
    return null
  }
  if (isRecordOf('measure', record) || isRecordOf('risk', record) || isRecordOf('overlay', record)) {
    const fields = Object.fromEntries(Object.entries(record).filter(([, value]) => value === id))
    edit.change(record, Object.fromEntries(Object.keys(fields).map((key) => [key, null])))
    return null
  }
  return { code: 'in-use', params: { name: id, by: shortNameOf(record) } }
}
