import type { PDFContext, PDFRef } from 'pdf-lib'
import {
  type Colour,
  COORDINATES,
  type Drawing,
  type ImageMark,
  type Mark,
  type Outline,
  type PathMark,
  type TextLook,
  type TextMark,
  type VectorPicture,
} from './Drawing.ts'
import type { PdfFont } from './PdfFont.ts'

/** A number as short as a thousandth of a millimetre allows. */
export const pdfNumber = (value: number): string => {
  const rounded = Math.round(value * 1000) / 1000
  return Object.is(rounded, -0) ? '0' : String(rounded)
}
const n = pdfNumber
/** Turns and stretches need more digits than places. */
const fine = (value: number): string => String(Math.round(value * 1e6) / 1e6)

/** Writes marks as operators of a PDF's content, millimetres with y downwards. */
export class PdfInk {
  readonly fonts: { readonly regular: PdfFont; readonly strong: PdfFont }
  readonly #states = new Map<number, string>()

  constructor(fonts: { readonly regular: PdfFont; readonly strong: PdfFont }) {
    this.fonts = fonts
  }

  mark(mark: Mark, pictures: Drawing['pictures'], names: ReadonlyMap<string, string>): string {
    switch (mark.kind) {
      case 'path':
        return path(mark, (opacity) => this.#state(opacity))
      case 'text':
        return this.#text(mark, [mark])
      case 'curved-text':
        return this.#text(mark, mark.letters)
      case 'picture': {
        const { box, opacity } = mark
        const picture = pictures.get(mark.picture)
        const name = names.get(mark.picture)
        if (picture === undefined || name === undefined) throw new Error(`no picture ${mark.picture}`)
        const [sx, sy] = [box.width / picture.width, box.height / picture.height]
        return `q ${this.#state(opacity)}${fine(sx)} 0 0 ${fine(sy)} ${n(box.x)} ${n(box.y)} cm /${name} Do Q`
      }
      case 'image':
        return this.#image(mark)
    }
  }

  /** A picture as the content of a form, with its box. */
  picture({ width, height, marks }: VectorPicture): { stream: string; box: number[] } {
    const stream = marks
      .map((mark) => (mark.kind === 'path' ? path(mark, (o) => this.#state(o)) : this.#text(mark, [mark])))
      .join('\n')
    // Strokes reach a little beyond what the picture says of itself.
    return { stream: `1 j ${stream}`, box: [-0.1 * width, -0.1 * height, 1.1 * width, 1.1 * height] }
  }

  /** The opacities that were used. */
  states(context: PDFContext): Record<string, PDFRef> {
    return Object.fromEntries(
      [...this.#states].map(([opacity, name]) => [
        name,
        context.register(context.obj({ Type: 'ExtGState', ca: opacity, CA: opacity })),
      ]),
    )
  }

  /** What sets an opacity, to be ended by a restored state; nothing where all is opaque. */
  #state(opacity: number): string {
    const rounded = Math.round(opacity * 1000) / 1000
    if (rounded >= 1) return ''
    const name = this.#states.get(rounded) ?? `G${this.#states.size}`
    this.#states.set(rounded, name)
    return `/${name} gs `
  }

  #text(look: TextLook, pieces: readonly Pick<TextMark, 'text' | 'x' | 'y' | 'angle'>[]): string {
    const [font, name] = look.isStrong ? [this.fonts.strong, 'F1'] : [this.fonts.regular, 'F0']
    const shown = pieces.map(({ text, x, y, angle }) => {
      const turn = (angle * Math.PI) / 180
      const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
      return `${fine(cos)} ${fine(sin)} ${fine(sin)} ${fine(-cos)} ${n(x)} ${n(y)} Tm ${font.encode(text)} Tj`
    })
    const set = `/${name} ${n(look.size)} Tf ${shown.join(' ')}`
    // The halo is no text of its own to those who search or read aloud.
    const halo = look.halo > 0 ? `/Artifact BMC q 1 1 1 RG ${n(2 * look.halo)} w BT 1 Tr ${set} ET Q EMC\n` : ''
    return `${halo}q ${rgb(look.color)} rg BT 0 Tr ${set} ET Q`
  }

  #image({ raster, corners, opacity }: ImageMark): string {
    const [[x, y], [rx, ry], [dx, dy]] = corners
    // The unit square of an image has its origin at the lower left.
    return `q ${this.#state(opacity)}${n(rx - x)} ${n(ry - y)} ${n(x - dx)} ${n(y - dy)} ${n(dx)} ${n(dy)} cm /R${raster} Do Q`
  }
}

function path({ outline, fill, pen }: PathMark, state: (opacity: number) => string): string {
  const drawn = operators(outline)
  const parts: string[] = []
  const isBoth = fill !== null && pen !== null && fill.opacity === pen.opacity
  const strokeOf = (): string =>
    pen === null
      ? ''
      : `${rgb(pen.color)} RG ${n(pen.width)} w [${pen.dash.map(n).join(' ')}] 0 d ${pen.dash.length > 0 ? '0 J ' : ''}`
  if (isBoth) return `q ${state(fill.opacity)}${rgb(fill.color)} rg ${strokeOf()}${drawn}B* Q`
  if (fill !== null) parts.push(`q ${state(fill.opacity)}${rgb(fill.color)} rg ${drawn}f* Q`)
  if (pen !== null) parts.push(`q ${state(pen.opacity)}${strokeOf()}${drawn}S Q`)
  return parts.join('\n')
}

const OPERATORS: Readonly<Record<string, string>> = { M: 'm', L: 'l', C: 'c', Z: 'h' }

function operators({ ops, xy }: Outline): string {
  let text = ''
  let at = 0
  for (const op of ops) {
    const count = COORDINATES[op] ?? 0
    for (let i = 0; i < count; i++) text += `${n(xy[at + i] ?? 0)} `
    at += count
    text += `${OPERATORS[op] ?? ''} `
  }
  return text
}

function rgb(colour: Colour): string {
  return [1, 3, 5].map((at) => n(Number.parseInt(colour.slice(at, at + 2), 16) / 255)).join(' ')
}
