import * as v from 'valibot'
import { base, catalogKey, position, relativeMinutes, requiredText, shortText } from './common.ts'
import { idOf } from './ids.ts'
import { ECHELONS, symbolCode } from './unit.ts'

const OVERLAY_KINDS = [
  'boundary',
  'area-of-operations',
  'area-of-coordination',
  'phase-line',
  'route',
  'checkpoint',
  'coordination-point',
  'landing-zone',
  'pickup-zone',
  'drop-zone',
  'assembly-area',
  'named-area-of-interest',
  'mission-task',
  'other',
] as const

/** A drawn control measure. */
export const overlaySchema = v.pipe(
  v.strictObject({
    id: idOf('overlay'),
    ...base,
    name: requiredText,
    /** The second text of a measure that has two: the other side of a boundary, the end of a route. */
    label2: shortText,
    kind: v.picklist(OVERLAY_KINDS),
    symbol: v.nullable(symbolCode),
    /** Shown on boundaries; areas of operations say by it whose they are. */
    echelon: v.picklist(ECHELONS),
    shape: v.picklist(['point', 'line', 'area']),
    points: v.pipe(v.array(position), v.minLength(1), v.maxLength(100_000)),
    /** Metres, in the order the symbol asks for them; none where it takes its own. */
    widths: v.pipe(v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000))), v.maxLength(20)),
    /** The command it belongs to: a unit, else a component, else the whole plan. */
    unit: v.nullable(idOf('unit')),
    component: v.nullable(idOf('component')),
    mission: v.nullable(idOf('mission')),
    phase: v.nullable(catalogKey),
    /** When it is in force; none means from the beginning, or to the end. */
    from: v.nullable(relativeMinutes),
    to: v.nullable(relativeMinutes),
  }),
  v.check((o) => o.from === null || o.to === null || o.from < o.to, 'a control measure ends after it begins'),
)
export type Overlay = v.InferOutput<typeof overlaySchema>
