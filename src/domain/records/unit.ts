import * as v from 'valibot'
import {
  base,
  capabilityQuantity,
  dated,
  instant,
  location,
  longText,
  percent,
  requiredText,
  shortText,
} from './common.ts'
import { idOf } from './ids.ts'

export const ECHELONS = [
  'team',
  'squad',
  'section',
  'platoon',
  'company',
  'battalion',
  'regiment',
  'brigade',
  'division',
  'command',
  'none',
] as const

export const OWNERS = ['army', 'navy', 'air-force', 'joint', 'police', 'other'] as const

export const MOBILITY_MODES = ['foot', 'road', 'river', 'fixed-wing', 'rotary-wing'] as const
export type MobilityMode = (typeof MOBILITY_MODES)[number]

/** Twenty digits of a MIL-STD-2525D / APP-6D code, version 10. */
export const symbolCode = v.pipe(v.string(), v.regex(/^10[0-9]{18}$/))

const allocation = v.pipe(
  v.strictObject({ from: instant, to: v.nullable(instant) }),
  v.check((p) => p.to === null || p.from < p.to, 'an allocation ends after it begins'),
)
export type AllocationPeriod = v.InferOutput<typeof allocation>

export const unitSchema = v.strictObject({
  id: idOf('unit'),
  ...base,
  component: idOf('component'),
  /** Superior where no dated superior says otherwise. */
  parent: v.nullable(idOf('unit')),
  name: requiredText,
  designation: shortText,
  symbol: symbolCode,
  echelon: v.picklist(ECHELONS),
  owner: v.picklist(OWNERS),
  /** When the institution allocates it to the command; none means unknown, which allows nothing. */
  allocation: v.pipe(v.array(allocation), v.maxLength(200)),
  /** What it can bring in all, its subordinates included. */
  capabilities: v.pipe(v.array(capabilityQuantity), v.maxLength(100)),
  /** Works as separate teams, aircraft or boats, so that two missions at once are allowed while the quantities hold. */
  splittable: v.boolean(),
  mobility: v.pipe(
    v.array(
      v.strictObject({
        mode: v.picklist(MOBILITY_MODES),
        speedKmh: v.pipe(v.number(), v.minValue(0.1), v.maxValue(2_000)),
      }),
    ),
    v.maxLength(10),
  ),
  home: v.nullable(location),
  states: v.strictObject({
    location: dated({ at: location }),
    readiness: dated({ percent }),
    superior: dated({ unit: v.nullable(idOf('unit')) }),
  }),
  strength: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))),
  /** Limits of an air or boat unit's day; those of the samples are notional. */
  sorties: v.nullable(
    v.strictObject({
      vehicles: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
      availablePercent: percent,
      turnsPerDay: v.pipe(v.number(), v.minValue(0), v.maxValue(48)),
    }),
  ),
  /** Days it lives on what it carries when full; absent where not known. */
  supplyDays: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(365))),
  notes: longText,
})
export type Unit = v.InferOutput<typeof unitSchema>
