import type { Position } from '../records/common.ts'
import { assertNever } from '../result.ts'
import { formatDegrees, formatMgrs } from './mgrs.ts'
import { latitudeBand, toUtm } from './utm.ts'

export const COORDINATE_FORMS = ['mgrs', 'degrees', 'dms', 'utm'] as const
/** How positions are written: grid reference, decimal degrees, degrees-minutes-seconds, UTM metres. */
export type CoordinateForm = (typeof COORDINATE_FORMS)[number]

/** Metres of one degree of latitude, of a minute and of a second, near enough to choose digits by. */
export const DEGREE_METRES = 111_320
const SECOND_METRES = DEGREE_METRES / 3600

/**
 * A position as people write it. `metres` is how fine it is to be said (1 by default); the text is coarser
 * by a quarter at most. Beyond the grid (84° N, 80° S) MGRS and UTM give way to degrees.
 */
export function formatCoordinates(position: Position, form: CoordinateForm, language: 'es' | 'en', metres = 1): string {
  switch (form) {
    case 'mgrs':
      return formatMgrs(position, mgrsDigits(metres)) ?? formatCoordinates(position, 'degrees', language, metres)
    case 'degrees':
      return formatDegrees(position, language, decimalsFor(metres / DEGREE_METRES, 8))
    case 'dms':
      return formatSexagesimal(position, language, metres)
    case 'utm':
      return formatUtm(position, metres) ?? formatCoordinates(position, 'degrees', language, metres)
    default:
      return assertNever(form)
  }
}

/** The same in every form but the one that is preferred, for those who read another map. */
export function otherForms(
  position: Position,
  form: CoordinateForm,
  language: 'es' | 'en',
): readonly { readonly form: CoordinateForm; readonly text: string }[] {
  return COORDINATE_FORMS.filter((other) => other !== form).map((other) => ({
    form: other,
    text: formatCoordinates(position, other, language),
  }))
}

function mgrsDigits(metres: number): 1 | 2 | 3 | 4 | 5 {
  if (metres >= 10_000) return 1
  if (metres >= 1000) return 2
  if (metres >= 100) return 3
  return metres >= 10 ? 4 : 5
}

/** `18L 630393 8617860`, truncated as grid references are, so that both name the same square metre. */
function formatUtm(position: Position, metres: number): string | null {
  const band = latitudeBand(position[1])
  if (band === null || !(Math.abs(position[0]) <= 180)) return null
  const { zone, easting, northing } = toUtm(position)
  const decimals = decimalsFor(metres, 3)
  return `${zone}${band} ${truncated(easting, decimals)} ${truncated(northing, decimals)}`
}

/** `12° 30′ 00.0″ S 73° 48′ 00.0″ O` */
function formatSexagesimal([lon, lat]: Position, language: 'es' | 'en', metres: number): string {
  const decimals = decimalsFor(metres / SECOND_METRES, 4)
  const west = language === 'es' ? 'O' : 'W'
  return `${angle(lat, decimals)} ${lat < 0 ? 'S' : 'N'} ${angle(lon, decimals)} ${lon < 0 ? west : 'E'}`
}

function angle(degrees: number, decimals: number): string {
  // Counted in the smallest unit that is shown, so that 59.99″ never becomes 60″.
  const unit = 10 ** decimals
  const count = Math.round(Math.abs(degrees) * 3600 * unit)
  const seconds = count % (60 * unit)
  const minutes = ((count - seconds) / (60 * unit)) % 60
  const whole = Math.floor(count / (3600 * unit))
  const width = decimals === 0 ? 2 : 3 + decimals
  return `${whole}° ${String(minutes).padStart(2, '0')}′ ${(seconds / unit).toFixed(decimals).padStart(width, '0')}″`
}

/** Decimals with which one unit of the last is no longer than `size`, or a little more: 1.1 m is a metre. */
function decimalsFor(size: number, most: number): number {
  return Math.min(most, Math.max(0, Math.ceil(-Math.log10(size) - 0.1)))
}

function truncated(value: number, decimals: number): string {
  const unit = 10 ** decimals
  return (Math.floor(value * unit + 1e-6) / unit).toFixed(decimals)
}
