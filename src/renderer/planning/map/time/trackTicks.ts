import { formatDay, formatMonth, fromLocal, type Language } from '../../../../domain/time/dtg.ts'
import { DAY, HOUR, toInstant, toRelative } from '../../../../domain/time/planTime.ts'
import { offsetMinutes } from '../../../../domain/time/zone.ts'
import { type Span, xOf } from './timeWindow.ts'

export interface Tick {
  /** Minutes from H-hour. */
  readonly minute: number
  readonly label: string
}

interface Clock {
  readonly hHour: number
  readonly timeZone: string
  readonly language: Language
}

const LEAST_PX = 60
const HOURS = [HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR]
const DAYS = [1, 2, 7, 14]
const DAY_MS = DAY * 60_000

/** Marks under the slider at round times of the plan's zone, so far apart that their words do not touch. */
export function trackTicks(span: Span, width: number, clock: Clock): Tick[] {
  const pxPerMinute = width / (span.to - span.from)
  const hours = HOURS.find((step) => step * pxPerMinute >= LEAST_PX)
  if (hours !== undefined) return steps(span, hours * 60_000, clock)
  const days = DAYS.find((step) => step * DAY * pxPerMinute >= LEAST_PX)
  if (days !== undefined) return steps(span, days * DAY_MS, clock)
  return months(span, width, clock)
}

/** The wall clock as if it were UTC, which is how round times are found. */
function local(minute: number, { hHour, timeZone }: Clock): number {
  const instant = toInstant(minute, hHour)
  return instant + offsetMinutes(timeZone, instant) * 60_000
}

function steps(span: Span, stepMs: number, clock: Clock): Tick[] {
  const ticks: Tick[] = []
  const last = local(span.to, clock)
  for (let at = Math.ceil(local(span.from, clock) / stepMs) * stepMs; at <= last; at += stepMs) {
    const isMidnight = at % DAY_MS === 0
    const time = new Date(at).toISOString().slice(11, 16).replace(':', '')
    const label = isMidnight ? formatDay(at, 'UTC', clock.language) : time
    ticks.push({ minute: toRelative(fromLocal(at, clock.timeZone), clock.hHour), label })
  }
  return ticks
}

function months(span: Span, width: number, clock: Clock): Tick[] {
  const begin = new Date(local(span.from, clock))
  const ticks: Tick[] = []
  let x = Number.NEGATIVE_INFINITY
  for (let n = 1; ; n += 1) {
    const at = Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + n, 1)
    const minute = toRelative(fromLocal(at, clock.timeZone), clock.hHour)
    if (minute > span.to) return ticks
    const next = xOf(minute, span, width)
    if (next - x < LEAST_PX) continue
    x = next
    ticks.push({ minute, label: formatMonth(at, 'UTC', clock.language) })
  }
}
