import type { Position } from '../../../domain/records/common.ts'
import type { Sheet } from './Sheet.ts'
import { layoutSheet } from './sheetLayout.ts'
import { SheetProjection } from './SheetProjection.ts'

const LEAST = 1000
const STEPS = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8, 10] as const

/** How many times 1:1 000 a sheet would have to be smaller for each of these positions to touch its neatline. */
function neededFor(sheet: Pick<Sheet, 'paper' | 'isLandscape' | 'center'>, positions: readonly Position[]): number[] {
  const { neatline } = layoutSheet(sheet)
  // At 1:1 000 a millimetre is a metre.
  const projection = new SheetProjection({ center: sheet.center, scale: 1000 }, neatline)
  const [x, y] = [neatline.x + neatline.width / 2, neatline.y + neatline.height / 2]
  return positions.map((position) => {
    const [px, py] = projection.toSheet(position)
    return Math.max(Math.abs(px - x) / (neatline.width / 2), Math.abs(py - y) / (neatline.height / 2))
  })
}

/** The largest round scale at which all positions lie inside the neatline of a sheet around `center`. */
export function scaleAround(
  sheet: Pick<Sheet, 'paper' | 'isLandscape' | 'center'>,
  positions: readonly Position[],
): number {
  return roundUp(Math.max(...neededFor(sheet, positions)) * 1000)
}

/** The smallest round scale at which the neatline lies inside the rectangle that these corners make around `center`. */
export function scaleWithin(
  sheet: Pick<Sheet, 'paper' | 'isLandscape' | 'center'>,
  corners: readonly Position[],
): number {
  const { neatline } = layoutSheet(sheet)
  const projection = new SheetProjection({ center: sheet.center, scale: 1000 }, neatline)
  const points = corners.map((corner) => projection.toSheet(corner))
  const across = Math.min(...points.map(([x]) => Math.abs(x - neatline.x - neatline.width / 2))) / (neatline.width / 2)
  const down =
    Math.min(...points.map(([, y]) => Math.abs(y - neatline.y - neatline.height / 2))) / (neatline.height / 2)
  return roundDown(Math.min(across, down) * 1000)
}

/** The next round denominator that is not less. */
function roundUp(denominator: number): number {
  if (!(denominator > LEAST)) return LEAST
  const power = 10 ** Math.floor(Math.log10(denominator))
  const step = STEPS.find((each) => each * power >= denominator - 1e-6) ?? 10
  return Math.round(step * power)
}

/** The next round denominator that is not more. */
function roundDown(denominator: number): number {
  if (!(denominator > LEAST)) return LEAST
  const power = 10 ** Math.floor(Math.log10(denominator))
  const step = STEPS.findLast((each) => each * power <= denominator + 1e-6) ?? 1
  return Math.round(step * power)
}
