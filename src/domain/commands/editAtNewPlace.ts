import * as v from 'valibot'
import { anyId, idOf, type Id, type RecordKind } from '../records/ids.ts'
import { defineCommand, missing } from './command.ts'
import { nameOfRecord } from './nameOfRecord.ts'

const KEPT = new Set(['id', 'createdRevision', 'updatedRevision'])

/** Makes a named place and sets fields of the records that are to be there: one change, one step of undo. */
export const editAtNewPlace = defineCommand({
  type: 'editAtNewPlace',
  schema: v.strictObject({
    place: v.looseObject({ id: idOf('place'), name: v.string() }),
    ids: v.pipe(v.array(anyId), v.minLength(1)),
    fields: v.pipe(
      v.record(v.string(), v.unknown()),
      v.check((f) => Object.keys(f).length > 0 && !Object.keys(f).some((k) => KEPT.has(k)), 'no such field to edit'),
    ),
  }),
  label: (plan, { place, ids }) => ({ place: place.name, count: ids.length, name: nameOfRecord(plan, ids[0] as Id) }),
  run: (edit, { place, ids, fields }) => {
    if (edit.get(place.id) !== undefined) return { code: 'duplicate', params: { code: place.id, unit: '' } }
    edit.add(place)
    for (const id of ids) {
      const record = edit.get<RecordKind>(id)
      if (record === undefined) return missing(id)
      edit.change(record, fields)
    }
    return null
  },
})
