import * as v from 'valibot'
import { base, localText, longText, percent, requiredText } from './common.ts'
import { anyId, idOf } from './ids.ts'

/** A record inside a stored difference; its own schema is applied when the course is opened. */
const storedRecord = v.looseObject({ id: anyId })

/** A course of action: a branch stored as a difference over its base. */
export const courseSchema = v.strictObject({
  id: idOf('course'),
  ...base,
  title: requiredText,
  base: v.nullable(idOf('course')),
  difference: v.strictObject({
    added: v.array(storedRecord),
    updated: v.array(v.strictTuple([storedRecord, storedRecord])),
    removed: v.array(storedRecord),
  }),
  scores: v.pipe(v.array(v.strictObject({ criterion: localText, weight: percent, score: percent })), v.maxLength(100)),
  notes: longText,
})
export type Course = v.InferOutput<typeof courseSchema>
