import type { DayAxis } from '../../../../domain/check/series/dayAxis.ts'
import type { PlanRecord } from '../../../../domain/records/plan.ts'
import { formatDay } from '../../../../domain/time/dtg.ts'
import { DAY, formatDayCount, toInstant } from '../../../../domain/time/planTime.ts'
import type { Texts } from '../../../texts/TextContext.tsx'

/** `86 %`, `<1 %`; a dash where there is no time it could be bound in. */
export function sayShare(share: number | null, { number }: Texts): string {
  if (share === null) return '–'
  return share > 0 && share < 0.005 ? '<1 %' : `${number(share * 100, 0)} %`
}

type Clock = Pick<PlanRecord, 'hHour' | 'timeZone'>

/** Noon of a day: by it the day counts from H-hour, and no change of the clock moves its date. */
const noonOf = (start: number): number => start + DAY / 2

/** `14 FEB · D+12`: the day that begins at a time. */
export function sayDay(start: number, { hHour, timeZone }: Clock, { language }: Texts): string {
  const noon = noonOf(start)
  return `${formatDay(toInstant(noon, hHour), timeZone, language)} · ${formatDayCount(noon)}`
}

/** The time that stands for a day where one is chosen: the turn to its D-day, or its beginning. */
export const timeOfDay = (start: number): number => Math.max(start, Math.floor(noonOf(start) / DAY) * DAY)

/** The day, or from which day to which, between two edges. */
export function saySpan(from: number, to: number, clock: Clock, texts: Texts): string {
  const isDay = to - from <= 1_500
  const last = formatDay(toInstant(to - 1, clock.hHour), clock.timeZone, texts.language)
  return isDay
    ? sayDay(from, clock, texts)
    : `${formatDay(toInstant(from, clock.hHour), clock.timeZone, texts.language)} – ${last}`
}

/** Minutes of a day of the axis. */
export const daySpan = ({ edges }: DayAxis, day: number): { readonly start: number; readonly end: number } => ({
  start: edges[day] ?? 0,
  end: edges[day + 1] ?? edges[day] ?? 0,
})
