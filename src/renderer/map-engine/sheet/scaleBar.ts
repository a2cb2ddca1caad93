import { type Mark, outlineOf } from './Drawing.ts'
import type { SheetPen } from './SheetPen.ts'

export interface ScaleBar {
  /** Kilometres of one part. */
  readonly partKm: number
  /** Parts to the right of zero. */
  readonly parts: number
  /** Parts into which the one to the left of zero is cut. */
  readonly fine: number
  /** Millimetres of one part. */
  readonly partWidth: number
}

/** The longest bar of round kilometres that has room: one finely cut part left of zero, whole ones right of it. */
export function scaleBar(scale: number, room: number): ScaleBar {
  const millimetresPerKm = 1_000_000 / scale
  const choices = [-2, -1, 0, 1, 2, 3].flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** power))
  const fitting = choices.flatMap((partKm) =>
    [5, 4, 3, 2].flatMap((parts) => {
      const length = (parts + 1) * partKm * millimetresPerKm
      return length <= room ? [{ partKm, parts, length }] : []
    }),
  )
  // Four parts or so read best; a bar that fills its room measures best.
  const best = fitting.reduce(
    (a, b) => (score(b, room) > score(a, room) ? b : a),
    fitting[0] ?? { partKm: 1, parts: 1, length: 0 },
  )
  const fine = String(best.partKm).replace(/[0.]/g, '').startsWith('2') ? 4 : 5
  return { partKm: best.partKm, parts: best.parts, fine, partWidth: best.partKm * millimetresPerKm }
}

const score = ({ parts, length }: { parts: number; length: number }, room: number): number =>
  length / room - 0.06 * Math.abs(parts - 4)

/** Black and white in turn, with its figures; `x` is where the whole begins, `y` its upper edge. */
export function drawScaleBar(
  bar: ScaleBar,
  x: number,
  y: number,
  pen: SheetPen,
  number: (value: number) => string,
): Mark[] {
  const height = 1.3 * pen.unit
  const marks: Mark[] = []
  const zero = x + bar.partWidth
  const cell = (from: number, width: number, isDark: boolean): void => {
    const outline = outlineOf(
      [
        [from, y],
        [from + width, y],
        [from + width, y + height],
        [from, y + height],
      ],
      true,
    )
    marks.push({
      kind: 'path',
      outline,
      fill: { color: isDark ? pen.token('--text') : pen.palette.paper, opacity: 1 },
      pen: pen.pen(0.15, '--text'),
    })
  }
  for (let i = 0; i < bar.fine; i++)
    cell(x + (i * bar.partWidth) / bar.fine, bar.partWidth / bar.fine, i % 2 === bar.fine % 2)
  for (let i = 0; i < bar.parts; i++) cell(zero + i * bar.partWidth, bar.partWidth, i % 2 === 0)
  const look = pen.look(1.9)
  const figure = (text: string, at: number): void => {
    marks.push(pen.text.line(text, [at, y - 0.7 * pen.unit], look, 'center'))
  }
  figure(number(bar.partKm), x)
  for (let i = 0; i < bar.parts; i++) figure(number(i * bar.partKm), zero + i * bar.partWidth)
  const last = `${number(bar.parts * bar.partKm)} km`
  marks.push(pen.text.line(last, [zero + bar.parts * bar.partWidth + 3 * pen.unit, y - 0.7 * pen.unit], look, 'end'))
  return marks
}
