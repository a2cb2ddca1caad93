import type { Instant } from '../../../domain/records/common.ts'
import type { Language } from '../../../domain/time/dtg.ts'
import type { AreaItem, ColorToken, LineItem, Picture, SceneItem, SceneLayer, Stroke } from '../Scene.ts'
import type { Raster } from './Drawing.ts'
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
  /** The screen's own items; those of `grid` are not asked for, the sheet has its own. */
  readonly scene: readonly (readonly [SceneLayer, readonly SceneItem[]])[]
  readonly rasters: readonly SheetRaster[]
  readonly legend: readonly LegendGroup[]
  /** Sources of what own layers show. */
  readonly credits: readonly string[]
}
