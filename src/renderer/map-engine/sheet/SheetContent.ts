import type { Instant } from '../../../domain/records/common.ts'
import type { Language } from '../../../domain/time/dtg.ts'
import type { AreaItem, ColorToken, LineItem, Picture, SceneItem, SceneLayer, Stroke } from '../Scene.ts'
import type { Colour, Raster } from './Drawing.ts'
import type { Sheet } from './Sheet.ts'
import type { Position } from '../../../domain/records/common.ts'

/** How a thing looks on the sheet, shown beside its meaning. */
export type LegendSample =
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'line'; readonly stroke: Stroke; readonly arrow: LineItem['arrow'] }
  | { readonly kind: 'area'; readonly stroke: Stroke | null; readonly fill: AreaItem['fill'] }
  | { readonly kind: 'letter'; readonly letter: string; readonly fill: ColorToken; readonly ink: ColorToken }

export interface LegendEntry {
  readonly sample: LegendSample
  readonly text: string
}

export interface LegendGroup {
  readonly title: string
  readonly entries: readonly LegendEntry[]
  /** Stands after the base map's own and is cut first where there is no room for all. */
  readonly isLong: boolean
}

/** Pixels of an own layer, and where the corners of the image lie: upper left, upper right, lower left. */
export interface SheetRaster {
  readonly raster: Raster
  readonly corners: readonly [Position, Position, Position]
  readonly opacity: number
}

/** A stroke of an own layer; a null colour stands for the layer's own. Pixels of the screen. */
export interface OwnStroke {
  readonly color: Colour | null
  readonly width: number
  readonly opacity: number
}

/** Part of a feature of an own layer. The lines of an area are those of its edges that are not its tile's. */
export type OwnShape =
  | {
      readonly kind: 'area'
      readonly rings: readonly (readonly Position[])[]
      readonly lines: readonly (readonly Position[])[]
      readonly stroke: OwnStroke | null
      readonly fill: { readonly color: Colour | null; readonly opacity: number }
    }
  | { readonly kind: 'line'; readonly lines: readonly (readonly Position[])[]; readonly stroke: OwnStroke | null }
  | { readonly kind: 'point'; readonly at: Position; readonly color: Colour | null }
  | { readonly kind: 'label'; readonly at: Position; readonly text: string }

/** What one own layer shows on the sheet. */
export interface OwnSheetLayer {
  readonly id: string
  readonly color: ColorToken
  /** 0 to 1. */
  readonly opacity: number
  readonly shapes: readonly OwnShape[]
  readonly rasters: readonly SheetRaster[]
}

/** All that goes on a sheet besides the base map. Plain data, so that it crosses to the worker that draws it. */
export interface SheetContent {
  readonly sheet: Sheet
  readonly language: Language
  /** Classification as the plan has it; its colour `#rrggbb`. */
  readonly marking: { readonly text: string; readonly color: string }
  readonly isExercise: boolean
  readonly title: string
  /** Plan, course of action, revision. */
  readonly subtitle: string
  /** Date-time group of what is shown, and its day of the plan. */
  readonly time: string
  /** The same moment, for where the compass points. */
  readonly instant: Instant
  /** Whether the base map lies below; without it nothing is said of its sources and errors. */
  readonly hasGround: boolean
  /** The screen's own items; those of `grid` are not asked for, the sheet has its own. */
  readonly scene: readonly (readonly [SceneLayer, readonly SceneItem[]])[]
  /** Bottom first. */
  readonly own: readonly OwnSheetLayer[]
  readonly legend: readonly LegendGroup[]
}
