import type { Span } from '../CheckContext.ts'
import type { LoadSeries } from '../loadSeries.ts'
import type { DayAxis } from './dayAxis.ts'
import { stepAt } from './Steps.ts'

/** Of the time a cell covers: some of it the unit can be counted on, it is allocated but not ready, or neither. */
export type CellState = 'ready' | 'not-ready' | 'not-allocated'

export interface LoadCell {
  /** Bound minutes of ready minutes; 0 where there are none. */
  readonly share: number
  readonly state: CellState
  /** On a day of it the unit is over a limit. */
  readonly isOver: boolean
  /** It is on a mission while it is not ready or not allocated. */
  readonly isOutside: boolean
}

/** The cells between ascending edges, minutes from H-hour. */
export function loadCells(load: LoadSeries, axis: DayAxis, edges: ArrayLike<number>): readonly LoadCell[] {
  const ready = new SpanReader(load.ready)
  const allocated = new SpanReader(load.allocated)
  const reader = new ShareReader(load)
  const cells: LoadCell[] = []
  let over = 0
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const start = edges[i] ?? 0
    const end = edges[i + 1] ?? start
    while (over < load.overDays.length && dayEnd(axis, load.overDays[over] ?? 0) <= start) over += 1
    const firstOver = load.overDays[over]
    const isOver = firstOver !== undefined && (axis.edges[firstOver] ?? end) < end
    const whole = reader.boundIn(start, end)
    let minutes = 0
    let bound = 0
    ready.walk(start, end, (from, to) => {
      minutes += to - from
      bound += from === start && to === end ? whole : boundBetween(load, from, to)
    })
    const state = minutes > 0 ? 'ready' : allocated.touches(start, end) ? 'not-ready' : 'not-allocated'
    cells.push({
      share: minutes > 0 ? bound / minutes : 0,
      state,
      isOver,
      isOutside: whole - bound > 1e-6,
    })
  }
  return cells
}

const dayEnd = (axis: DayAxis, day: number): number => axis.edges[day + 1] ?? Number.POSITIVE_INFINITY

/** Bound minutes between two times, however the spans around them lie. */
function boundBetween({ share }: LoadSeries, from: number, to: number): number {
  let sum = 0
  for (let i = Math.max(0, stepAt(share, from)); i < share.at.length && (share.at[i] ?? to) < to; i += 1) {
    const start = Math.max(from, share.at[i] ?? from)
    const end = Math.min(to, share.at[i + 1] ?? to)
    if (end > start) sum += (share.values[i] ?? 0) * (end - start)
  }
  return sum
}

/** Reads bound minutes of ascending spans, each once. */
class ShareReader {
  readonly #load: LoadSeries
  #at: number | null = null

  constructor(load: LoadSeries) {
    this.#load = load
  }

  boundIn(from: number, to: number): number {
    const { at, values } = this.#load.share
    let i = this.#at ?? Math.max(0, stepAt(this.#load.share, from))
    while ((at[i + 1] ?? Number.POSITIVE_INFINITY) <= from) i += 1
    let sum = 0
    for (; i < at.length && (at[i] ?? to) < to; i += 1) {
      const start = Math.max(from, at[i] ?? from)
      const end = Math.min(to, at[i + 1] ?? to)
      if (end > start) sum += (values[i] ?? 0) * (end - start)
      if (end === to) break
    }
    this.#at = Math.min(i, Math.max(0, at.length - 1))
    return sum
  }
}

/** Reads ascending spans alongside ascending cells. */
class SpanReader {
  readonly #spans: readonly Span[]
  #at = 0

  constructor(spans: readonly Span[]) {
    this.#spans = spans
  }

  walk(start: number, end: number, tell: (from: number, to: number) => void): void {
    while (this.#at < this.#spans.length && (this.#spans[this.#at]?.end ?? 0) <= start) this.#at += 1
    for (let i = this.#at; i < this.#spans.length; i += 1) {
      const span = this.#spans[i]
      if (span === undefined || span.start >= end) return
      const from = Math.max(start, span.start)
      const to = Math.min(end, span.end)
      if (to > from) tell(from, to)
    }
  }

  touches(start: number, end: number): boolean {
    let isTouched = false
    this.walk(start, end, () => {
      isTouched = true
    })
    return isTouched
  }
}

/** The numbers of a row. */
export interface LoadSummary {
  /** Bound minutes of ready minutes over the whole axis; null where it is never ready. */
  readonly mean: number | null
  /** Highest share of a cell, and that cell. */
  readonly peak: number | null
  readonly peakCell: number
  readonly overDays: number
}

export function summarizeLoad(load: LoadSeries, axis: DayAxis, edges: ArrayLike<number>): LoadSummary {
  const overDays = load.overDays.length
  const [whole] = loadCells(load, axis, [edges[0] ?? 0, edges[edges.length - 1] ?? 0])
  if (whole === undefined || whole.state !== 'ready') return { mean: null, peak: null, peakCell: -1, overDays }
  if (whole.share === 0) return { mean: 0, peak: 0, peakCell: 0, overDays }
  let peak = 0
  let peakCell = 0
  for (const [i, { share }] of loadCells(load, axis, edges).entries()) {
    if (share <= peak) continue
    peak = share
    peakCell = i
  }
  return { mean: whole.share, peak, peakCell, overDays }
}
