import * as v from 'valibot'
import { base, shortText } from './common.ts'
import { idOf } from './ids.ts'

/** A tie between two actors of the design view. */
export const linkSchema = v.strictObject({
  id: idOf('link'),
  ...base,
  from: idOf('actor'),
  to: idOf('actor'),
  kind: v.picklist(['supports', 'depends-on', 'finances', 'opposes', 'coordinates']),
  label: shortText,
})
export type Link = v.InferOutput<typeof linkSchema>
