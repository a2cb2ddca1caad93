import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readWoff } from './readWoff.ts'
import { SheetFont } from './SheetFont.ts'

const file = 'node_modules/@fontsource/inter/files/inter-latin-400-normal.woff'
const font = new SheetFont(await readWoff(readFileSync(file)))

test('knows every letter that Spanish and the margins of a sheet need', () => {
  const needed = 'ÁÉÍÓÚÜÑáéíóúüñ¿¡«»ºª°′″·–—−×/\u00a0'
  expect(font.shown(needed)).toBe(needed)
})

test('widths are those of the font', () => {
  expect(font.width('00')).toBeCloseTo(2 * font.width('0'), 10)
  expect(font.width('W')).toBeGreaterThan(2 * font.width('i'))
  expect(font.width('')).toBe(0)
})

test('letters it lacks lose their accents or become a question mark, never vanish', () => {
  expect(font.shown('Ṽilla')).toBe('Villa')
  expect(font.shown('村')).toBe('?')
  expect(font.shown('a\u0301')).toBe('á')
})

test('a part of the font is itself a font with the same glyphs and little else', async () => {
  const glyphs = Array.from('Ñandú 12', (letter) => font.glyph(letter))
  const bytes = font.subset(glyphs)
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  expect(view.getUint32(0)).toBe(0x00010000)
  const tags = Array.from({ length: view.getUint16(4) }, (_, i) =>
    String.fromCharCode(...bytes.slice(12 + i * 16, 16 + i * 16)),
  )
  expect(tags).toEqual(expect.arrayContaining(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']))
  expect(tags).toEqual([...tags].sort())
  expect(bytes.length).toBeLessThan(20_000)
  const whole = font.subset(Array.from({ length: 200 }, (_, i) => i))
  expect(whole.length).toBeGreaterThan(bytes.length)
})
