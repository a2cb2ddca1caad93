import * as v from 'valibot'
import { altitudeM, base, position, requiredText, shortText } from './common.ts'
import { idOf } from './ids.ts'

export const PLACE_KINDS = [
  'district',
  'district-seat',
  'town',
  'airfield',
  'river-port',
  'landing-zone',
  'base',
  'other',
] as const

export const placeSchema = v.strictObject({
  id: idOf('place'),
  ...base,
  name: requiredText,
  kind: v.picklist(PLACE_KINDS),
  /** None where only the name is known. */
  position: v.nullable(position),
  /** The district record it lies in, where the planner has said so. */
  district: v.nullable(idOf('place')),
  department: shortText,
  province: shortText,
  /** Metres above sea level; absent where not known. */
  elevationM: v.exactOptional(altitudeM),
  ubigeo: v.nullable(v.pipe(v.string(), v.regex(/^[0-9]{6}$/))),
})
export type Place = v.InferOutput<typeof placeSchema>
