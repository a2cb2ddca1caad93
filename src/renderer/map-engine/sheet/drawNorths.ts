import type { Language } from '../../../domain/time/dtg.ts'
import { type Mark, outlineOf } from './Drawing.ts'
import type { Point } from './Sheet.ts'
import type { SheetPen } from './SheetPen.ts'

/** Angles are drawn at least this wide, degrees; the true ones stand beside the drawing in figures. */
const LEAST = 14
const LENGTH = 15

/**
 * True, grid and magnetic north as arms from one point. Grid north is up, as on the sheet; the others lean to the side
 * where they lie. `convergence` and `declination` are degrees east of true north.
 */
export function drawNorths(
  x: number,
  y: number,
  convergence: number,
  declination: number | null,
  pen: SheetPen,
  language: Language,
): { marks: Mark[]; width: number; height: number } {
  const { unit } = pen
  const width = 16 * unit
  const height = 20 * unit
  const foot: Point = [x + width / 2, y + height]
  const shown = (degrees: number): number =>
    degrees === 0 ? 0 : Math.sign(degrees) * Math.max(LEAST, Math.min(28, Math.abs(degrees)))
  const trueAngle = Math.abs(convergence) < 1 / 120 ? 0 : shown(-convergence)
  let magneticAngle = declination === null ? null : shown(declination - convergence)
  // Two arms on one side, the nearer ones told apart.
  if (magneticAngle !== null && Math.abs(magneticAngle - trueAngle) < LEAST) {
    magneticAngle = trueAngle + (declination !== null && declination < 0 ? -LEAST : LEAST)
  }
  const letters = language === 'es' ? { grid: 'NC', magnetic: 'NM' } : { grid: 'GN', magnetic: 'MN' }
  const tip = (angle: number, length: number): Point => {
    const turn = (angle * Math.PI) / 180
    return [foot[0] + length * unit * Math.sin(turn), foot[1] - length * unit * Math.cos(turn)]
  }
  const arm = (angle: number, length: number): Mark => pen.rule([foot, tip(angle, length)], 0.2)
  const label = (text: string, angle: number, length: number): Mark => {
    const [px, py] = tip(angle, length)
    return pen.text.line(text, [px, py], pen.look(1.9, { isStrong: true }), 'center')
  }
  const marks: Mark[] = [arm(trueAngle, LENGTH), star(tip(trueAngle, LENGTH + 1.6), 1.2 * unit, pen)]
  if (trueAngle !== 0) marks.push(arm(0, LENGTH - 2), label(letters.grid, 0, LENGTH - 1.2))
  else marks.push(label(letters.grid, 0, LENGTH + 3.4))
  if (magneticAngle !== null) {
    const [px, py] = tip(magneticAngle, LENGTH - 3)
    const turn = (magneticAngle * Math.PI) / 180
    const back: Point = [
      px - 2 * unit * Math.sin(turn) - 0.8 * unit * Math.cos(turn),
      py + 2 * unit * Math.cos(turn) - 0.8 * unit * Math.sin(turn),
    ]
    // Half an arrow head, as magnetic north has on maps.
    marks.push(
      arm(magneticAngle, LENGTH - 3),
      pen.filled(outlineOf([[px, py], back, tip(magneticAngle, LENGTH - 4.4)], true), pen.token('--text')),
    )
    marks.push(label(letters.magnetic, magneticAngle, LENGTH - 2.2))
  }
  return { marks, width, height }
}

/** True north bears a star. */
function star([cx, cy]: Point, radius: number, pen: SheetPen): Mark {
  const points = Array.from({ length: 10 }, (_, i): Point => {
    const r = i % 2 === 0 ? radius : radius * 0.42
    const turn = (i * Math.PI) / 5
    return [cx + r * Math.sin(turn), cy - r * Math.cos(turn)]
  })
  return pen.filled(outlineOf(points, true), pen.token('--text'))
}
