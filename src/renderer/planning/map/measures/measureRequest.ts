import { type MeasureType, measureTypeOf } from '../../../../domain/records/measureTypes.ts'
import type { Overlay } from '../../../../domain/records/overlay.ts'
import { echelonDigits } from '../../../../domain/records/symbolCode.ts'
import type { MultipointRequest } from '../../../map-engine/multipoint/Multipoint.ts'
import { thinPath } from '../../../map-engine/multipoint/thinPath.ts'
import { type MeasureWords, nameBesideWord } from './MeasureWords.ts'

/** What has to be worked out to draw a measure of lines and areas; null for points, and where it has no symbol to draw. */
export function measureRequest(
  overlay: Overlay,
  metresPerPixel: number,
  { writeTime }: MeasureWords,
): MultipointRequest | null {
  const type = measureTypeOf(overlay)
  const { points } = overlay
  if (type === null || type.shape === 'point' || points.length < type.minPoints) return null
  const { shows } = type
  const written = (minutes: number | null): string => (shows.dates && minutes !== null ? writeTime(minutes) : '')
  return {
    symbol: shownSymbol(overlay, type),
    points: thinPath(points, metresPerPixel),
    metresPerPixel,
    name: shows.name && !type.isNamedByUs ? nameBesideWord(overlay, type) : '',
    second: shows.second ? overlay.label2 : '',
    begins: written(overlay.from),
    ends: written(overlay.to),
    widths: type.widths.map((usual, i) => overlay.widths[i] ?? usual),
  }
}

/** The record's symbol, with the echelon where the symbol shows one. */
export function shownSymbol({ symbol, echelon }: Overlay, type: MeasureType): string {
  const code = symbol ?? type.symbol
  const digits = type.shows.echelon ? echelonDigits(echelon) : '00'
  return `${code.slice(0, 8)}${digits}${code.slice(10)}`
}
