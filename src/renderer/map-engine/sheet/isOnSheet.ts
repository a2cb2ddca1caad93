import type { Position } from '../../../domain/records/common.ts'
import type { SceneItem } from '../Scene.ts'
import { clipLine, clipRing, isInside } from './clip.ts'
import type { Point, Sheet } from './Sheet.ts'
import { layoutSheet } from './sheetLayout.ts'
import { SheetProjection } from './SheetProjection.ts'

/** Tells whether any part of an item lies inside the neatline of a sheet. */
export function isOnSheet(
  sheet: Pick<Sheet, 'paper' | 'isLandscape' | 'center' | 'scale'>,
): (item: SceneItem) => boolean {
  const { neatline } = layoutSheet(sheet)
  const projection = new SheetProjection(sheet, neatline)
  const onPaper = (path: readonly Position[]): Point[] => path.map((position) => projection.toSheet(position))
  return (item) => {
    switch (item.kind) {
      case 'symbol':
      case 'text':
        return isInside(projection.toSheet(item.at), neatline)
      case 'line':
        return clipLine(onPaper(item.path), neatline).length > 0
      case 'area':
        return item.rings.some((ring) => clipRing(onPaper(ring), neatline).length > 0)
    }
  }
}
