import { joined, type Mark } from './Drawing.ts'
import { ellipse } from './ellipse.ts'
import type { Point } from './Sheet.ts'
import type { SheetPen } from './SheetPen.ts'

export type AirfieldSign = 'open' | 'heliport' | 'closed'

/** A ring with a dot for a department's seat, else a ring. */
export function townDot(at: Point, isSeat: boolean, radius: number, pen: SheetPen): Mark {
  return {
    kind: 'path',
    outline: isSeat
      ? joined([ellipse(at[0], at[1], radius, radius), ellipse(at[0], at[1], radius * 0.45, radius * 0.45)])
      : ellipse(at[0], at[1], radius, radius),
    fill: { color: isSeat ? pen.token('--map-label') : pen.palette.paper, opacity: 1 },
    pen: pen.pen(0.2, '--map-label'),
  }
}

/** A runway in a circle, an H in a circle, or a circle crossed out. */
export function airfieldSign(kind: AirfieldSign, [x, y]: Point, radius: number, pen: SheetPen): Mark[] {
  const ring: Mark = {
    kind: 'path',
    outline: ellipse(x, y, radius, radius),
    fill: { color: pen.palette.paper, opacity: 1 },
    pen: pen.pen(0.22, '--map-label'),
  }
  const stroke = (points: readonly Point[], width: number): Mark => pen.rule(points, width, '--map-label')
  const r = radius * 0.55
  switch (kind) {
    case 'open':
      return [
        ring,
        stroke(
          [
            [x - r, y + r],
            [x + r, y - r],
          ],
          0.55,
        ),
      ]
    case 'heliport':
      return [
        ring,
        stroke(
          [
            [x - r * 0.7, y - r],
            [x - r * 0.7, y + r],
          ],
          0.25,
        ),
        stroke(
          [
            [x + r * 0.7, y - r],
            [x + r * 0.7, y + r],
          ],
          0.25,
        ),
        stroke(
          [
            [x - r * 0.7, y],
            [x + r * 0.7, y],
          ],
          0.25,
        ),
      ]
    case 'closed':
      return [
        ring,
        stroke(
          [
            [x - r, y - r],
            [x + r, y + r],
          ],
          0.22,
        ),
        stroke(
          [
            [x - r, y + r],
            [x + r, y - r],
          ],
          0.22,
        ),
      ]
  }
}
