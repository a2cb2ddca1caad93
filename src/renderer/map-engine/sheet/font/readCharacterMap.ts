/** Glyph of each code point, of a font's `cmap` table in the segment form (4) that the bundled fonts have, or the long one (12). */
export function readCharacterMap(cmap: Uint8Array): ReadonlyMap<number, number> {
  const view = new DataView(cmap.buffer, cmap.byteOffset, cmap.byteLength)
  const glyphs = new Map<number, number>()
  const count = view.getUint16(2)
  for (let i = 0; i < count; i++) {
    const at = view.getUint32(4 + i * 8 + 4)
    const format = view.getUint16(at)
    if (format === 4) readSegments(view, at, glyphs)
    else if (format === 12) readGroups(view, at, glyphs)
  }
  return glyphs
}

function readSegments(view: DataView, at: number, glyphs: Map<number, number>): void {
  const twice = view.getUint16(at + 6)
  const ends = at + 14
  const starts = ends + twice + 2
  const deltas = starts + twice
  const ranges = deltas + twice
  for (let segment = 0; segment < twice; segment += 2) {
    const end = view.getUint16(ends + segment)
    const delta = view.getInt16(deltas + segment)
    const range = view.getUint16(ranges + segment)
    const start = view.getUint16(starts + segment)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const found = range === 0 ? code : view.getUint16(ranges + segment + range + (code - start) * 2)
      const glyph = range !== 0 && found === 0 ? 0 : (found + delta) & 0xffff
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
}

function readGroups(view: DataView, at: number, glyphs: Map<number, number>): void {
  const count = view.getUint32(at + 12)
  for (let i = 0; i < count; i++) {
    const group = at + 16 + i * 12
    const start = view.getUint32(group)
    const end = view.getUint32(group + 4)
    const first = view.getUint32(group + 8)
    for (let code = start; code <= end; code++) glyphs.set(code, first + code - start)
  }
}
