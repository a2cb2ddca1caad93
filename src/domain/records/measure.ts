import * as v from 'valibot'
import { base, dated, localText, shortText } from './common.ts'
import { idOf } from './ids.ts'

const amount = v.pipe(v.number(), v.minValue(-1e12), v.maxValue(1e12))

/** Measure of performance (of a mission) or of effectiveness (of an objective). */
export const measureSchema = v.strictObject({
  id: idOf('measure'),
  ...base,
  kind: v.picklist(['mop', 'moe']),
  indicator: localText,
  unit: shortText,
  objective: v.nullable(idOf('objective')),
  mission: v.nullable(idOf('mission')),
  baseline: v.nullable(amount),
  target: v.nullable(amount),
  observations: dated({ value: amount, source: shortText }),
})
export type Measure = v.InferOutput<typeof measureSchema>
