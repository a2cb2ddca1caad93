import type { DayAxis } from '../../../../domain/check/series/dayAxis.ts'
import { formatDay, formatMonth, type Language } from '../../../../domain/time/dtg.ts'
import { toInstant } from '../../../../domain/time/planTime.ts'

/** What one cell of a row stands for. */
export const LOAD_STEPS = ['day', 'week', 'phase'] as const
export type LoadStep = (typeof LOAD_STEPS)[number]

interface Stretch {
  readonly from: number
  readonly to: number
}

/** 5 January 1970 was a Monday. */
const MONDAY = 4

/** Where cells begin and the last one ends, minutes from H-hour. */
export function stepEdges(axis: DayAxis, step: LoadStep, phases: readonly Stretch[]): readonly number[] {
  const first = axis.edges[0] ?? 0
  const last = axis.edges.at(-1) ?? first
  if (step === 'day') return Array.from(axis.edges)
  if (step === 'week') {
    return Array.from(axis.edges).filter(
      (edge, i) => edge === first || edge === last || (axis.firstDay + i - MONDAY) % 7 === 0,
    )
  }
  const turns = phases.flatMap(({ from, to }) => [from, to]).filter((turn) => turn > first && turn < last)
  return [first, ...new Set(turns.sort((a, b) => a - b)), last]
}

/** Cells in sight: from `first` up to `end`, which is left out. */
export interface LoadWindow {
  readonly first: number
  readonly end: number
}

/** As many cells as fit, from a time on; without one so that `time` stands a quarter in. All of them where they fit. */
export function windowOf(edges: readonly number[], from: number | null, time: number, most: number): LoadWindow {
  const cells = edges.length - 1
  const count = Math.min(cells, Math.max(1, most))
  const at = from === null ? cellAt(edges, time) - Math.floor(count / 4) : cellAt(edges, from)
  const first = Math.max(0, Math.min(at, cells - count))
  return { first, end: first + count }
}

/** Index of the cell in which a time lies; before the first and after the last the nearest. */
export function cellAt(edges: readonly number[], time: number): number {
  let low = 0
  let high = edges.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((edges[middle] ?? 0) <= time) low = middle
    else high = middle
  }
  return low
}

/** Where the window begins after a step of most of its width; `by` −1 back, 1 on. */
export function paged(edges: readonly number[], window: LoadWindow, by: -1 | 1): number {
  const count = window.end - window.first
  const last = edges.length - 1 - count
  const first = Math.min(last, Math.max(0, window.first + by * Math.max(1, Math.floor(count * 0.75))))
  return edges[first] ?? 0
}

/** Times across, pixels against minutes from H-hour. */
export interface LoadScale {
  readonly from: number
  readonly to: number
  readonly width: number
}

export const scaleOf = (edges: readonly number[], window: LoadWindow, width: number): LoadScale => ({
  from: edges[window.first] ?? 0,
  to: edges[window.end] ?? 1,
  width,
})

export const xOf = ({ from, to, width }: LoadScale, time: number): number => ((time - from) / (to - from)) * width

export const timeOf = ({ from, to, width }: LoadScale, x: number): number => from + (x / width) * (to - from)

export interface AxisLabel {
  readonly time: number
  readonly text: string
}

const LABEL_PX = 52

/** Dates under the phases: days where they have room, else months. */
export function axisLabels(
  axis: DayAxis,
  scale: LoadScale,
  { hHour, timeZone, language }: { readonly hHour: number; readonly timeZone: string; readonly language: Language },
): readonly AxisLabel[] {
  const days = Array.from(axis.edges).filter((edge) => edge >= scale.from && edge < scale.to)
  const pxPerDay = scale.width / Math.max(1, (scale.to - scale.from) / 1_440)
  const isByDay = pxPerDay * 14 >= LABEL_PX
  const labels: AxisLabel[] = []
  let last = Number.NEGATIVE_INFINITY
  let month = ''
  for (const time of days) {
    // Noon, so that no change of the clock moves the date.
    const instant = toInstant(time + 720, hHour)
    const text = isByDay ? formatDay(instant, timeZone, language) : formatMonth(instant, timeZone, language)
    const isTurn = isByDay || text !== month
    month = text
    if (!isTurn || xOf(scale, time) - last < LABEL_PX || xOf(scale, time) > scale.width - LABEL_PX) continue
    labels.push({ time, text })
    last = xOf(scale, time)
  }
  return labels
}
