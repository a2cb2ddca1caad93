import type { MissionType, Season } from '../records/missionType.ts'
import { offsetMinutes } from '../time/zone.ts'
import type { CheckContext, Span } from './CheckContext.ts'

type Constraints = MissionType['constraints']

/** A month of a mission's time that does not suit its type. */
export interface SeasonMisfit {
  /** It is not among the type's months, or it is of a season that the type avoids. */
  readonly what: 'months' | Season
  /** 1 to 12, by the clocks of the plan's zone. */
  readonly month: number
}

export function asksForSeason({ months, avoids }: Constraints): boolean {
  return (months !== null && months.length > 0) || avoids.length > 0
}

/** The first month of a time (minutes from H-hour) that does not suit a type; null where all do. No months stated are all. */
export function seasonMisfit(context: CheckContext, constraints: Constraints, span: Span): SeasonMisfit | null {
  const { months, avoids } = constraints
  for (const month of monthsOf(context, span)) {
    for (const season of avoids) if (context.monthsOf(season).includes(month)) return { what: season, month }
    if (months !== null && months.length > 0 && !months.includes(month)) return { what: 'months', month }
  }
  return null
}

/** Months a time touches, in order, each once; its end is not part of it. */
function monthsOf(context: CheckContext, span: Span): number[] {
  const first = localMonth(context, span.start)
  const last = localMonth(context, Math.max(span.start, span.end - 1))
  if (!Number.isFinite(first) || !Number.isFinite(last)) return []
  return Array.from({ length: Math.min(12, last - first + 1) }, (_, i) => ((first + i) % 12) + 1)
}

/** Months since the year 0, by the plan's clocks; NaN beyond what dates hold. */
function localMonth(context: CheckContext, relative: number): number {
  const instant = context.toInstant(relative)
  if (!(Math.abs(instant) <= LAST_INSTANT)) return Number.NaN
  const local = new Date(instant + offsetMinutes(context.plan.meta.timeZone, instant) * 60_000)
  return local.getUTCFullYear() * 12 + local.getUTCMonth()
}

/** Farthest instant a Date holds, less two days for the zone. */
const LAST_INSTANT = 8.64e15 - 1.728e8
