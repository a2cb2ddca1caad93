import * as v from 'valibot'
import { base, longText, relativeMinutes, requiredText } from './common.ts'
import { idOf } from './ids.ts'

/** A decision, or a decisive point of a line of effort, with what it waits for. */
export const decisionPointSchema = v.strictObject({
  id: idOf('decision-point'),
  ...base,
  code: requiredText,
  kind: v.picklist(['decision', 'decisive']),
  requirement: v.picklist(['ccir', 'pir', 'ffir', 'none']),
  condition: longText,
  latest: v.nullable(relativeMinutes),
  options: v.pipe(v.array(longText), v.maxLength(50)),
  missions: v.pipe(v.array(idOf('mission')), v.maxLength(500)),
})
export type DecisionPoint = v.InferOutput<typeof decisionPointSchema>
