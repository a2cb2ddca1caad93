import type { Position } from '../records/common.ts'

/** What a reader should know about how a text was understood. */
export type CoordinateNote =
  /** `18S`: the letter was taken for the southern hemisphere, as the northing lies in no band S (32° to 40° N). */
  | 'letter-s-south'
  /** `18S` with a northing of band S. */
  | 'letter-s-band'
  /** Numbers without sign or letter count as north and east. */
  | 'no-hemisphere'
  /** The first number can be no latitude, so that the longitude came first. */
  | 'longitude-first'

/** Why a text is no position. All but the first three mean that it is meant as one and is wrong. */
export type CoordinateError =
  | 'empty'
  | 'not-coordinates'
  | 'one-number'
  | 'latitude-range'
  | 'longitude-range'
  | 'minutes-range'
  | 'same-axis'
  | 'sign-and-letter'
  | 'mgrs-digits'
  | 'mgrs-square'
  | 'utm-zone'
  | 'utm-zone-missing'
  | 'utm-band'
  | 'utm-range'

export interface CoordinateReading {
  /** The middle of the square for grid references. */
  readonly position: Position
  readonly kind: 'mgrs' | 'utm' | 'degrees' | 'dms'
  /** How far one unit of the last digit goes, metres. */
  readonly precisionMetres: number
  readonly note: CoordinateNote | null
}
