import { DAY, HOUR } from '../../../domain/time/planTime.ts'

/** Time laid out across: minutes from H-hour against pixels from the left end. */
export interface TimeScale {
  readonly from: number
  readonly to: number
  readonly pxPerMinute: number
}

export const toX = (scale: TimeScale, minute: number): number => (minute - scale.from) * scale.pxPerMinute
export const toMinute = (scale: TimeScale, x: number): number => scale.from + x / scale.pxPerMinute
export const widthOf = (scale: TimeScale): number => toX(scale, scale.to)

export const ZOOM_LEVELS = ['year', 'quarter', 'month', 'week', 'day', 'hour'] as const
export type ZoomLevel = (typeof ZOOM_LEVELS)[number]

/** How much time fills the view at each named level. */
const LEVEL_MINUTES: Record<ZoomLevel, number> = {
  year: 366 * DAY,
  quarter: 92 * DAY,
  month: 31 * DAY,
  week: 7 * DAY,
  day: DAY,
  hour: HOUR,
}

export const pxPerMinuteOf = (level: ZoomLevel, viewWidth: number): number => viewWidth / LEVEL_MINUTES[level]

/** The named level that a zoom is nearest to. */
export function levelOf(pxPerMinute: number, viewWidth: number): ZoomLevel {
  const shown = Math.log(viewWidth / pxPerMinute)
  const distance = (level: ZoomLevel): number => Math.abs(Math.log(LEVEL_MINUTES[level]) - shown)
  return ZOOM_LEVELS.reduce((best, level) => (distance(level) < distance(best) ? level : best))
}

/** Browsers lay out up to some 33 million pixels; single-precision painting stays whole up to 16 million. */
const MAX_WIDTH = 16_000_000

/** Keeps a zoom between all of the time in half a view and one hour in a view. */
export function clampZoom(pxPerMinute: number, span: number, viewWidth: number): number {
  const most = Math.min(pxPerMinuteOf('hour', viewWidth), MAX_WIDTH / span)
  const least = Math.min(viewWidth / span, pxPerMinuteOf('year', viewWidth) / 2)
  return Math.min(Math.max(pxPerMinute, least), most)
}

const MARGIN = 30 * DAY

/** All the time the matrix shows: the horizon and every bar, with a margin, in steps that do not move at each edit. */
export function shownTime(
  horizon: { readonly from: number; readonly to: number },
  bars: { readonly from: number; readonly to: number } | null,
): { from: number; to: number } {
  const from = Math.min(horizon.from, bars?.from ?? horizon.from)
  const to = Math.max(horizon.to, bars?.to ?? horizon.to)
  return { from: (Math.floor(from / MARGIN) - 1) * MARGIN, to: (Math.ceil(to / MARGIN) + 1) * MARGIN }
}

const SNAPS = [1, 5, 15, HOUR, 6 * HOUR, DAY] as const
/** A snap is at least so far apart that a hand can choose between two. */
const SNAP_PX = 12

/** What a dragged bar snaps to, minutes: days in a month, hours in a day, five minutes in an hour; `isFine`: one step finer. */
export function snapOf(pxPerMinute: number, isFine = false): number {
  const found = SNAPS.findIndex((minutes, i) => i > 0 && minutes * pxPerMinute >= SNAP_PX)
  const index = found < 0 ? SNAPS.length - 1 : found
  return SNAPS[isFine ? index - 1 : index] ?? DAY
}

export const snapTo = (minute: number, step: number): number => Math.round(minute / step) * step || 0
