import { joined, type Outline, outlineOf } from './Drawing.ts'
import type { Point } from './Sheet.ts'

/** Strokes at 45°, `gap` millimetres apart, inside rings by the even-odd rule. They lie on lines of the sheet, so that neighbours match. */
export function hatch(rings: readonly (readonly Point[])[], gap: number): Outline {
  const step = gap * Math.SQRT2
  // Along each stroke x + y is the same; t = x - y runs along it.
  const crossings = new Map<number, number[]>()
  for (const ring of rings) {
    for (const [i, to] of ring.entries()) {
      const from = ring.at(i - 1)
      if (from === undefined) continue
      const a = from[0] + from[1]
      const b = to[0] + to[1]
      const first = Math.ceil(Math.min(a, b) / step)
      for (let line = first; line * step < Math.max(a, b); line++) {
        const share = (line * step - a) / (b - a)
        const along = from[0] - from[1] + share * (to[0] - to[1] - from[0] + from[1])
        const known = crossings.get(line)
        if (known === undefined) crossings.set(line, [along])
        else known.push(along)
      }
    }
  }
  const strokes: Outline[] = []
  for (const [line, along] of [...crossings].sort(([a], [b]) => a - b)) {
    const sum = line * step
    const sorted = along.sort((a, b) => a - b)
    for (let i = 0; i + 1 < sorted.length; i += 2) {
      strokes.push(outlineOf([sorted[i] ?? 0, sorted[i + 1] ?? 0].map((t): Point => [(sum + t) / 2, (sum - t) / 2])))
    }
  }
  return joined(strokes)
}
