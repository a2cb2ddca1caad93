import { assertNever } from '../../../domain/result.ts'
import {
  COORDINATES,
  type Drawing,
  type Mark,
  type Outline,
  type PathMark,
  type TextLook,
  type TextMark,
} from './Drawing.ts'
import type { SheetFonts } from './TextSetter.ts'

/** Name under which the sheet's font is known to the canvas. */
export const SHEET_FAMILY = 'Valles Sheet'

type Canvas = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D

/** Paints a drawing, `pixels` to the millimetre; the same marks as on paper. The canvas must know the sheet's fonts. */
export function paintSheet(
  context: Canvas,
  drawing: Drawing,
  pixels: number,
  fonts: SheetFonts,
  images: readonly CanvasImageSource[],
): void {
  const painter = new SheetPainter(context, drawing, pixels, fonts, images)
  painter.paint()
}

class SheetPainter {
  readonly #context: Canvas
  readonly #drawing: Drawing
  readonly #pixels: number
  readonly #fonts: SheetFonts
  readonly #images: readonly CanvasImageSource[]

  constructor(
    context: Canvas,
    drawing: Drawing,
    pixels: number,
    fonts: SheetFonts,
    images: readonly CanvasImageSource[],
  ) {
    this.#context = context
    this.#drawing = drawing
    this.#pixels = pixels
    this.#fonts = fonts
    this.#images = images
  }

  paint(): void {
    const context = this.#context
    const { width, height, layers } = this.#drawing
    context.setTransform(this.#pixels, 0, 0, this.#pixels, 0, 0)
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, width, height)
    context.lineJoin = 'round'
    for (const { clip, marks } of layers) {
      context.save()
      if (clip !== null) {
        context.beginPath()
        context.rect(clip.x, clip.y, clip.width, clip.height)
        context.clip()
      }
      for (const mark of marks) this.#mark(mark)
      context.restore()
    }
  }

  #mark(mark: Mark): void {
    const context = this.#context
    switch (mark.kind) {
      case 'path':
        return this.#path(mark, 1)
      case 'text':
        return this.#text(mark, [mark])
      case 'curved-text':
        return this.#text(mark, mark.letters)
      case 'picture': {
        const picture = this.#drawing.pictures.get(mark.picture)
        if (picture === undefined) return
        const { box, opacity } = mark
        context.save()
        context.translate(box.x, box.y)
        context.scale(box.width / picture.width, box.height / picture.height)
        for (const part of picture.marks) {
          if (part.kind === 'path') this.#path(part, opacity)
          else this.#text(part, [part])
        }
        context.restore()
        return
      }
      case 'image': {
        const image = this.#images[mark.raster]
        const raster = this.#drawing.rasters[mark.raster]
        if (image === undefined || raster === undefined) return
        const [[x, y], [rx, ry], [dx, dy]] = mark.corners
        context.save()
        context.globalAlpha = mark.opacity
        const { width, height } = raster
        context.transform((rx - x) / width, (ry - y) / width, (dx - x) / height, (dy - y) / height, x, y)
        context.drawImage(image, 0, 0)
        context.restore()
        return
      }
      default:
        assertNever(mark)
    }
  }

  #path({ outline, fill, pen }: PathMark, opacity: number): void {
    const context = this.#context
    trace(context, outline)
    if (fill !== null) {
      context.globalAlpha = fill.opacity * opacity
      context.fillStyle = fill.color
      context.fill('evenodd')
    }
    if (pen !== null) {
      context.globalAlpha = pen.opacity * opacity
      context.strokeStyle = pen.color
      context.lineWidth = pen.width
      context.lineCap = pen.dash.length === 0 ? 'round' : 'butt'
      context.setLineDash([...pen.dash])
      context.stroke()
    }
    context.globalAlpha = 1
  }

  #text(look: TextLook, pieces: readonly Pick<TextMark, 'text' | 'x' | 'y' | 'angle'>[]): void {
    const context = this.#context
    const font = look.isStrong ? this.#fonts.strong : this.#fonts.regular
    // Letters are set at a size the canvas can hint, and brought to millimetres by the transform.
    const big = 64
    context.font = `${look.isStrong ? 600 : 400} ${big}px "${SHEET_FAMILY}"`
    context.fontKerning = 'none'
    const each = (draw: (text: string) => void): void => {
      for (const { text, x, y, angle } of pieces) {
        context.save()
        context.translate(x, y)
        context.rotate((angle * Math.PI) / 180)
        context.scale(look.size / big, look.size / big)
        draw(font.shown(text))
        context.restore()
      }
    }
    if (look.halo > 0) {
      context.strokeStyle = '#ffffff'
      context.lineWidth = (2 * look.halo * big) / look.size
      context.setLineDash([])
      each((text) => context.strokeText(text, 0, 0))
    }
    context.fillStyle = look.color
    each((text) => context.fillText(text, 0, 0))
  }
}

function trace(context: Canvas, { ops, xy }: Outline): void {
  context.beginPath()
  let at = 0
  for (const op of ops) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = xy.slice(at, at + 6)
    if (op === 'M') context.moveTo(a, b)
    else if (op === 'L') context.lineTo(a, b)
    else if (op === 'C') context.bezierCurveTo(a, b, c, d, e, f)
    else context.closePath()
    at += COORDINATES[op] ?? 0
  }
}
