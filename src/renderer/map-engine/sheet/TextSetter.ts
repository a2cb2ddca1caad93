import type { CurvedTextMark, TextLook, TextMark } from './Drawing.ts'
import type { SheetFont } from './font/SheetFont.ts'
import type { Box, Point } from './Sheet.ts'

export interface SheetFonts {
  readonly regular: SheetFont
  readonly strong: SheetFont
}

export type Align = 'start' | 'center' | 'end'

/** Letters reach this far above and below the baseline, parts of an em. */
const ABOVE = 0.78
const BELOW = 0.22

/** Sets text in the sheet's own font: widths are exact, so that what is placed without overlap prints without. */
export class TextSetter {
  readonly fonts: SheetFonts

  constructor(fonts: SheetFonts) {
    this.fonts = fonts
  }

  readonly width = (text: string, size: number, isStrong: boolean): number =>
    (isStrong ? this.fonts.strong : this.fonts.regular).width(text) * size

  /** One line; `y` is its baseline. */
  line(text: string, [x, y]: Point, look: TextLook, align: Align = 'start', angle = 0): TextMark {
    const width = this.width(text, look.size, look.isStrong)
    const back = align === 'start' ? 0 : align === 'end' ? width : width / 2
    const turn = (angle * Math.PI) / 180
    return { kind: 'text', text, x: x - back * Math.cos(turn), y: y - back * Math.sin(turn), angle, ...look }
  }

  /** What an upright line covers. */
  boxOf({ text, x, y, size, isStrong }: TextMark): Box {
    return { x, y: y - ABOVE * size, width: this.width(text, size, isStrong), height: (ABOVE + BELOW) * size }
  }

  /** Words in lines no wider than this; a single word that is wider is cut with an ellipsis. */
  wrap(text: string, size: number, isStrong: boolean, width: number): string[] {
    const lines: string[] = []
    let line = ''
    for (const word of text.split(' ').filter((part) => part !== '')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (this.width(longer, size, isStrong) <= width) line = longer
      else {
        if (line !== '') lines.push(line)
        line = this.fit(word, size, isStrong, width)
      }
    }
    return line === '' ? lines : [...lines, line]
  }

  /** The text, or as much of it as has room before an ellipsis. */
  fit(text: string, size: number, isStrong: boolean, width: number): string {
    if (this.width(text, size, isStrong) <= width) return text
    const letters = Array.from(text)
    let length = letters.length
    while (length > 1 && this.width(`${letters.slice(0, length).join('')}…`, size, isStrong) > width) length--
    return `${letters.slice(0, length).join('').trimEnd()}…`
  }

  /**
   * A text along a line, around its middle at `middle` millimetres from the start, read from left to right; null where the
   * line is too short or bends too sharply to be read.
   */
  along(text: string, path: readonly Point[], middle: number, look: TextLook, lift = 0): CurvedTextMark | null {
    const width = this.width(text, look.size, look.isStrong)
    const track = new Track(path)
    if (width > track.length || middle - width / 2 < 0 || middle + width / 2 > track.length) return null
    const [from] = track.at(middle - width / 2)
    const [to] = track.at(middle + width / 2)
    const isTurned = to[0] < from[0]
    const letters: { text: string; x: number; y: number; angle: number }[] = []
    let along = middle - width / 2
    let before: number | null = null
    for (const letter of text) {
      const step = this.width(letter, look.size, look.isStrong)
      const centre = isTurned ? 2 * middle - along - step / 2 : along + step / 2
      const direction = track.directionAround(centre, look.size) + (isTurned ? Math.PI : 0)
      if (before !== null && Math.abs(Math.sin((direction - before) / 2)) > 0.15) return null
      before = direction
      const [[x, y]] = [track.at(centre)[0]]
      const cos = Math.cos(direction)
      const sin = Math.sin(direction)
      letters.push({
        text: letter,
        x: x - (cos * step) / 2 + sin * lift,
        y: y - (sin * step) / 2 - cos * lift,
        angle: (direction * 180) / Math.PI,
      })
      along += step
    }
    return { kind: 'curved-text', letters, ...look }
  }

  /** One box for each letter of a text along a line. */
  boxesOf({ letters, size, isStrong }: CurvedTextMark): Box[] {
    return letters.map(({ text, x, y, angle }) => {
      const half = this.width(text, size, isStrong) / 2
      const turn = (angle * Math.PI) / 180
      const middleX = x + half * Math.cos(turn) + 0.3 * size * Math.sin(turn)
      const middleY = y + half * Math.sin(turn) - 0.3 * size * Math.cos(turn)
      const reach = Math.max(half, size * 0.45)
      return { x: middleX - reach, y: middleY - reach, width: 2 * reach, height: 2 * reach }
    })
  }
}

/** A line by its length. */
class Track {
  readonly length: number
  readonly #points: readonly Point[]
  readonly #lengths: readonly number[]

  constructor(points: readonly Point[]) {
    this.#points = points
    let length = 0
    this.#lengths = points.map((point, i) => {
      const before = points[i - 1] ?? point
      length += Math.hypot(point[0] - before[0], point[1] - before[1])
      return length
    })
    this.length = length
  }

  /** The point at a length, and the direction of the line there, radians. */
  at(length: number): readonly [Point, number] {
    let low = 1
    let high = this.#points.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#lengths[middle] ?? 0) < length) low = middle + 1
      else high = middle
    }
    const from = this.#points[low - 1] ?? [0, 0]
    const to = this.#points[low] ?? from
    const start = this.#lengths[low - 1] ?? 0
    const span = (this.#lengths[low] ?? 0) - start
    const share = span === 0 ? 0 : (length - start) / span
    const point: Point = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]
    return [point, Math.atan2(to[1] - from[1], to[0] - from[0])]
  }

  /** Direction over a stretch, so that letters do not follow every kink. */
  directionAround(length: number, reach: number): number {
    const [from] = this.at(Math.max(0, length - reach))
    const [to] = this.at(Math.min(this.length, length + reach))
    return Math.atan2(to[1] - from[1], to[0] - from[0])
  }
}
