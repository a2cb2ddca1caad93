import { err, ok, type Result } from '../../domain/result.ts'
import { fromLocal, parseDtg } from '../../domain/time/dtg.ts'
import { parseRelative, toInstant, toRelative } from '../../domain/time/planTime.ts'

/** What typed times are read against. */
export interface Clock {
  /** Epoch milliseconds. */
  readonly hHour: number
  /** IANA name: the zone of times that name none. */
  readonly timeZone: string
}

/** `not-a-time`: in none of the forms; `too-far`: more than ten years from H-hour. */
export type TimeFault = 'not-a-time' | 'too-far'

/** The farthest planned time a record holds, in minutes. */
const FARTHEST = 5_256_000

/** An instant (epoch ms) from `D+5 H+3`, a date-time group in either language or an ISO date; null from an empty text. */
export function readInstant(text: string, clock: Clock): Result<number | null, TimeFault> {
  if (text.trim() === '') return ok(null)
  const relative = parseRelative(text)
  const instant =
    relative === null
      ? (parseDtg(text, clock.timeZone, clock.hHour) ?? readIso(text, clock.timeZone))
      : toInstant(relative, clock.hHour)
  if (instant === null) return err('not-a-time')
  return Math.abs(toRelative(instant, clock.hHour)) > 10 * FARTHEST ? err('too-far') : ok(instant)
}

/** A planned time, minutes from H-hour, from the same forms. */
export function readPlanTime(text: string, clock: Clock): Result<number | null, TimeFault> {
  const instant = readInstant(text, clock)
  if (!instant.ok || instant.value === null) return instant
  const minutes = toRelative(instant.value, clock.hHour)
  return Math.abs(minutes) > FARTHEST ? err('too-far') : ok(minutes)
}

const ISO = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T\s]+(\d{2}):(\d{2}))?\s*$/i

/** `2023-03-01` (its midnight) or `2023-03-01 14:30`, wall-clock time of the zone. */
function readIso(text: string, timeZone: string): number | null {
  const match = ISO.exec(text)
  if (match === null) return null
  const [year, month, day, hour, minute] = match.slice(1).map((part) => Number(part ?? 0))
  if (hour === undefined || hour > 23 || minute === undefined || minute > 59) return null
  const local = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute)
  const date = new Date(local)
  if (date.getUTCMonth() !== (month ?? 0) - 1 || date.getUTCDate() !== day) return null
  return fromLocal(local, timeZone)
}
