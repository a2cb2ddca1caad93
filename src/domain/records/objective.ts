import * as v from 'valibot'
import { base, localText, longText, requiredText } from './common.ts'
import { idOf } from './ids.ts'

export const objectiveSchema = v.strictObject({
  id: idOf('objective'),
  ...base,
  code: requiredText,
  name: localText,
  effects: v.pipe(v.array(longText), v.maxLength(100)),
})
export type Objective = v.InferOutput<typeof objectiveSchema>
