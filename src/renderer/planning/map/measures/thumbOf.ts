import type { Position } from '../../../../domain/records/common.ts'
import type { MultipointDrawing } from '../../../map-engine/multipoint/Multipoint.ts'

export interface Thumb {
  readonly viewBox: string
  /** Data of two SVG paths. */
  readonly strokes: string
  readonly fills: string
  readonly letters: readonly { readonly text: string; readonly x: number; readonly y: number; readonly size: number }[]
}

const METRES_PER_DEGREE = 111_320
/** Width to height of the picture, and how large its letters are in it. */
const SHAPE = 44 / 32
const LETTER_SHARE = 0.3
const MARGIN = 0.05

/** A drawing near the equator as an SVG of its own extent. Letters are larger than on the map, or nobody could read them. */
export function thumbOf({ lines, areas, labels }: MultipointDrawing): Thumb {
  const at = ([longitude, latitude]: Position): Position => [
    Math.round(longitude * METRES_PER_DEGREE * 10) / 10,
    Math.round(-latitude * METRES_PER_DEGREE * 10) / 10,
  ]
  const strokes = lines.map(({ path }) => path.map(at))
  const rings = areas.flatMap((area) => area.rings.map((ring) => ring.map(at)))
  const all = [...strokes.flat(), ...rings.flat()]
  const [left, right] = span(all.map(([x]) => x))
  const [top, bottom] = span(all.map(([, y]) => y))
  const width = Math.max(right - left, (bottom - top) * SHAPE, 1) * (1 + 2 * MARGIN)
  const height = width / SHAPE
  const x = (left + right - width) / 2
  const y = (top + bottom - height) / 2
  return {
    viewBox: [x, y, width, height].map((each) => each.toFixed(1)).join(' '),
    strokes: strokes.map((path) => pathData(path, '')).join(''),
    fills: rings.map((ring) => pathData(ring, 'Z')).join(''),
    // What names the whole is its kind alone here; beyond the lines it would only make them small.
    letters: labels.slice(0, 2).flatMap(({ text, at: place }) => {
      const [letterX, letterY] = at(place)
      const isInside = letterX > left && letterX < right && text.length <= 4
      return isInside ? [{ text, x: letterX, y: letterY, size: height * LETTER_SHARE }] : []
    }),
  }
}

function span(values: readonly number[]): readonly [number, number] {
  let least = Infinity
  let most = -Infinity
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return least <= most ? [least, most] : [0, 0]
}

const pathData = (path: readonly Position[], end: string): string =>
  path.length === 0 ? '' : `M${path.map(([x, y]) => `${x} ${y}`).join('L')}${end}`
