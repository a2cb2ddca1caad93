import { withColours } from '../Scene.ts'
import type { VectorPicture } from './Drawing.ts'
import type { SheetPen } from './SheetPen.ts'
import { svgPicture } from './svgPicture.ts'

/** A picture in the colours of paper. */
export function paperPicture(svg: string, pen: SheetPen): VectorPicture {
  const picture = svgPicture(
    withColours(svg, (token) => pen.token(token)),
    (text, isStrong) => pen.text.width(text, 1, isStrong),
  )
  if (!pen.palette.isMonochrome) return picture
  const marks = picture.marks.map((mark) =>
    mark.kind === 'text'
      ? { ...mark, color: pen.palette.colour(mark.color) }
      : {
          ...mark,
          fill: mark.fill === null ? null : { ...mark.fill, color: pen.palette.colour(mark.fill.color) },
          pen: mark.pen === null ? null : { ...mark.pen, color: pen.palette.colour(mark.pen.color) },
        },
  )
  return { ...picture, marks }
}
