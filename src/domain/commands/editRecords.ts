import * as v from 'valibot'
import { anyId, type Id, type RecordKind } from '../records/ids.ts'
import { defineCommand, missing } from './command.ts'
import { nameOfRecord } from './nameOfRecord.ts'

const KEPT = new Set(['id', 'createdRevision', 'updatedRevision'])

/** Sets fields of one record, or the same fields of many: what sheets and the bulk grid write. */
export const editRecords = defineCommand({
  type: 'editRecords',
  schema: v.strictObject({
    ids: v.pipe(v.array(anyId), v.minLength(1)),
    fields: v.pipe(
      v.record(v.string(), v.unknown()),
      v.check((f) => Object.keys(f).length > 0 && !Object.keys(f).some((k) => KEPT.has(k)), 'no such field to edit'),
    ),
  }),
  label: (plan, { ids, fields }) => ({
    count: ids.length,
    name: nameOfRecord(plan, ids[0] as Id),
    fields: Object.keys(fields).join(', '),
  }),
  run: (edit, { ids, fields }) => {
    for (const id of ids) {
      const record = edit.get<RecordKind>(id)
      if (record === undefined) return missing(id)
      edit.change(record, fields)
    }
    return null
  },
})
