import type { Position } from '../../domain/records/common.ts'
import type { Id } from '../../domain/records/ids.ts'
import type { Airfield, Town } from './base/BaseMap.ts'
import type { OwnFeatureHit, OwnLayerView } from './layers/OwnLayerView.ts'
import type { SceneItem, SceneLayer } from './Scene.ts'

export type MapTheme = 'light' | 'dark' | 'night'

/** Pixels from the upper left of the map. */
export type Pixel = readonly [number, number]

export interface MapView {
  readonly center: Position
  /** Metres on the ground per pixel at the centre. */
  readonly metresPerPixel: number
  /** Pixels. */
  readonly size: readonly [number, number]
  /** West, south, east, north, degrees. */
  readonly bounds: readonly [number, number, number, number]
}

export interface Hit {
  readonly layer: SceneLayer
  readonly item: SceneItem
  /** Items that a cluster holds, itself the first of them; one for all else. */
  readonly items: readonly SceneItem[]
}

export interface PointerEventOnMap {
  readonly type: 'move' | 'click' | 'double' | 'context' | 'leave'
  readonly at: Position
  readonly pixel: Pixel
  /** Topmost first. Empty for `move` unless something lies there. */
  readonly hits: readonly Hit[]
  readonly isAdding: boolean
  readonly isPrecise: boolean
}

/** A drag of one symbol, from press to release; a tool or Escape may cancel it, and nothing is left behind. */
export interface SymbolDrag {
  readonly phase: 'start' | 'move' | 'end' | 'cancel'
  readonly layer: SceneLayer
  readonly item: SceneItem
  readonly at: Position
}

/** A rectangle drawn with Shift held. */
export interface BoxOnMap {
  /** Items that lie in it, those in clusters too: symbols by their position, lines and areas wholly. */
  readonly items: readonly SceneItem[]
  readonly isAdding: boolean
}

/** What of the base map lies under the pointer. */
export type GroundHit =
  | { readonly kind: 'town'; readonly town: Town }
  | { readonly kind: 'airfield'; readonly airfield: Airfield }

/** What a bar beside the map does in the place of the pointer while something is drawn. */
export interface DrawingHand {
  /** Sets the next point there. */
  add(at: Position): void
  /** Takes the last point back. */
  back(): void
  /** Ends with the points set so far, where they are enough. */
  finish(): void
}

/** What the pointer does besides choosing. Only one tool is on at a time; another, or null, ends it. */
export type MapTool =
  | {
      readonly type: 'draw'
      readonly shape: 'point' | 'line' | 'area'
      /** Drawing ends by itself at this many points. */
      readonly maxPoints: number
      readonly minPoints: number
      /** To vertices and edges of the measures, missions, places and of own layers. */
      readonly snap: boolean
      readonly onReady?: (hand: DrawingHand) => void
      /** All points so far; `at` is where the next one would be set, and null where the pointer is not on the map. */
      readonly onSketch: (points: readonly Position[], at: Position | null) => void
      readonly onDone: (points: readonly Position[]) => void
      /** Escape, or another tool. */
      readonly onCancel: () => void
    }
  | {
      readonly type: 'edit'
      readonly shape: 'point' | 'line' | 'area'
      readonly points: readonly Position[]
      /** What is edited: does not snap to itself. */
      readonly record: Id | null
      readonly snap: boolean
      /** Whether new vertices may be made on edges and vertices removed (Alt+click); else only moved. */
      readonly canInsert: boolean
      /** While a vertex or the whole is dragged. */
      readonly onSketch: (points: readonly Position[]) => void
      /** After each release. */
      readonly onChange: (points: readonly Position[]) => void
      readonly onCancel: () => void
    }

/**
 * A map on screen. Behind it stands the map library, which nothing outside this folder imports; tests put another one
 * in its place. All positions are WGS 84 degrees, longitude first.
 */
export interface MapAdapter {
  setTheme(theme: MapTheme): void
  /** Replaces what a layer shows; items that are the same object are not looked at again. */
  setItems(layer: SceneLayer, items: readonly SceneItem[]): void
  items(layer: SceneLayer): readonly SceneItem[]
  showLayer(layer: SceneLayer, isShown: boolean): void

  view(): MapView
  setView(center: Position, metresPerPixel: number): void
  /** Brings all positions into view; a single one keeps the scale. */
  fit(positions: readonly Position[]): void
  panBy(pixels: Pixel): void
  /** Factor over 1 comes nearer. */
  zoomBy(factor: number): void
  toPixel(at: Position): Pixel | null
  toPosition(pixel: Pixel): Position | null

  /** Topmost first. */
  hitsAt(pixel: Pixel): readonly Hit[]
  /** Items of the shown layers that lie in view, whether drawn by themselves or in a cluster. */
  inView(layers: readonly SceneLayer[]): readonly SceneItem[]

  groundAt(pixel: Pixel): GroundHit | null

  /** The base map with its names. */
  showGround(isShown: boolean): void
  /** Own layers, topmost first; they lie between base map and scene. */
  setOwnLayers(layers: readonly OwnLayerView[]): void
  /** Their features there, topmost first. */
  ownFeaturesAt(pixel: Pixel): readonly OwnFeatureHit[]

  setTool(tool: MapTool | null): void
  /** Layers whose symbols can be dragged. */
  setDraggable(layers: readonly SceneLayer[]): void

  onView(listener: (view: MapView) => void): () => void
  onPointer(listener: (event: PointerEventOnMap) => void): () => void
  onBox(listener: (box: BoxOnMap) => void): () => void
  onSymbolDrag(listener: (drag: SymbolDrag) => void): () => void

  /** Resolves when all that was set is on screen. */
  whenDrawn(): Promise<void>
  /** What is on screen, as a PNG. */
  snapshot(): Promise<Blob>
  dispose(): void
}
