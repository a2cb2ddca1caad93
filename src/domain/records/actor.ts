import * as v from 'valibot'
import { base, localText, longText } from './common.ts'
import { idOf } from './ids.ts'

/** An organization, never a person: a partner, or part of the problem in the design view. */
export const actorSchema = v.strictObject({
  id: idOf('actor'),
  ...base,
  name: localText,
  kind: v.picklist(['partner', 'institutional', 'social', 'criminal', 'opposing']),
  /** The partners' component, for those who work beside the command. */
  component: v.nullable(idOf('component')),
  notes: longText,
})
export type Actor = v.InferOutput<typeof actorSchema>
