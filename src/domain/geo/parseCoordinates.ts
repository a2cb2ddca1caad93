import { err, ok, type Result } from '../result.ts'
import type { CoordinateError, CoordinateReading } from './CoordinateReading.ts'
import { formatCoordinates } from './formatCoordinates.ts'
import { parseMgrs } from './mgrs.ts'
import { parseDegrees } from './parseDegrees.ts'
import { looksLikeUtm, parseUtm } from './parseUtm.ts'
import { bandLatitudes, fromUtm, squareLetters, toUtm } from './utm.ts'

export interface UnderstoodCoordinates extends CoordinateReading {
  /** The same in one tidy writing. */
  readonly text: string
}

const MGRS = /^(\d{1,2})([C-HJ-NP-X])([A-HJ-NP-Z]{2})(\d*)$/
const MGRS_LABEL = /^\s*MGRS\s*[:=]?\s*/

/**
 * Reads a position in any usual writing: MGRS, UTM, decimal degrees, degrees and minutes, degrees-minutes-seconds;
 * with Spanish or English letters, commas or points. The tidy text is written in `language`.
 */
export function parseCoordinates(
  text: string,
  language: 'es' | 'en' = 'es',
): Result<UnderstoodCoordinates, CoordinateError> {
  const plain = plainMarks(text)
  if (plain === '') return err('empty')
  const compact = plain.replace(MGRS_LABEL, '').replaceAll(/[\s,;-]+/g, '')
  const grid = MGRS.exec(compact)
  const digits = grid?.[4] ?? ''
  const isUtm = looksLikeUtm(plain)
  // `18 Sur 630393 8617860` begins like a square, but no square has so many digits.
  if (grid !== null && (digits.length <= 10 || !isUtm)) return readMgrs(compact, digits)
  const read = isUtm ? parseUtm(plain) : parseDegrees(plain)
  if (!read.ok) return read
  const { position, kind, precisionMetres } = read.value
  return ok({ ...read.value, text: formatCoordinates(position, kind, language, precisionMetres) })
}

/** Degrees by which the middle of a square may pass the edge of its band: half of 100 km, and a little. */
const BAND_SLACK = 0.5

function readMgrs(compact: string, digits: string): Result<UnderstoodCoordinates, CoordinateError> {
  if (digits.length % 2 === 1 || digits.length > 10) return err('mgrs-digits')
  const [, zoneText = '', band = '', square = ''] = MGRS.exec(compact) ?? []
  const zone = Number(zoneText)
  const read = parseMgrs(compact)
  const latitudes = bandLatitudes(band)
  if (read === null || latitudes === null) return err('mgrs-square')
  // Letters that the zone or the band does not have are taken by the package for those of another square.
  const isInBand = read[1] >= latitudes[0] - BAND_SLACK && read[1] <= latitudes[1] + BAND_SLACK
  const plane = toUtm(read, zone)
  if (!isInBand || squareLetters(plane) !== square) return err('mgrs-square')
  const places = digits.length / 2
  const precisionMetres = 10 ** (5 - places)
  // In the middle of a metre, so that it is not written as the one before.
  const middle = (metres: number): number => Math.round(metres - 0.5) + 0.5
  const position = fromUtm({ ...plane, easting: middle(plane.easting), northing: middle(plane.northing) })
  const numbers = digits === '' ? '' : ` ${digits.slice(0, places)} ${digits.slice(places)}`
  const text = `${zone}${band} ${square}${numbers}`
  return ok({ position, kind: 'mgrs', precisionMetres, text, note: null })
}

/** Capitals, plain signs for minus, degree, minute and second, and one kind of space. */
function plainMarks(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[\u00BA\u02DA\u00B0\u2070]/g, '°')
    .replaceAll(/''|[\u2033\u201D\u201C\u02BA\u02EE"]/g, '"')
    .replaceAll(/[\u2032\u2019\u2018\u00B4\u0060\u02B9\u02BC']/g, "'")
    .replaceAll(/[\u2212\u2010-\u2015]/g, '-')
    .replaceAll(/[\s\u00A0\u2007\u2009\u202F]+/g, ' ')
    .trim()
}
