import type { ColorToken, Stroke } from '../Scene.ts'
import { type Colour, type Mark, type Outline, outlineOf, type PathMark, type Pen, type TextLook } from './Drawing.ts'
import type { PrintPalette } from './printPalette.ts'
import type { Point } from './Sheet.ts'
import { TextSetter } from './TextSetter.ts'

/** Millimetres on an A4 for a pixel of the screen: the frame of a unit's symbol is some 5 mm wide. */
export const MM_PER_PIXEL = 0.17

/** Turns what the screen's items say of looks into marks of paper. */
export class SheetPen {
  readonly palette: PrintPalette
  readonly text: TextSetter
  /** Millimetres for a pixel of the screen. */
  readonly scale: number
  /** Millimetres for a millimetre of an A4. */
  readonly unit: number

  constructor(palette: PrintPalette, text: TextSetter, unit: number) {
    this.palette = palette
    this.text = text
    this.unit = unit
    this.scale = MM_PER_PIXEL * unit
  }

  token(name: ColorToken): Colour {
    return this.palette.token(name)
  }

  /** Text of so many millimetres on an A4. */
  look(size: number, options: { isStrong?: boolean; color?: ColorToken; hasHalo?: boolean } = {}): TextLook {
    const { isStrong = false, color = '--text', hasHalo = false } = options
    return { size: size * this.unit, isStrong, color: this.token(color), halo: hasHalo ? 0.35 * this.unit : 0 }
  }

  /** A line of so many millimetres on an A4. */
  rule(points: readonly Point[], width: number, color: ColorToken = '--text', dash: readonly number[] = []): PathMark {
    return this.stroked(outlineOf(points), this.pen(width, color, dash))
  }

  pen(width: number, color: ColorToken, dash: readonly number[] = []): Pen {
    return {
      color: this.token(color),
      width: width * this.unit,
      dash: dash.map((part) => part * this.unit),
      opacity: 1,
    }
  }

  stroked(outline: Outline, pen: Pen): PathMark {
    return { kind: 'path', outline, fill: null, pen }
  }

  filled(outline: Outline, color: Colour, opacity = 1): PathMark {
    return { kind: 'path', outline, fill: { color, opacity }, pen: null }
  }

  /** A stroke of the screen: halo below, then the line. */
  strokes(outline: Outline, { color, width, dash, halo }: Stroke, opacity: number): Mark[] {
    if (outline.ops === '') return []
    const line = this.stroked(outline, {
      color: this.token(color),
      width: width * this.scale,
      dash: dash.map((part) => part * this.scale),
      opacity,
    })
    if (halo === 0) return [line]
    const under: Pen = { color: this.token('--map-halo'), width: (width + 2 * halo) * this.scale, dash: [], opacity }
    return [this.stroked(outline, under), line]
  }

  /** A head at `to`, seen from `from`. */
  arrowHead(from: Point, to: Point, { color, width }: Stroke, opacity: number): PathMark {
    const length = (6 + 2 * width) * this.scale
    const turn = Math.atan2(to[1] - from[1], to[0] - from[0])
    const corner = (side: number): Point => [
      to[0] - length * Math.cos(turn + side * 0.42),
      to[1] - length * Math.sin(turn + side * 0.42),
    ]
    return this.filled(outlineOf([to, corner(1), corner(-1)], true), this.token(color), opacity)
  }
}
