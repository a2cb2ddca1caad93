import * as v from 'valibot'
import { base, longText, relativeMinutes, requiredText } from './common.ts'
import { idOf } from './ids.ts'

export const exerciseSchema = v.strictObject({
  id: idOf('exercise'),
  ...base,
  title: requiredText,
  trainingObjectives: v.pipe(v.array(longText), v.maxLength(100)),
  audience: longText,
  cells: v.pipe(v.array(v.picklist(['excon', 'white', 'red', 'blue', 'observers'])), v.maxLength(5)),
  /** Scenario time at which the clock starts. */
  startsAt: relativeMinutes,
})
export type Exercise = v.InferOutput<typeof exerciseSchema>
