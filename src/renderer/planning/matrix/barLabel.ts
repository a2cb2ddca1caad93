/** Where a bar's words go. */
export type LabelPlace = 'inside' | 'beside' | 'none'

/** Average width of a letter at the grid's size, pixels; measured on the bundled font, a little generous. */
const LETTER = 6.4
const PADDING = 10
/** A bar as wide as this shows a truncated label rather than none of it beside. */
const WIDE = 96
const MAX_BESIDE = 260

/** Inside where it fits, else beside as far as the next bar, else truncated inside from the code on. Pixels. */
export function placeLabel(
  code: string,
  title: string,
  width: number,
  room: number,
): { place: LabelPlace; maxWidth: number } {
  const whole = (code.length + 1 + title.length) * LETTER + PADDING
  const least = code.length * LETTER + PADDING
  if (width >= whole || width >= WIDE) return { place: 'inside', maxWidth: width }
  if (room >= least) return { place: 'beside', maxWidth: Math.min(room, MAX_BESIDE) }
  return width >= least ? { place: 'inside', maxWidth: width } : { place: 'none', maxWidth: 0 }
}
