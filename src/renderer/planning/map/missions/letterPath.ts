/** Letters as strokes in a box 8 wide and 10 high: pictures on map and paper then need no font. */
const LETTERS: Readonly<Record<string, string>> = {
  A: 'M0 10L4 0L8 10M1.6 6.4H6.4',
  E: 'M7 0H1V10H7M1 5H6',
  F: 'M7 0H1V10M1 5H6',
  G: 'M7.5 2C5 -1 0.5 0 0.5 5C0.5 10.5 7.5 11 7.5 6H4.5',
  N: 'M0.5 10V0L7.5 10V0',
  P: 'M1 10V0H4C8.5 0 8.5 5.5 4 5.5H1',
  S: 'M7.3 1.6C5.5 -0.8 0.8 -0.3 0.8 2.6C0.8 5.4 7.4 4.4 7.4 7.4C7.4 10.6 2 10.8 0.5 8.2',
  T: 'M0 0H8M4 0V10',
}
const NONE = 'M1 5H7'

/** The strokes of a word of one or two letters, set in the middle of a box of 24 by 12. */
export function wordStrokes(word: string): string {
  const letters = word.toUpperCase().slice(0, 2).split('')
  const scale = letters.length > 1 ? 0.8 : 1
  const width = letters.length * 8 + (letters.length - 1) * 2
  const left = 12 - (width * scale) / 2
  const top = 6 - 5 * scale
  const strokes = letters.map((letter, i) => {
    const place = `translate(${left + i * 10 * scale} ${top}) scale(${scale})`
    return `<path transform="${place}" d="${LETTERS[letter] ?? NONE}" fill="none"></path>`
  })
  return strokes.join('')
}
