import * as v from 'valibot'
import type { AnyRecord } from '../records/catalog.ts'
import { anyId } from '../records/ids.ts'
import { defineCommand } from './command.ts'
import { shortNameOf } from './nameOfRecord.ts'

/** Adds one record that the caller made whole, id included. */
export const addRecord = defineCommand({
  type: 'addRecord',
  schema: v.strictObject({ record: v.looseObject({ id: anyId }) }),
  label: (_plan, { record }) => ({
    kind: record.id.slice(0, record.id.indexOf(':')),
    name: shortNameOf(record as unknown as AnyRecord),
  }),
  run: (edit, { record }) => {
    if (edit.get(record.id) !== undefined || record.id.startsWith('plan:')) {
      return { code: 'duplicate', params: { code: record.id, unit: '' } }
    }
    edit.add(record)
    return null
  },
})
