import * as v from 'valibot'
import { base, instant, longText, shortText } from './common.ts'
import { idOf } from './ids.ts'

/** A finding the planner accepts, with the reason. It stays listed as accepted. */
export const acceptanceSchema = v.strictObject({
  id: idOf('acceptance'),
  ...base,
  /** Key of the finding: rule and records. */
  finding: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)),
  reason: v.pipe(longText, v.minLength(1)),
  author: shortText,
  at: instant,
})
export type Acceptance = v.InferOutput<typeof acceptanceSchema>
