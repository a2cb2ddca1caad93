import { formatDay, formatMonth, fromLocal, type Language } from '../../../domain/time/dtg.ts'
import { DAY, formatDayCount, formatRelative, HOUR, toInstant, toRelative } from '../../../domain/time/planTime.ts'
import { offsetMinutes } from '../../../domain/time/zone.ts'

/** One stretch of the calendar band or of a phase. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly label: string
}

/** One count of the D-day band. */
export interface Tick {
  readonly minute: number
  readonly label: string
}

export interface Calendar {
  readonly timeZone: string
  /** Epoch milliseconds. */
  readonly hHour: number
  readonly language: Language
}

export type CalendarUnit = 'year' | 'month' | 'week' | 'day' | { readonly minutes: number }

const DAY_MS = DAY * 60_000
const two = (n: number): string => String(n).padStart(2, '0')

/** The two rows of the calendar at a zoom: what is named above, what is counted below. */
export function calendarUnits(pxPerMinute: number): readonly [major: CalendarUnit, minor: CalendarUnit] {
  const pxPerDay = pxPerMinute * DAY
  if (pxPerDay < 0.8) return ['year', 'year']
  if (pxPerDay < 5) return ['year', 'month']
  if (pxPerDay < 22) return ['month', 'week']
  if (pxPerDay < 140) return ['month', 'day']
  const minutes = [5, 15, 30, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR].find((m) => m * pxPerMinute >= 40)
  return ['day', { minutes: minutes ?? 12 * HOUR }]
}

/** The stretches of a calendar unit that touch a span of time, by the clock of the plan's zone. */
export function calendarStretches(
  unit: CalendarUnit,
  span: { readonly from: number; readonly to: number },
  calendar: Calendar,
  isMajor: boolean,
): Stretch[] {
  const { hHour, timeZone } = calendar
  const local = (minute: number): number => {
    const instant = toInstant(minute, hHour)
    return instant + offsetMinutes(timeZone, instant) * 60_000
  }
  const stretches: Stretch[] = []
  let at = floorOf(unit, local(span.from))
  const last = local(span.to)
  while (at < last) {
    const next = nextOf(unit, at)
    const from = toRelative(fromLocal(at, timeZone), hHour)
    const to = toRelative(fromLocal(next, timeZone), hHour)
    stretches.push({ from, to, label: labelOf(unit, at, calendar.language, isMajor) })
    at = next
  }
  return stretches
}

/** Monday the 5th of January 1970, from which weeks are counted. */
const FIRST_MONDAY = 4 * DAY_MS

function floorOf(unit: CalendarUnit, at: number): number {
  const date = new Date(at)
  if (unit === 'year') return Date.UTC(date.getUTCFullYear(), 0, 1)
  if (unit === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
  if (unit === 'week') return Math.floor((at - FIRST_MONDAY) / (7 * DAY_MS)) * 7 * DAY_MS + FIRST_MONDAY
  const step = unit === 'day' ? DAY_MS : unit.minutes * 60_000
  return Math.floor(at / step) * step
}

function nextOf(unit: CalendarUnit, at: number): number {
  const date = new Date(at)
  if (unit === 'year') return Date.UTC(date.getUTCFullYear() + 1, 0, 1)
  if (unit === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
  if (unit === 'week') return at + 7 * DAY_MS
  return at + (unit === 'day' ? DAY_MS : unit.minutes * 60_000)
}

/** `at`: a wall-clock time as if it were UTC. */
function labelOf(unit: CalendarUnit, at: number, language: Language, isMajor: boolean): string {
  const date = new Date(at)
  if (unit === 'year') return String(date.getUTCFullYear())
  if (unit === 'month') return formatMonth(at, 'UTC', language).slice(0, isMajor ? undefined : 3)
  if (unit === 'day' && isMajor) return `${formatDay(at, 'UTC', language)} ${two(date.getUTCFullYear() % 100)}`
  if (unit === 'week' || unit === 'day') return two(date.getUTCDate())
  return `${two(date.getUTCHours())}${two(date.getUTCMinutes())}`
}

const COUNTS = [
  15,
  30,
  HOUR,
  2 * HOUR,
  6 * HOUR,
  12 * HOUR,
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((days) => days * DAY),
]
const DAY_PX = 52
/** `D+20 H+6:30` needs more room than `D+20`. */
const HOUR_PX = 92

/** Days, and hours where there is room, counted from H-hour. */
export function relativeTicks(span: { readonly from: number; readonly to: number }, pxPerMinute: number): Tick[] {
  const step =
    COUNTS.find((minutes) => minutes * pxPerMinute >= (minutes < DAY ? HOUR_PX : DAY_PX)) ?? COUNTS.at(-1) ?? DAY
  const ticks: Tick[] = []
  for (let minute = Math.ceil(span.from / step) * step; minute <= span.to; minute += step) {
    const at = minute || 0
    ticks.push({ minute: at, label: step >= DAY ? formatDayCount(at) : formatRelative(at) })
  }
  return ticks
}
