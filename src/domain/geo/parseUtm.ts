import { err, ok, type Result } from '../result.ts'
import type { CoordinateError, CoordinateNote, CoordinateReading } from './CoordinateReading.ts'
import { bandLatitudes, centralMeridian, fromUtm } from './utm.ts'

/** A whole number in one piece or in groups of three, and its decimals. */
const EASTING = String.raw`(0?\d{6}|\d{3}[ .,']\d{3})(?:[.,](\d{1,3}))?(?!\d)`
const NORTHING = String.raw`(\d{1,2}[ .,']\d{3}[ .,']\d{3}|\d{1,3}[ .,']\d{3}|\d{1,8})(?:[.,](\d{1,3}))?`
const UNIT = String.raw`\s*(?:M|MTS?|METROS|METRES)?\s*`
const ZONE = String.raw`(?:(?:ZONA|ZONE|HUSO)\s*)?(\d{1,2})`
const BAND = String.raw`\s*(NORTE|NORTH|SUR|SOUTH|[A-Z])`
const LETTER = String.raw`(?:[ENXY]\s*[:=]?\s*)?`
const PAIR = String.raw`${LETTER}${EASTING}${UNIT}E?\s*[,;/]?\s*${LETTER}${NORTHING}${UNIT}[NS]?`

const ZONE_FIRST = new RegExp(String.raw`^(?:UTM\s*)?${ZONE}(?:${BAND}[\s,;]*|[\s,;]+)${PAIR}$`)
const ZONE_LAST = new RegExp(String.raw`^(?:UTM\s*)?${PAIR}[\s,;(]+(?:UTM\s*)?${ZONE}(?:${BAND})?\)?$`)
const NO_ZONE = new RegExp(String.raw`^(?:UTM\s*)?(?=.*\d{5}|.*\d[ .,']\d{3}[ .,']\d{3})${PAIR}$`)

/** Whether a text (capitals, plain marks) is written as metres of a zone, right or wrong. */
export function looksLikeUtm(text: string): boolean {
  return ZONE_FIRST.test(text) || ZONE_LAST.test(text) || (NO_ZONE.test(text) && !/[°"']/.test(text))
}

/**
 * Reads `18L 630393 8617860`, `18S 630393mE 8617860mN`, `Zona 18 Sur E 630 393 N 8 617 860` and their like. A letter
 * behind the zone is its latitude band; S is the band too, but nearly always the southern hemisphere, and the note says so.
 */
export function parseUtm(text: string): Result<CoordinateReading, CoordinateError> {
  const first = ZONE_FIRST.exec(text)
  const last = first === null ? ZONE_LAST.exec(text) : null
  const [, zoneText, letter, e, eDecimals = '', n, nDecimals = ''] =
    first ?? (last === null ? [] : [last[0], last[5], last[6], last[1], last[2], last[3], last[4]])
  if (zoneText === undefined || e === undefined || n === undefined) return err('utm-zone-missing')
  const zone = Number(zoneText)
  if (zone < 1 || zone > 60) return err('utm-zone')
  if (letter === undefined) return err('utm-band')
  const easting = metres(e, eDecimals)
  const northing = metres(n, nDecimals)
  // Zones are some 670 km wide at the equator; a sheet may carry its zone a little further.
  if (easting < 100_000 || easting > 900_000 || northing > 10_000_000) return err('utm-range')
  const half = hemisphere(letter, zone, easting, northing)
  if (!half.ok) return half
  // The middle of the metre, as the figures are those up to the last whole one.
  const middle = 0.5 / 10 ** Math.min(eDecimals.length, nDecimals.length)
  const [lon, lat] = fromUtm({
    zone,
    easting: easting + middle,
    northing: northing + middle,
    isNorth: half.value.isNorth,
  })
  const off = Math.abs(((lon - centralMeridian(zone) + 540) % 360) - 180)
  if (!(lat >= -80.5 && lat <= 84.5) || off > 30) return err('utm-range')
  const decimals = Math.min(eDecimals.length, nDecimals.length)
  return ok({ kind: 'utm', position: [lon, lat], precisionMetres: 10 ** -decimals, note: half.value.note })
}

/** Degrees by which a northing may pass the edge of its band: sheets are lettered by their middle. */
const BAND_SLACK = 0.1

function hemisphere(
  letter: string,
  zone: number,
  easting: number,
  northing: number,
): Result<{ readonly isNorth: boolean; readonly note: CoordinateNote | null }, CoordinateError> {
  if (letter === 'SUR' || letter === 'SOUTH') return ok({ isNorth: false, note: null })
  if (letter === 'NORTE' || letter === 'NORTH') return ok({ isNorth: true, note: null })
  const latitude = (isNorth: boolean): number => fromUtm({ zone, easting, northing, isNorth })[1]
  const isIn = (lat: number, band: readonly [number, number]): boolean =>
    lat >= band[0] - BAND_SLACK && lat <= band[1] + BAND_SLACK
  const band = bandLatitudes(letter)
  if (band === null) return err('utm-band')
  if (letter === 'S') {
    // Both fit between 50° and 58° S only, where there is little land: then it is what this program itself writes.
    const isBand = isIn(latitude(true), band)
    return ok(isBand ? { isNorth: true, note: 'letter-s-band' } : { isNorth: false, note: 'letter-s-south' })
  }
  // N is band and hemisphere at once: as a hemisphere it goes further north than the band.
  if (letter === 'N') return ok({ isNorth: true, note: null })
  const isNorth = letter > 'M'
  return isIn(latitude(isNorth), band) ? ok({ isNorth, note: null }) : err('utm-band')
}

function metres(whole: string, decimals: string): number {
  return Number(`${whole.replaceAll(/\D/g, '')}.${decimals === '' ? '0' : decimals}`)
}
