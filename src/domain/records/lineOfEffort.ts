import * as v from 'valibot'
import { base, localText, longText } from './common.ts'
import { idOf } from './ids.ts'

export const lineOfEffortSchema = v.strictObject({
  id: idOf('line-of-effort'),
  ...base,
  kind: v.picklist(['security', 'government', 'social', 'economic', 'institutional', 'other']),
  name: localText,
  objectives: v.pipe(v.array(idOf('objective')), v.maxLength(100)),
  decisivePoints: v.pipe(v.array(idOf('decision-point')), v.maxLength(200)),
  /** Partners that work on it. */
  actors: v.pipe(v.array(idOf('actor')), v.maxLength(200)),
  notes: longText,
})
export type LineOfEffort = v.InferOutput<typeof lineOfEffortSchema>
