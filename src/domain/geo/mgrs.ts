import * as mgrsModule from 'mgrs'
import type { Position } from '../records/common.ts'

type Mgrs = Pick<typeof mgrsModule, 'forward' | 'toPoint'>

/** Node takes the package's UMD build, whose functions stand under `default`; Vite takes its ES build. */
const mgrs: Mgrs = 'forward' in mgrsModule ? mgrsModule : (mgrsModule as unknown as { default: Mgrs }).default

const FORM = /^(\d{1,2})([C-HJ-NP-X])([A-HJ-NP-Z]{2})((?:\d{2}){0,5})$/

/**
 * Grid reference of a position: `18L XM 30393 17860` with 5 digits each way (1 m), down to 1 digit (10 km).
 * Null where MGRS has no grid (beyond 84° N and 80° S) or the position is none.
 */
export function formatMgrs(position: Position, digits: 1 | 2 | 3 | 4 | 5 = 5): string | null {
  const [lon, lat] = position
  if (!(Math.abs(lon) <= 180 && lat >= -80 && lat <= 84)) return null
  const match = FORM.exec(mgrs.forward([lon, lat], digits))
  const [, zone, band, square, numbers] = match ?? []
  if (zone === undefined || numbers === undefined) return null
  return `${zone}${band} ${square} ${numbers.slice(0, digits)} ${numbers.slice(digits)}`
}

/** Reads a grid reference, with or without spaces and in either case, as the middle of its square; null where it is none. */
export function parseMgrs(text: string): Position | null {
  const compact = text.replaceAll(/\s+/g, '').toUpperCase()
  const match = FORM.exec(compact)
  const zone = Number(match?.[1] ?? 0)
  if (match === null || zone < 1 || zone > 60) return null
  try {
    const [lon, lat] = mgrs.toPoint(compact)
    return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null
  } catch {
    // A square that the zone does not have: the package throws, and the text is simply no reference.
    return null
  }
}

/** `12.50000° S 73.80000° W`: decimal degrees, five decimals being about one metre; W is O in Spanish. */
export function formatDegrees(position: Position, language: 'es' | 'en', decimals = 5): string {
  const [lon, lat] = position
  const north = lat < 0 ? 'S' : 'N'
  const east = lon >= 0 ? 'E' : language === 'es' ? 'O' : 'W'
  return `${Math.abs(lat).toFixed(decimals)}° ${north} ${Math.abs(lon).toFixed(decimals)}° ${east}`
}
