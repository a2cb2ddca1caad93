import type { PlanRecord } from '../../../../domain/records/plan.ts'
import { DAY, HOUR } from '../../../../domain/time/planTime.ts'

/** Minutes from H-hour. */
export interface Span {
  readonly from: number
  readonly to: number
}

export const WINDOW_ZOOMS = ['horizon', 'phase', 'week'] as const
export type WindowZoom = (typeof WINDOW_ZOOMS)[number]

type PlanTimes = Pick<PlanRecord, 'horizon' | 'phases'>

const WEEK = 7 * DAY
/** Where a week is turned on, the time stands this far into it, so that what comes next is in sight. */
const LEAD = DAY

/** The part of the horizon that the slider shows; a week stays where it is while the time is in it. */
export function windowOf(zoom: WindowZoom, time: number, { horizon, phases }: PlanTimes, before: Span | null): Span {
  if (zoom === 'horizon') return horizon
  if (zoom === 'phase') {
    const phase = phaseAt(phases, time)
    if (phase !== null) return { from: Math.max(horizon.from, phase.from), to: Math.min(horizon.to, phase.to) }
  }
  if (horizon.to - horizon.from <= WEEK) return horizon
  if (before !== null && before.to - before.from === WEEK && time >= before.from && time <= before.to) return before
  const from = Math.min(Math.max(time - LEAD, horizon.from), horizon.to - WEEK)
  return { from, to: from + WEEK }
}

/** The phase a time falls in, the later one where two meet; null between phases. */
export function phaseAt<P extends Span>(phases: readonly P[], time: number): P | null {
  return phases.findLast((phase) => phase.from <= time && time < phase.to) ?? null
}

export const clampTo = (time: number, { from, to }: Span): number => Math.min(to, Math.max(from, time))

export const xOf = (minute: number, { from, to }: Span, width: number): number =>
  ((minute - from) / (to - from)) * width

const SNAPS = [1, 5, 15, 30, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY] as const

/** The time under a pixel of the slider, snapped to the roundest step that is no wider than a pixel or two. */
export function minuteAt(x: number, span: Span, width: number): number {
  const perPixel = (span.to - span.from) / Math.max(1, width)
  const snap = SNAPS.findLast((step) => step <= perPixel * 1.5) ?? 1
  return clampTo(Math.round((span.from + x * perPixel) / snap) * snap, span)
}
