import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef } from 'pdf-lib'

export interface ReadText {
  readonly text: string
  /** Millimetres from the upper left, the beginning of the baseline. */
  readonly x: number
  readonly y: number
  /** Height of the em, millimetres. */
  readonly size: number
}

export interface ReadPath {
  /** Millimetres. */
  readonly points: readonly (readonly [number, number])[]
  readonly isFilled: boolean
  readonly isStroked: boolean
  /** Line width, millimetres. */
  readonly width: number
  /** Name of the layer it belongs to. */
  readonly layer: string
}

export interface ReadSheet {
  /** Millimetres. */
  readonly width: number
  readonly height: number
  readonly texts: readonly ReadText[]
  readonly paths: readonly ReadPath[]
  readonly images: number
  /** Clip rectangles by layer, millimetres: x, y, width, height. */
  readonly clips: ReadonlyMap<string, readonly number[]>
  readonly title: string | undefined
}

type Matrix = readonly [number, number, number, number, number, number]
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
const MM = 25.4 / 72

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  g * a + h * c,
  g * b + h * d,
  i * a + j * c,
  i * b + j * d,
  k * a + l * c + e,
  k * b + l * d + f,
]

/** Reads the first page again: its own interpreter of content, so that what is written is checked by another eye. */
export async function readSheetPdf(bytes: Uint8Array): Promise<ReadSheet> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const page = document.getPage(0)
  const { width, height } = page.getSize()
  const reader = new ContentReader(document, height)
  const contents = page.node.Contents()
  if (!(contents instanceof PDFRawStream)) throw new Error('the page has no content')
  const resources = page.node.Resources()
  if (resources === undefined) throw new Error('the page has no resources')
  reader.read(textOf(contents), resources, IDENTITY)
  return {
    width: width * MM,
    height: height * MM,
    texts: reader.texts,
    paths: reader.paths,
    images: reader.images,
    clips: reader.clips,
    title: document.getTitle(),
  }
}

const textOf = (stream: PDFRawStream): string => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')

class ContentReader {
  readonly texts: ReadText[] = []
  readonly paths: ReadPath[] = []
  readonly clips = new Map<string, readonly number[]>()
  images = 0
  readonly #document: PDFDocument
  readonly #pageHeight: number
  readonly #unicode = new Map<PDFDict, ReadonlyMap<string, string>>()
  #layer = ''
  #artifact = 0

  constructor(document: PDFDocument, pageHeight: number) {
    this.#document = document
    this.#pageHeight = pageHeight
  }

