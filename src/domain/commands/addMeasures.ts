import * as v from 'valibot'
import { idOf } from '../records/ids.ts'
import type { NewRecord } from '../plan/PlanEdit.ts'
import { defineCommand } from './command.ts'

/** Adds control measures that the caller made whole, ids included: those of one paste are one step. */
export const addMeasures = defineCommand({
  type: 'addMeasures',
  schema: v.strictObject({
    measures: v.pipe(v.array(v.looseObject({ id: idOf('overlay'), name: v.string() })), v.minLength(1)),
  }),
  label: (_plan, { measures }) => ({ count: measures.length, name: measures[0]?.name ?? '' }),
  run: (edit, { measures }) => {
    for (const measure of measures) {
      if (edit.get(measure.id) !== undefined) return { code: 'duplicate', params: { code: measure.id, unit: '' } }
      // The schema of the record checks the rest when the edit is finished.
      edit.add(measure as unknown as NewRecord<'overlay'>)
    }
    return null
  },
})
