import * as v from 'valibot'
import {
  base,
  capabilityQuantity,
  catalogKey,
  componentKind,
  durationMinutes,
  enablerKind,
  localText,
  requiredText,
} from './common.ts'
import { idOf } from './ids.ts'

/** What the time of year does to the ground: rains, and rivers too low for boats. */
export const SEASONS = ['rains', 'low-water'] as const
export type Season = (typeof SEASONS)[number]

export const missionTypeSchema = v.strictObject({
  id: idOf('mission-type'),
  ...base,
  code: requiredText,
  name: localText,
  /** Components that may lead it. */
  components: v.pipe(v.array(componentKind), v.minLength(1), v.maxLength(5)),
  capabilities: v.pipe(v.array(capabilityQuantity), v.maxLength(50)),
  duration: durationMinutes,
  /** What another mission must give it. */
  enablers: v.pipe(v.array(enablerKind), v.maxLength(10)),
  /** What it can give to others. */
  provides: v.pipe(v.array(enablerKind), v.maxLength(10)),
  needsLegalBasis: v.boolean(),
  role: v.nullable(catalogKey),
  constraints: v.strictObject({
    light: v.picklist(['any', 'day', 'night']),
    minIlluminationPercent: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
    months: v.nullable(
      v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12))), v.maxLength(12)),
    ),
    /** Seasons it is not done in; the plan's parameters say which months they are. */
    avoids: v.pipe(v.array(v.picklist(SEASONS)), v.maxLength(2)),
    maxAltitudeM: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(9_000))),
  }),
  builtIn: v.boolean(),
})
export type MissionType = v.InferOutput<typeof missionTypeSchema>
