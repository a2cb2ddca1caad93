import type { BoxIndex } from './BoxIndex.ts'
import { isWithin } from './clip.ts'
import type { TextLook, TextMark } from './Drawing.ts'
import type { Box, Point } from './Sheet.ts'
import type { TextSetter } from './TextSetter.ts'

/** Text beside what it names, at the best free place around it; null where there is none. What is placed is taken. */
export function placeLabel(
  text: string,
  around: Box,
  look: TextLook,
  setter: TextSetter,
  bounds: Box,
  taken: BoxIndex,
): TextMark | null {
  const { size } = look
  const width = setter.width(text, size, look.isStrong)
  const gap = size * 0.25
  const [left, right] = [around.x - gap - width, around.x + around.width + gap]
  const middle = around.x + around.width / 2 - width / 2
  const level = around.y + around.height / 2 + size * 0.36
  const above = around.y - gap - size * 0.1
  const below = around.y + around.height + gap + size * 0.75
  const places: readonly Point[] = [
    [right, level],
    [right, above + size * 0.4],
    [right, below - size * 0.4],
    [left, level],
    [middle, above],
    [middle, below],
    [left, above + size * 0.4],
    [left, below - size * 0.4],
  ]
  for (const place of places) {
    const mark = setter.line(text, place, look)
    const box = setter.boxOf(mark)
    if (!isWithin(box, bounds) || !taken.isFree(box)) continue
    taken.add(box)
    return mark
  }
  return null
}
