import type { Position } from '../../../domain/records/common.ts'
import { type Sheet } from './Sheet.ts'
import { layoutSheet } from './sheetLayout.ts'
import { SheetProjection } from './SheetProjection.ts'

const STEPS = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8, 10] as const

/** The largest round scale at which all positions lie inside the neatline of a sheet around `center`. */
export function fitScale(
  sheet: Pick<Sheet, 'paper' | 'isLandscape' | 'center'>,
  positions: readonly Position[],
): number {
  const { neatline } = layoutSheet(sheet)
  // At 1:1 000 a millimetre is a metre.
  const projection = new SheetProjection({ center: sheet.center, scale: 1000 }, neatline)
  const [x, y] = [neatline.x + neatline.width / 2, neatline.y + neatline.height / 2]
  const needed = positions.reduce((most, position) => {
    const [px, py] = projection.toSheet(position)
    return Math.max(most, Math.abs(px - x) / (neatline.width / 2), Math.abs(py - y) / (neatline.height / 2))
  }, 0)
  return roundScale(needed * 1000)
}

/** The next round denominator that is not less. */
export function roundScale(denominator: number): number {
  if (!(denominator > 1000)) return 1000
  const power = 10 ** Math.floor(Math.log10(denominator))
  const step = STEPS.find((each) => each * power >= denominator - 1e-6) ?? 10
  return Math.round(step * power)
}
