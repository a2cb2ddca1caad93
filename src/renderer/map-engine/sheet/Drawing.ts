import type { Box } from './Sheet.ts'

/** `#rrggbb` */
export type Colour = `#${string}`

/** A path: one letter an operation (M, L, C, Z) and their coordinates in a row. Flat, so that it crosses to a worker cheaply. */
export interface Outline {
  readonly ops: string
  readonly xy: readonly number[]
}

export interface Pen {
  readonly color: Colour
  /** Millimetres. */
  readonly width: number
  /** Millimetres on, off…; empty is solid. */
  readonly dash: readonly number[]
  readonly opacity: number
}

export interface PathMark {
  readonly kind: 'path'
  readonly outline: Outline
  /** Even-odd, so that holes are holes. */
  readonly fill: { readonly color: Colour; readonly opacity: number } | null
  readonly pen: Pen | null
}

export interface TextLook {
  /** Height of the em, millimetres. */
  readonly size: number
  readonly isStrong: boolean
  readonly color: Colour
  /** Width of the white around the letters, millimetres; 0 is none. */
  readonly halo: number
}

/** Letters that stand in a row; `at` is where their baseline begins, the angle clockwise in degrees. */
export interface TextMark extends TextLook {
  readonly kind: 'text'
  readonly text: string
  readonly x: number
  readonly y: number
  readonly angle: number
}

/** Letters that follow a line, each with its own place. */
export interface CurvedTextMark extends TextLook {
  readonly kind: 'curved-text'
  readonly letters: readonly { readonly text: string; readonly x: number; readonly y: number; readonly angle: number }[]
}

/** A picture of `Drawing.pictures`, its whole box drawn into this one. */
export interface PictureMark {
  readonly kind: 'picture'
  readonly picture: string
  readonly box: Box
  readonly opacity: number
}

/** Pixels of an own layer; the corners are upper left, upper right and lower left of the image. */
export interface ImageMark {
  readonly kind: 'image'
  readonly raster: number
  readonly corners: readonly [readonly [number, number], readonly [number, number], readonly [number, number]]
  readonly opacity: number
}

export type Mark = PathMark | TextMark | CurvedTextMark | PictureMark | ImageMark

/** Marks that belong together, from the ground up; a reader can switch layers with a name. */
export interface DrawingLayer {
  readonly name: string
  readonly clip: Box | null
  readonly marks: readonly Mark[]
}

/** What an SVG picture holds, in its own units. */
export interface VectorPicture {
  readonly width: number
  readonly height: number
  readonly marks: readonly (PathMark | TextMark)[]
}

/** Pixels, four bytes each, alpha not multiplied. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8ClampedArray
}

/** All that stands on a sheet, in millimetres. Paper and screen are both painted from it. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly layers: readonly DrawingLayer[]
  readonly pictures: ReadonlyMap<string, VectorPicture>
  readonly rasters: readonly Raster[]
}

/** Straight strokes through points; closed where it goes round. */
export function outlineOf(points: readonly (readonly [number, number])[], isClosed = false): Outline {
  if (points.length === 0) return { ops: '', xy: [] }
  return { ops: `M${'L'.repeat(points.length - 1)}${isClosed ? 'Z' : ''}`, xy: points.flat() }
}

export function joined(outlines: readonly Outline[]): Outline {
  return { ops: outlines.map((s) => s.ops).join(''), xy: outlines.flatMap((s) => s.xy) }
}

/** How many coordinates each operation takes. */
export const COORDINATES: Readonly<Record<string, number>> = { M: 2, L: 2, C: 6, Z: 0 }
