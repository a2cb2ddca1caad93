import type { FontTables } from './readWoff.ts'
import { readCharacterMap } from './readCharacterMap.ts'

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Which parts of a composite glyph's record follow. */
const WORDS = 0x0001
const SCALE = 0x0008
const MORE = 0x0020
const SCALE_XY = 0x0040
const MATRIX = 0x0080

/** Kept when a font is cut down; all that a PDF needs of a TrueType font. */
const KEPT = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'] as const

/** A TrueType font: widths to set text by, and the part of it that a sheet's text needs. */
export class SheetFont {
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly bounds: readonly [number, number, number, number]
  readonly #tables: FontTables
  readonly #glyphs: ReadonlyMap<number, number>
  readonly #advances: readonly number[]
  readonly #offsets: readonly number[]

  constructor(tables: FontTables) {
    this.#tables = tables
    const head = view(this.#table('head'))
    const hhea = view(this.#table('hhea'))
    const os2 = view(this.#table('OS/2'))
    this.unitsPerEm = head.getUint16(18)
    this.bounds = [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)]
    this.ascent = hhea.getInt16(4)
    this.descent = hhea.getInt16(6)
    this.capHeight = os2.getUint16(0) >= 2 ? os2.getInt16(88) : this.ascent
    this.#glyphs = readCharacterMap(this.#table('cmap'))
    const glyphs = view(this.#table('maxp')).getUint16(4)
    const measured = hhea.getUint16(34)
    const hmtx = view(this.#table('hmtx'))
    this.#advances = Array.from({ length: glyphs }, (_, glyph) => hmtx.getUint16(Math.min(glyph, measured - 1) * 4))
    const loca = view(this.#table('loca'))
    const isLong = head.getInt16(50) === 1
    this.#offsets = Array.from({ length: glyphs + 1 }, (_, i) =>
      isLong ? loca.getUint32(i * 4) : loca.getUint16(i * 2) * 2,
    )
  }

  /** The text as this font can show it: composed, unknown letters without their accents, else a question mark. */
  shown(text: string): string {
    let shown = ''
    for (const letter of text.normalize('NFC')) {
      if (this.#has(letter)) shown += letter
      else {
        const bare = letter.normalize('NFKD').replaceAll(/\p{M}/gu, '')
        shown += bare !== '' && Array.from(bare).every((part) => this.#has(part)) ? bare : /\s/.test(letter) ? ' ' : '?'
      }
    }
    return shown
  }

  /** Width of a text set at an em of 1. */
  width(text: string): number {
    let units = 0
    for (const letter of this.shown(text)) units += this.#advances[this.glyph(letter)] ?? 0
    return units / this.unitsPerEm
  }

  /** Number of a letter's glyph; 0 is the one for what is missing. */
  glyph(letter: string): number {
    return this.#glyphs.get(letter.codePointAt(0) ?? 0) ?? 0
  }

  /** Thousandths of an em. */
  advance(glyph: number): number {
    return ((this.#advances[glyph] ?? 0) * 1000) / this.unitsPerEm
  }

  /** A TrueType file with only these glyphs and their parts in it; numbers of glyphs stay what they are. */
  subset(glyphs: Iterable<number>): Uint8Array {
    const kept = this.#withParts(glyphs)
    const glyf = this.#table('glyf')
    const count = this.#offsets.length - 1
    const loca = new DataView(new ArrayBuffer((count + 1) * 4))
    const records: Uint8Array[] = []
    let length = 0
    for (let glyph = 0; glyph < count; glyph++) {
      loca.setUint32(glyph * 4, length)
      if (!kept.has(glyph)) continue
      const record = glyf.subarray(this.#offsets[glyph], this.#offsets[glyph + 1])
      records.push(record)
      length += record.length
    }
    loca.setUint32(count * 4, length)
    const joined = new Uint8Array(length)
    let at = 0
    for (const record of records) {
      joined.set(record, at)
      at += record.length
    }
    const head = this.#table('head').slice()
    view(head).setInt16(50, 1) // the new loca is long
    const made = new Map(this.#tables)
    made.set('glyf', joined).set('loca', new Uint8Array(loca.buffer)).set('head', head)
    return sfnt(KEPT.flatMap((tag) => (made.has(tag) ? [[tag, made.get(tag) ?? new Uint8Array()] as const] : [])))
  }

  #has(letter: string): boolean {
    return this.#glyphs.has(letter.codePointAt(0) ?? 0)
  }

  #table(tag: string): Uint8Array {
    const table = this.#tables.get(tag)
    if (table === undefined) throw new Error(`the font has no table ${tag}`)
    return table
  }

  /** Accented letters are made of others; those come along. */
  #withParts(glyphs: Iterable<number>): Set<number> {
    const kept = new Set([0])
    const waiting = [...glyphs]
    for (let glyph = waiting.pop(); glyph !== undefined; glyph = waiting.pop()) {
      if (kept.has(glyph)) continue
      kept.add(glyph)
      waiting.push(...this.#partsOf(glyph))
    }
    return kept
  }

  #partsOf(glyph: number): number[] {
    const from = this.#offsets[glyph] ?? 0
    const to = this.#offsets[glyph + 1] ?? from
    if (to - from < 10) return []
    const record = view(this.#table('glyf').subarray(from, to))
    if (record.getInt16(0) >= 0) return []
    const parts: number[] = []
    let at = 10
    let flags = MORE
    while ((flags & MORE) !== 0) {
      flags = record.getUint16(at)
      parts.push(record.getUint16(at + 2))
      at += 4 + ((flags & WORDS) === 0 ? 2 : 4)
      if ((flags & SCALE) !== 0) at += 2
      else if ((flags & SCALE_XY) !== 0) at += 4
      else if ((flags & MATRIX) !== 0) at += 8
    }
    return parts
  }
}

/** Tables in one file, each begun on four bytes and summed up, as the format wants. */
function sfnt(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const start = 12 + 16 * tables.length
  const total = tables.reduce((sum, [, table]) => sum + Math.ceil(table.length / 4) * 4, start)
  const bytes = new Uint8Array(total)
  const out = view(bytes)
  const power = Math.floor(Math.log2(tables.length))
  out.setUint32(0, 0x00010000)
  out.setUint16(4, tables.length)
  out.setUint16(6, 16 * 2 ** power)
  out.setUint16(8, power)
  out.setUint16(10, 16 * tables.length - 16 * 2 ** power)
  let at = start
  for (const [i, [tag, table]] of tables.entries()) {
    const entry = 12 + 16 * i
    for (let c = 0; c < 4; c++) out.setUint8(entry + c, tag.charCodeAt(c))
    bytes.set(table, at)
    const padded = Math.ceil(table.length / 4) * 4
    let sum = 0
    for (let word = at; word < at + padded; word += 4) sum = (sum + out.getUint32(word)) >>> 0
    out.setUint32(entry + 4, sum)
    out.setUint32(entry + 8, at)
    out.setUint32(entry + 12, table.length)
    at += padded
  }
  return bytes
}
