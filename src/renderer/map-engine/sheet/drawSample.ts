import { type Mark, outlineOf, type VectorPicture } from './Drawing.ts'
import { paperPicture } from './paperPicture.ts'
import { hatch } from './hatch.ts'
import type { Point } from './Sheet.ts'
import type { LegendSample } from './SheetContent.ts'
import type { SheetPen } from './SheetPen.ts'

/** Millimetres on an A4. */
export const SAMPLE_WIDTH = 7.5
const SAMPLE_HEIGHT = 3.7

export type DrawSample = (sample: LegendSample, x: number, middle: number) => Mark[]

/** Draws samples of the legend; `x` is their left edge. Pictures they need join `pictures`. */
export function sampleDrawer(pen: SheetPen, pictures: Map<string, VectorPicture>): DrawSample {
  const { unit } = pen
  return (sample, x, middle) => {
    switch (sample.kind) {
      case 'picture': {
        const { key, svg, width, height } = sample.picture
        if (!pictures.has(key)) pictures.set(key, paperPicture(svg, pen))
        const fit = Math.min((SAMPLE_WIDTH * unit) / width, (SAMPLE_HEIGHT * unit) / height)
        const [w, h] = [width * fit, height * fit]
        return [
          {
            kind: 'picture',
            picture: key,
            box: { x: x + (SAMPLE_WIDTH * unit - w) / 2, y: middle - h / 2, width: w, height: h },
            opacity: 1,
          },
        ]
      }
      case 'line': {
        const ends: readonly [Point, Point] = [
          [x, middle],
          [x + SAMPLE_WIDTH * unit, middle],
        ]
        const marks = pen.strokes(outlineOf(ends), { ...sample.stroke, halo: 0 }, 1)
        if (sample.arrow === 'none') return marks
        const to: Point = sample.arrow === 'end' ? ends[1] : [x + SAMPLE_WIDTH * unit * 0.6, middle]
        return [...marks, pen.arrowHead(ends[0], to, sample.stroke, 1)]
      }
      case 'area': {
        const half = 1.5 * unit
        const ring: Point[] = [
          [x + 0.5 * unit, middle - half],
          [x + (SAMPLE_WIDTH - 0.5) * unit, middle - half],
          [x + (SAMPLE_WIDTH - 0.5) * unit, middle + half],
          [x + 0.5 * unit, middle + half],
        ]
        const marks: Mark[] = []
        if (sample.fill !== null) {
          marks.push(pen.filled(outlineOf(ring, true), pen.token(sample.fill.color), sample.fill.opacity))
          if (sample.fill.hatch) marks.push(pen.stroked(hatch([ring], 1.2 * unit), pen.pen(0.14, sample.fill.color)))
        }
        if (sample.stroke !== null) marks.push(...pen.strokes(outlineOf(ring, true), { ...sample.stroke, halo: 0 }, 1))
        return marks
      }
      case 'letter': {
        const half = 1.7 * unit
        const cx = x + (SAMPLE_WIDTH * unit) / 2
        const box = outlineOf(
          [
            [cx - half, middle - half],
            [cx + half, middle - half],
            [cx + half, middle + half],
            [cx - half, middle + half],
          ],
          true,
        )
        const look = { ...pen.look(2.3, { isStrong: true }), color: pen.token(sample.ink) }
        return [
          {
            kind: 'path',
            outline: box,
            fill: { color: pen.token(sample.fill), opacity: 1 },
            pen: { ...pen.pen(0.2, '--text'), color: pen.token(sample.ink) },
          },
          pen.text.line(sample.letter, [cx, middle + look.size * 0.36], look, 'center'),
        ]
      }
    }
  }
}
