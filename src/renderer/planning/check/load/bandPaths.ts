import type { LoadCell } from '../../../../domain/check/series/loadCells.ts'

/** How full a cell is; above 1 all is `full`, as what it is over is told by its sign. */
export const TONES = ['low', 'middle', 'high', 'full'] as const
export type Tone = (typeof TONES)[number]

/** One path each for all cells that look alike: a row costs a handful of elements, however many cells it has. */
export interface BandPaths {
  readonly bars: Readonly<Record<Tone, string>>
  readonly over: string
  readonly notReady: string
  readonly notAllocated: string
  /** Signs of cells in which it is on missions though it cannot be counted on. */
  readonly outside: string
}

export const toneOf = (share: number): Tone =>
  share <= 0.5 ? 'low' : share <= 0.8 ? 'middle' : share < 0.995 ? 'high' : 'full'

/** Room above the bars for the signs, pixels. */
const SIGN = 6

/** Cells as bars whose height is the share, in a band of so many pixels; `xs` are their edges. */
export function bandPaths(cells: readonly LoadCell[], xs: readonly number[], height: number): BandPaths {
  const bars: Record<Tone, string[]> = { low: [], middle: [], high: [], full: [] }
  const over: string[] = []
  const notReady: string[] = []
  const notAllocated: string[] = []
  const outside: string[] = []
  for (const [i, cell] of cells.entries()) {
    const left = xs[i] ?? 0
    const right = xs[i + 1] ?? left
    const width = Math.max(0.5, right - left - (right - left > 4 ? 1 : 0))
    if (cell.state !== 'ready') {
      const list = cell.state === 'not-ready' ? notReady : notAllocated
      list.push(box(left, SIGN, right - left, height - SIGN))
    }
    if (cell.share > 0) {
      const tall = Math.max(1, Math.min(1, cell.share) * (height - SIGN))
      bars[toneOf(cell.share)].push(box(left, height - tall, width, tall))
    }
    const middle = (left + right) / 2
    if (cell.isOver) over.push(`M${of(middle)} 0l3.5 5.5h-7z`)
    else if (cell.isOutside) outside.push(`M${of(middle - 2.5)} 0.5l5 5m0 -5l-5 5`)
  }
  return {
    bars: { low: bars.low.join(''), middle: bars.middle.join(''), high: bars.high.join(''), full: bars.full.join('') },
    over: over.join(''),
    notReady: notReady.join(''),
    notAllocated: notAllocated.join(''),
    outside: outside.join(''),
  }
}

const of = (value: number): string => String(Math.round(value * 100) / 100)

const box = (x: number, y: number, width: number, height: number): string =>
  `M${of(x)} ${of(y)}h${of(width)}v${of(height)}h${of(-width)}z`
