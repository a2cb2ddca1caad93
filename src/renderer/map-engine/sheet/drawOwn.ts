import type { Position } from '../../../domain/records/common.ts'
import type { BoxIndex } from './BoxIndex.ts'
import { clipLine, clipRing, isInside, isWithin } from './clip.ts'
import { type Colour, joined, type Mark, type Outline, outlineOf } from './Drawing.ts'
import { ellipse } from './ellipse.ts'
import { placeLabel } from './placeLabel.ts'
import type { Box, Point } from './Sheet.ts'
import type { OwnShape, OwnSheetLayer, OwnStroke } from './SheetContent.ts'
import type { SheetPen } from './SheetPen.ts'
import type { SheetProjection } from './SheetProjection.ts'

/** Pixels of the screen: half of the dot of a point. */
const DOT = 4

/** Shapes of own layers, bottom first. */
export function drawOwn(layers: readonly OwnSheetLayer[], projection: SheetProjection, pen: SheetPen): Mark[] {
  return layers.flatMap((layer) => {
    const painter = new OwnPainter(layer, projection, pen)
    return layer.shapes.flatMap((shape) => painter.draw(shape))
  })
}

/** Names of their features, where there is room. */
export function drawOwnLabels(
  layers: readonly OwnSheetLayer[],
  projection: SheetProjection,
  pen: SheetPen,
  taken: BoxIndex,
): Mark[] {
  const { neatline } = projection
  const look = pen.look(1.9, { color: '--map-label', hasHalo: true })
  return layers.flatMap(({ shapes }) =>
    shapes.flatMap((shape) => {
      if (shape.kind !== 'label') return []
      const at = projection.toSheet(shape.at)
      if (!isInside(at, neatline)) return []
      const mark = placeLabel(shape.text, around(at, DOT * pen.scale), look, pen.text, neatline, taken)
      return mark === null ? [] : [mark]
    }),
  )
}

const around = ([x, y]: Point, radius: number): Box => ({
  x: x - radius,
  y: y - radius,
  width: 2 * radius,
  height: 2 * radius,
})

class OwnPainter {
  readonly #opacity: number
  readonly #own: Colour
  readonly #projection: SheetProjection
  readonly #pen: SheetPen

  constructor({ color, opacity }: OwnSheetLayer, projection: SheetProjection, pen: SheetPen) {
    this.#own = pen.token(color)
    this.#opacity = opacity
    this.#projection = projection
    this.#pen = pen
  }

  draw(shape: OwnShape): Mark[] {
    const pen = this.#pen
    const { neatline } = this.#projection
    switch (shape.kind) {
      case 'area': {
        const rings = shape.rings
          .map((ring) => clipRing(this.#toSheet(ring), neatline))
          .filter((ring) => ring.length > 2)
        const outline = joined(rings.map((ring) => outlineOf(ring, true)))
        const { color, opacity } = shape.fill
        const fill = outline.ops === '' ? [] : [pen.filled(outline, this.#ink(color), opacity * this.#opacity)]
        return [...fill, ...this.#stroke(shape.lines, shape.stroke)]
      }
      case 'line':
        return this.#stroke(shape.lines, shape.stroke)
      case 'point': {
        const [x, y] = this.#projection.toSheet(shape.at)
        const radius = DOT * pen.scale
        if (!isWithin(around([x, y], radius), neatline)) return []
        const fill = { color: this.#ink(shape.color), opacity: this.#opacity }
        const halo = { ...pen.pen(0.2, '--map-halo'), opacity: this.#opacity }
        return [{ kind: 'path', outline: ellipse(x, y, radius, radius), fill, pen: halo }]
      }
      case 'label':
        return []
    }
  }

  #stroke(lines: readonly (readonly Position[])[], stroke: OwnStroke | null): Mark[] {
    if (stroke === null) return []
    const parts = lines.flatMap((line) => clipLine(this.#toSheet(line), this.#projection.neatline))
    const outline: Outline = joined(parts.map((part) => outlineOf(part)))
    if (outline.ops === '') return []
    const width = stroke.width * this.#pen.scale
    return [
      this.#pen.stroked(outline, {
        color: this.#ink(stroke.color),
        width,
        dash: [],
        opacity: stroke.opacity * this.#opacity,
      }),
    ]
  }

  #toSheet(path: readonly Position[]): Point[] {
    return path.map((position) => this.#projection.toSheet(position))
  }

  #ink(color: Colour | null): Colour {
    return color === null ? this.#own : this.#pen.palette.colour(color)
  }
}
