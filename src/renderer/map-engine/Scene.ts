import type { Position } from '../../domain/records/common.ts'
import type { Id } from '../../domain/records/ids.ts'

/** Name of a colour token of `ui/tokens.css`; screen themes and print each give it their own value. */
export type ColorToken = `--${string}`

/** Layers of what the plan shows, from the ground up. The base map and own layers lie below them. */
export const SCENE_LAYERS = ['grid', 'districts', 'measures', 'missions', 'links', 'places', 'units', 'notes'] as const
export type SceneLayer = (typeof SCENE_LAYERS)[number]

/** A drawing of fixed size on screen. Equal keys mean equal pictures, so that each is made once. */
export interface Picture {
  readonly key: string
  /**
   * An SVG document without scripts or references. Colours are written `var(--token)`: whoever draws puts in theirs
   * (`withColours`), so that the same picture stands on every theme and on paper. Plain colours stay as they are.
   */
  readonly svg: string
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** Where in the picture the position lies, pixels from its upper left. */
  readonly anchor: readonly [number, number]
}

/** The picture's SVG with the colours of one theme, or of paper, in place of its tokens. */
export function withColours(svg: string, colourOf: (token: ColorToken) => string): string {
  return svg.replaceAll(/var\((--[\w-]+)\)/g, (_, token: ColorToken) => colourOf(token))
}

interface ItemBase {
  /** Unique in its layer. */
  readonly id: string
  /** What choosing the item selects. */
  readonly record: Id | null
  /** What a list of what is in view, and a screen reader, say of it. */
  readonly title: string
  /** Lower goes first where not all have room. */
  readonly rank: number
  readonly emphasis: 'normal' | 'selected' | 'faded'
}

export type Tone = 'error' | 'warning' | 'note'

export interface SymbolItem extends ItemBase {
  readonly kind: 'symbol'
  readonly at: Position
  readonly picture: Picture
  /** Beside the picture; left out where there is no room. */
  readonly label: string | null
  readonly badge: { readonly tone: Tone; readonly text: string } | null
  /** Items of one cluster key may be drawn as one with their number; null is never clustered. */
  readonly cluster: string | null
}

export interface Stroke {
  readonly color: ColorToken
  /** Pixels. */
  readonly width: number
  /** Pixels on, off, on…; empty is solid. */
  readonly dash: readonly number[]
  /** Drawn below the stroke, wider by this many pixels on each side; 0 is none. */
  readonly halo: number
}

export interface LineItem extends ItemBase {
  readonly kind: 'line'
  readonly path: readonly Position[]
  readonly stroke: Stroke
  readonly arrow: 'none' | 'end' | 'middle'
  /** Set along the line. */
  readonly label: string | null
}

export interface AreaItem extends ItemBase {
  readonly kind: 'area'
  /** Outer ring first, then holes; rings need not be closed. */
  readonly rings: readonly (readonly Position[])[]
  readonly stroke: Stroke | null
  readonly fill: { readonly color: ColorToken /** 0 to 1. */; readonly opacity: number; readonly hatch: boolean } | null
  readonly label: string | null
}

export interface TextItem extends ItemBase {
  readonly kind: 'text'
  readonly at: Position
  readonly text: string
  readonly color: ColorToken
  /** Pixels. */
  readonly size: number
  readonly isStrong: boolean
  /** Degrees clockwise from north up. */
  readonly angle: number
  readonly align: 'start' | 'center' | 'end'
}

/**
 * One thing to draw. Made by pure functions from the plan; the screen (`MapAdapter`) and the printed sheet draw the
 * same items. Items are frozen in meaning: another look is another object, an unchanged one stays the same object.
 */
export type SceneItem = SymbolItem | LineItem | AreaItem | TextItem

export type Scene = ReadonlyMap<SceneLayer, readonly SceneItem[]>
