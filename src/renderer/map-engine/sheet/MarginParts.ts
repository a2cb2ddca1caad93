import type { AirfieldSign } from './baseSigns.ts'
import type { Mark } from './Drawing.ts'
import type { DrawSample } from './drawSample.ts'
import type { SheetContent } from './SheetContent.ts'
import type { SheetGrid } from './sheetGrid.ts'
import type { SheetLayout } from './sheetLayout.ts'
import type { SheetPen } from './SheetPen.ts'
import type { SheetProjection } from './SheetProjection.ts'

/** What of the base map stands on the sheet, for its legend. */
export interface BaseMapSeen {
  readonly hasRivers: boolean
  readonly hasBoundaries: boolean
  readonly hasSeats: boolean
  readonly hasTowns: boolean
  readonly airfields: ReadonlySet<AirfieldSign>
}

/** What the margin of a sheet is drawn from. */
export interface MarginParts {
  readonly content: SheetContent
  readonly layout: SheetLayout
  readonly projection: SheetProjection
  readonly pen: SheetPen
  readonly grid: SheetGrid
  readonly seen: BaseMapSeen
  /** Symbols that are dots for want of room. */
  readonly dots: number
  readonly sample: DrawSample
}

/** A part of the margin, from its upper left. */
export interface Block {
  readonly marks: Mark[]
  readonly height: number
}
