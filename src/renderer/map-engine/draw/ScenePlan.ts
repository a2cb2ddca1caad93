import type { Cluster } from '../clusterSymbols.ts'
import type { Frame } from '../Frame.ts'
import type { SceneLayer, SymbolItem } from '../Scene.ts'
import type { Sprite } from './sprites.ts'

/** A symbol, or a cluster of them, where it is drawn. */
export interface SymbolMark {
  readonly layer: SceneLayer
  readonly cluster: Cluster
  /** The one whose picture stands for all. */
  readonly item: SymbolItem
  readonly sprite: Sprite
  /** Upper left of the picture from its position, pixels. */
  readonly left: number
  readonly top: number
  /** Count and badge, from the position to their upper left. */
  readonly extras: readonly { readonly sprite: Sprite; readonly left: number; readonly top: number }[]
}

/** A sprite fixed to a place on the ground by its middle. */
export interface SpriteMark {
  readonly sprite: Sprite
  /** Metres of EPSG:3857. */
  readonly x: number
  readonly y: number
  /** From the place to the middle of the sprite, pixels. */
  readonly dx: number
  readonly dy: number
  /** Radians clockwise. */
  readonly angle: number
  readonly alpha: number
  /** Whether the sprite is of this mark alone, and goes with it. */
  readonly isOwn?: boolean
}

/** What of the base map a pointer can ask about. */
export interface GroundPoint {
  readonly kind: 'town' | 'airfield'
  readonly id: string
  /** Metres of EPSG:3857. */
  readonly x: number
  readonly y: number
}

/**
 * Where every symbol, label and sign of a stretch of map goes. Worked out for a somewhat larger stretch than is seen, and
 * then only moved while one pans.
 */
export interface ScenePlan {
  readonly key: string
  readonly frame: Frame
  /** From the ground up; selected ones last. */
  readonly symbols: readonly SymbolMark[]
  readonly labels: readonly SpriteMark[]
  /** Texts of what lies below the symbols. */
  readonly texts: readonly SpriteMark[]
  /** Names and signs of the base map, below the symbols. */
  readonly ground: readonly SpriteMark[]
  readonly groundPoints: readonly GroundPoint[]
}
