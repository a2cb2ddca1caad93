import type { Language } from '../../../domain/time/dtg.ts'
import type { Mark } from './Drawing.ts'
import type { Point } from './Sheet.ts'
import type { SheetPen } from './SheetPen.ts'
import type { SheetProjection } from './SheetProjection.ts'

/** Latitude and longitude of the neatline's corners, in the corners of the band around it. */
export function drawCorners(projection: SheetProjection, pen: SheetPen, language: Language): Mark[] {
  const { x, y, width, height } = projection.neatline
  const look = pen.look(1.5)
  const step = look.size * 1.25
  const gap = 0.8 * pen.unit
  const corners: readonly (readonly [Point, 'start' | 'end', number])[] = [
    [[x, y], 'end', -gap - step],
    [[x + width, y], 'start', -gap - step],
    [[x, y + height], 'end', gap + look.size * 0.8],
    [[x + width, y + height], 'start', gap + look.size * 0.8],
  ]
  return corners.flatMap(([corner, align, down]) => {
    const [lon, lat] = projection.toPosition(corner)
    const at = (line: number): Point => [corner[0] + (align === 'end' ? -gap : gap), corner[1] + down + line * step]
    const west = language === 'es' ? 'O' : 'W'
    return [
      pen.text.line(`${degrees(lat)} ${lat < 0 ? 'S' : 'N'}`, at(0), look, align),
      pen.text.line(`${degrees(lon)} ${lon < 0 ? west : 'E'}`, at(1), look, align),
    ]
  })
}

/** `12°34′`, to the nearest minute. */
function degrees(value: number): string {
  const minutes = Math.round(Math.abs(value) * 60)
  return `${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, '0')}′`
}
