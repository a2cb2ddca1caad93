import * as v from 'valibot'
import { base, position, requiredText } from './common.ts'
import { idOf } from './ids.ts'
import { symbolCode } from './unit.ts'

/** A drawn control measure. */
export const overlaySchema = v.strictObject({
  id: idOf('overlay'),
  ...base,
  name: requiredText,
  kind: v.picklist([
    'boundary',
    'area-of-operations',
    'phase-line',
    'route',
    'checkpoint',
    'landing-zone',
    'pickup-zone',
    'drop-zone',
    'assembly-area',
    'named-area-of-interest',
    'mission-task',
    'other',
  ]),
  symbol: v.nullable(symbolCode),
  shape: v.picklist(['point', 'line', 'area']),
  points: v.pipe(v.array(position), v.minLength(1), v.maxLength(100_000)),
  unit: v.nullable(idOf('unit')),
  mission: v.nullable(idOf('mission')),
})
export type Overlay = v.InferOutput<typeof overlaySchema>
