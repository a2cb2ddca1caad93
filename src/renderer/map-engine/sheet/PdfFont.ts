import { type PDFContext, PDFName, type PDFRef, PDFString } from 'pdf-lib'
import type { SheetFont } from './font/SheetFont.ts'

/** A font of a PDF: collects the letters that are used and embeds only those, each findable as text. */
export class PdfFont {
  readonly #font: SheetFont
  readonly #name: string
  readonly #used = new Map<number, string>()

  constructor(font: SheetFont, name: string) {
    this.#font = font
    this.#name = name
  }

  /** The text as numbers of glyphs, written for a content stream. */
  encode(text: string): string {
    let hex = ''
    for (const letter of this.#font.shown(text)) {
      const glyph = this.#font.glyph(letter)
      if (!this.#used.has(glyph)) this.#used.set(glyph, letter)
      hex += glyph.toString(16).padStart(4, '0')
    }
    return `<${hex}>`
  }

  /** Writes the font into the file, after all text has been encoded. */
  embed(context: PDFContext): PDFRef {
    const font = this.#font
    const glyphs = [...this.#used.keys()].sort((a, b) => a - b)
    const perMille = (units: number): number => Math.round((units * 1000) / font.unitsPerEm)
    const file = font.subset(glyphs)
    const name = `${subsetTag(glyphs)}+${this.#name}`
    const descriptor = context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: name,
        Flags: 4, // symbolic: letters are found by glyph number
        FontBBox: font.bounds.map(perMille),
        ItalicAngle: 0,
        Ascent: perMille(font.ascent),
        Descent: perMille(font.descent),
        CapHeight: perMille(font.capHeight),
        StemV: 80,
        FontFile2: context.register(context.flateStream(file, { Length1: file.length })),
      }),
    )
    const widths = glyphs.flatMap((glyph) => [glyph, [Math.round(font.advance(glyph))]])
    const descendant = context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: name,
        CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
        FontDescriptor: descriptor,
        W: widths,
        CIDToGIDMap: 'Identity',
      }),
    )
    return context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: PDFName.of('Identity-H'),
        DescendantFonts: [descendant],
        ToUnicode: context.register(context.flateStream(this.#unicode(glyphs))),
      }),
    )
  }

  #unicode(glyphs: readonly number[]): string {
    const hex = (value: number): string => value.toString(16).padStart(4, '0')
    const lines = glyphs.map((glyph) => {
      const letter = this.#used.get(glyph) ?? ''
      const units = Array.from({ length: letter.length }, (_, i) => hex(letter.charCodeAt(i))).join('')
      return `<${hex(glyph)}> <${units}>`
    })
    const blocks: string[] = []
    // A block holds a hundred at most.
    for (let i = 0; i < lines.length; i += 100) {
      const block = lines.slice(i, i + 100)
      blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
    }
    return [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
      '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
      '1 begincodespacerange <0000> <ffff> endcodespacerange',
      ...blocks,
      'endcmap CMapName currentdict /CMap defineresource pop end end',
    ].join('\n')
  }
}

/** Six letters that tell this part of the font from another, worked out from what is in it. */
function subsetTag(glyphs: readonly number[]): string {
  let hash = 2_166_136_261
  for (const glyph of glyphs) hash = Math.imul(hash ^ glyph, 16_777_619) >>> 0
  let tag = ''
  for (let i = 0; i < 6; i++) {
    tag += String.fromCharCode(65 + (hash % 26))
    hash = Math.floor(hash / 26)
  }
  return tag
}
