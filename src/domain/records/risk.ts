import * as v from 'valibot'
import { base, longText, requiredText, shortText } from './common.ts'
import { idOf } from './ids.ts'

const level = v.picklist(['low', 'medium', 'high', 'extreme'])

export const riskSchema = v.strictObject({
  id: idOf('risk'),
  ...base,
  hazard: requiredText,
  mission: v.nullable(idOf('mission')),
  probability: v.picklist(['unlikely', 'seldom', 'occasional', 'likely', 'frequent']),
  severity: v.picklist(['negligible', 'moderate', 'critical', 'catastrophic']),
  control: longText,
  owner: shortText,
  residual: level,
})
export type Risk = v.InferOutput<typeof riskSchema>
