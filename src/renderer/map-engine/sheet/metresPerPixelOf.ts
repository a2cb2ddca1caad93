import type { Sheet } from './Sheet.ts'
import { layoutSheet } from './sheetLayout.ts'
import { MM_PER_PIXEL } from './SheetPen.ts'

/** Metres on the ground that a pixel of the screen's items takes on a sheet. */
export function metresPerPixelOf(sheet: Pick<Sheet, 'paper' | 'isLandscape' | 'scale'>): number {
  return (MM_PER_PIXEL * layoutSheet(sheet).unit * sheet.scale) / 1000
}
