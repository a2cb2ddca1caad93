import type { LoadSeries } from '../../../../domain/check/loadSeries.ts'
import type { DayAxis } from '../../../../domain/check/series/dayAxis.ts'
import type { DayLoad } from '../../../../domain/check/series/sortieSeries.ts'
import { highestIn, stepAt, type Steps, valueAt } from '../../../../domain/check/series/Steps.ts'
import type { Span } from '../../../../domain/check/CheckContext.ts'
import { type LoadScale, xOf } from './loadWindow.ts'

/** The share as a line with its area, pixels; `over` is what of it lies above 100 %. */
export interface ShareShapes {
  /** Share at the top of the chart: 1, or the next half above the highest in sight. */
  readonly top: number
  readonly line: string
  readonly area: string
  readonly over: string
}

export function shareShapes(share: Steps, scale: LoadScale, height: number): ShareShapes {
  const highest = highestIn(share, scale.from, scale.to)
  const top = Math.max(1, Math.ceil(highest * 2) / 2)
  const y = (value: number): number => height - (Math.min(top, value) / top) * height
  const line: string[] = []
  const over: string[] = []
  const area: string[] = [`M0 ${of(height)}`]
  let x = 0
  let value = valueAt(share, scale.from)
  line.push(`M0 ${of(y(value))}`)
  area.push(`V${of(y(value))}`)
  const goTo = (next: number): void => {
    if (value > 1 && next > x) over.push(`M${of(x)} ${of(y(1))}V${of(y(value))}H${of(next)}V${of(y(1))}z`)
    x = next
  }
  for (let i = stepAt(share, scale.from) + 1; i < share.at.length && (share.at[i] ?? scale.to) < scale.to; i += 1) {
    const next = xOf(scale, share.at[i] ?? scale.to)
    goTo(next)
    value = share.values[i] ?? 0
    line.push(`H${of(next)}V${of(y(value))}`)
    area.push(`H${of(next)}V${of(y(value))}`)
  }
  goTo(scale.width)
  line.push(`H${of(scale.width)}`)
  area.push(`H${of(scale.width)}V${of(height)}z`)
  return { top, line: line.join(''), area: area.join(''), over: over.join('') }
}

/** Boxes from the top to the foot where the spans leave time free. */
export function gapsPath(spans: readonly Span[], scale: LoadScale, height: number): string {
  const boxes: string[] = []
  let from = scale.from
  const box = (start: number, end: number): void => {
    if (end <= start) return
    boxes.push(`M${of(xOf(scale, start))} 0H${of(xOf(scale, end))}V${of(height)}H${of(xOf(scale, start))}z`)
  }
  for (const { start, end } of spans) {
    if (end <= from) continue
    if (start >= scale.to) break
    box(from, Math.min(start, scale.to))
    from = Math.max(from, end)
  }
  box(from, scale.to)
  return boxes.join('')
}

/** What of the allocated time a unit is not ready. */
export function notReadySpans({ allocated, ready }: LoadSeries): readonly Span[] {
  return allocated.flatMap((span) => {
    const left: Span[] = []
    let from = span.start
    for (const { start, end } of ready) {
      if (end <= from || start >= span.end) continue
      if (start > from) left.push({ start: from, end: start })
      from = end
    }
    if (from < span.end) left.push({ start: from, end: span.end })
    return left
  })
}

/** Boxes from the top to the foot over the spans. */
export function spansPath(spans: readonly Span[], scale: LoadScale, height: number): string {
  return spans
    .filter(({ start, end }) => start < scale.to && end > scale.from)
    .map(({ start, end }) => {
      const left = xOf(scale, Math.max(start, scale.from))
      return `M${of(left)} 0H${of(xOf(scale, Math.min(end, scale.to)))}V${of(height)}H${of(left)}z`
    })
    .join('')
}

/** What is asked on each day as bars, those of days over the limit apart, each with a sign above it. */
export interface DayShapes {
  /** Number at the top of the chart. */
  readonly top: number
  readonly bars: string
  readonly overBars: string
  readonly signs: string
  readonly availableY: number
}

export function dayShapes(load: DayLoad, axis: DayAxis, scale: LoadScale, height: number): DayShapes {
  const shown = daysIn(axis, scale)
  const askedOn = (day: number): number => valueAt(load.asked, axis.firstDay + day)
  const highest = Math.max(load.available, ...shown.map(askedOn))
  const top = highest <= 0 ? 1 : highest * 1.1
  const y = (value: number): number => height - (value / top) * height
  const bars: string[] = []
  const overBars: string[] = []
  const signs: string[] = []
  for (const day of shown) {
    const asked = askedOn(day)
    if (asked <= 0) continue
    const left = xOf(scale, axis.edges[day] ?? 0)
    const right = xOf(scale, axis.edges[day + 1] ?? 0)
    const gap = right - left > 4 ? 1 : 0
    const box = `M${of(left)} ${of(height)}V${of(y(asked))}H${of(right - gap)}V${of(height)}z`
    if (asked <= load.available) bars.push(box)
    else {
      overBars.push(box)
      signs.push(`M${of((left + right) / 2)} ${of(Math.max(0, y(asked) - 7))}l3.5 5.5h-7z`)
    }
  }
  return { top, bars: bars.join(''), overBars: overBars.join(''), signs: signs.join(''), availableY: y(load.available) }
}

/** Indexes of the days that are in sight. */
export function daysIn({ edges }: DayAxis, { from, to }: LoadScale): readonly number[] {
  const days: number[] = []
  for (let day = 0; day + 1 < edges.length; day += 1) {
    if ((edges[day + 1] ?? from) > from && (edges[day] ?? to) < to) days.push(day)
  }
  return days
}

const of = (value: number): string => String(Math.round(value * 100) / 100)
