import * as v from 'valibot'
import { base, componentKind, localText } from './common.ts'
import { idOf } from './ids.ts'

export const componentSchema = v.strictObject({
  id: idOf('component'),
  ...base,
  kind: componentKind,
  name: localText,
  order: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)),
})
export type Component = v.InferOutput<typeof componentSchema>
