import type { Position } from '../../../domain/records/common.ts'
import { fromUtm, gridNorth, toUtm, utmZone } from '../../../domain/geo/utm.ts'
import type { Box, Point, Sheet } from './Sheet.ts'

/** Sides of the neatline are followed in this many steps where they are shown on the ground. */
const STEPS = 12

/**
 * Ground and paper: the plane of the UTM zone in which the sheet's middle lies, at the sheet's scale. Grid north is up, so
 * that the grid is square and a millimetre is worth the same everywhere.
 */
export class SheetProjection {
  readonly zone: number
  readonly isNorth: boolean
  /** Grid north at the middle, degrees east of true north. */
  readonly convergence: number
  /** Metres of the plane at the middle of the neatline. */
  readonly easting: number
  readonly northing: number
  readonly millimetresPerMetre: number
  readonly neatline: Box

  constructor({ center, scale }: Pick<Sheet, 'center' | 'scale'>, neatline: Box) {
    this.zone = utmZone(center)
    this.isNorth = center[1] >= 0
    const { easting, northing } = toUtm(center, this.zone, this.isNorth)
    this.easting = easting
    this.northing = northing
    this.convergence = gridNorth(center, this.zone).convergence
    this.millimetresPerMetre = 1000 / scale
    this.neatline = neatline
  }

  toSheet(position: Position): Point {
    const { easting, northing } = toUtm(position, this.zone, this.isNorth)
    return this.fromPlane(easting, northing)
  }

  /** Metres of the sheet's plane to paper. */
  fromPlane(easting: number, northing: number): Point {
    const { x, y, width, height } = this.neatline
    return [
      x + width / 2 + (easting - this.easting) * this.millimetresPerMetre,
      y + height / 2 - (northing - this.northing) * this.millimetresPerMetre,
    ]
  }

  /** Easting and northing of a point of the paper, metres. */
  toPlane([px, py]: Point): readonly [number, number] {
    const { x, y, width, height } = this.neatline
    return [
      this.easting + (px - x - width / 2) / this.millimetresPerMetre,
      this.northing - (py - y - height / 2) / this.millimetresPerMetre,
    ]
  }

  toPosition(point: Point): Position {
    const [easting, northing] = this.toPlane(point)
    return fromUtm({ zone: this.zone, isNorth: this.isNorth, easting, northing })
  }

  /** The neatline on the ground, from its upper left clockwise, not closed. */
  groundRing(): Position[] {
    const { x, y, width, height } = this.neatline
    const corners: readonly Point[] = [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ]
    return corners.flatMap(([fromX, fromY], i) => {
      const [toX, toY] = corners[(i + 1) % 4] ?? [x, y]
      return Array.from({ length: STEPS }, (_, step) =>
        this.toPosition([fromX + ((toX - fromX) * step) / STEPS, fromY + ((toY - fromY) * step) / STEPS]),
      )
    })
  }
}