  read(content: string, resources: PDFDict, base: Matrix): void {
    let matrix = base
    let text: Matrix = IDENTITY
    let font: PDFDict | undefined
    let size = 0
    let width = 1
    const stack: { matrix: Matrix; width: number }[] = []
    const marked: ('layer' | 'artifact')[] = []
    let points: [number, number][] = []
    let rectangle: number[] | null = null
    let operands: string[] = []
    const at = (i: number): number => Number(operands.at(i))
    const onPage = (x: number, y: number, m: Matrix): [number, number] => [
      (m[0] * x + m[2] * y + m[4]) * MM,
      (this.#pageHeight - (m[1] * x + m[3] * y + m[5])) * MM,
    ]
    const paint = (isFilled: boolean, isStroked: boolean): void => {
      const stretch = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])) * MM
      if (points.length > 0)
        this.paths.push({ points, isFilled, isStroked, width: width * stretch, layer: this.#layer })
      points = []
    }
    for (const token of content.match(/\[[^\]]*\]|<[0-9a-f]*>|[^\s[\]<>]+/gi) ?? []) {
      if (!/^[a-z*'"]+\*?$/i.test(token)) {
        operands.push(token)
        continue
      }
      switch (token) {
        case 'q':
          stack.push({ matrix, width })
          break
        case 'Q':
          ;({ matrix, width } = stack.pop() ?? { matrix, width })
          break
        case 'cm':
          matrix = times(matrix, operands.slice(-6).map(Number) as unknown as Matrix)
          break
        case 'w':
          width = at(-1)
          break
        case 'm':
        case 'l':
          points.push(onPage(at(-2), at(-1), matrix))
          break
        case 'c':
          points.push(onPage(at(-6), at(-5), matrix), onPage(at(-4), at(-3), matrix), onPage(at(-2), at(-1), matrix))
          break
        case 're':
          rectangle = operands.slice(-4).map(Number)
          break
        case 'n':
          if (rectangle !== null) {
            const [x = 0, y = 0, w = 0, h = 0] = rectangle
            const [left, top] = onPage(x, y, matrix)
            const [right, bottom] = onPage(x + w, y + h, matrix)
            this.clips.set(this.#layer, [left, top, right - left, bottom - top])
          }
          rectangle = null
          break
        case 'f*':
          paint(true, false)
          break
        case 'S':
          paint(false, true)
          break
        case 'B*':
          paint(true, true)
          break
        case 'BDC': {
          const name = operands.at(-1)?.slice(1) ?? ''
          const group = resources.lookup(PDFName.of('Properties'), PDFDict).lookup(PDFName.of(name), PDFDict)
          this.#layer = String(group.get(PDFName.of('Name'))?.toString())
          this.#layer = utf16(this.#layer)
          marked.push('layer')
          break
        }
        case 'BMC':
          marked.push('artifact')
          this.#artifact += 1
          break
        case 'EMC':
          if (marked.pop() === 'artifact') this.#artifact -= 1
          break
        case 'Tf':
          font = resources
            .lookup(PDFName.of('Font'), PDFDict)
            .lookup(PDFName.of(operands.at(-2)?.slice(1) ?? ''), PDFDict)
          size = at(-1)
          break
        case 'Tm':
          text = operands.slice(-6).map(Number) as unknown as Matrix
          break
        case 'Tj': {
          if (this.#artifact > 0 || font === undefined) break
          const whole = times(matrix, text)
          const [x, y] = onPage(0, 0, whole)
          this.texts.push({
            text: this.#decode(operands.at(-1) ?? '', font),
            x,
            y,
            size: size * Math.hypot(whole[0], whole[1]) * MM,
          })
          break
        }
        case 'Do': {
          const object = resources
            .lookup(PDFName.of('XObject'), PDFDict)
            .lookup(PDFName.of(operands.at(-1)?.slice(1) ?? ''))
          if (!(object instanceof PDFRawStream)) throw new Error('no such object')
          if (object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')) this.images += 1
          else this.read(textOf(object), object.dict.lookup(PDFName.of('Resources'), PDFDict), matrix)
          break
        }
        default:
          break
      }
      operands = []
    }
  }

  #decode(hex: string, font: PDFDict): string {
    let letters = this.#unicode.get(font)
    if (letters === undefined) this.#unicode.set(font, (letters = this.#readUnicode(font)))
    return (hex.match(/[0-9a-f]{4}/gi) ?? []).map((glyph) => letters.get(glyph.toLowerCase()) ?? '\ufffd').join('')
  }

  #readUnicode(font: PDFDict): ReadonlyMap<string, string> {
    const reference = font.get(PDFName.of('ToUnicode'))
    const stream = reference instanceof PDFRef ? this.#document.context.lookup(reference) : reference
    if (!(stream instanceof PDFRawStream)) throw new Error('the font says nothing of its letters')
    const pairs = textOf(stream).matchAll(/^<([0-9a-f]{4})> <([0-9a-f]+)>$/gim)
    return new Map([...pairs].map(([, glyph = '', units = '']) => [glyph.toLowerCase(), utf16(`<${units}>`)]))
  }
}

/** `<feff0041>` as text. */
function utf16(hex: string): string {
  const units = (hex.match(/[0-9a-f]{4}/gi) ?? []).map((unit) => Number.parseInt(unit, 16))
  return String.fromCharCode(...units.filter((unit) => unit !== 0xfeff))
}
