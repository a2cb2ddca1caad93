import * as v from 'valibot'
import { base, instant } from './common.ts'
import { idOf } from './ids.ts'

/** A command relationship between two units over a time. */
export const relationshipSchema = v.strictObject({
  id: idOf('relationship'),
  ...base,
  subordinate: idOf('unit'),
  superior: idOf('unit'),
  kind: v.picklist(['organic', 'assigned', 'attached', 'opcon', 'tacon', 'direct-support', 'general-support']),
  from: instant,
  to: v.nullable(instant),
})
export type Relationship = v.InferOutput<typeof relationshipSchema>
