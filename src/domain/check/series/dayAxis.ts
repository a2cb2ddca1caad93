import type { PlanReader } from '../../plan/PlanDocument.ts'
import { fromLocal } from '../../time/dtg.ts'
import { DAY } from '../../time/planTime.ts'
import { offsetMinutes } from '../../time/zone.ts'
import type { CheckContext } from '../CheckContext.ts'
import { spanOf } from '../CheckContext.ts'
import { LAST_MINUTE } from '../fit.ts'
import { localDayOf } from '../sortieLoad.ts'
import { stepAt } from './Steps.ts'

const DAY_MS = DAY * 60_000

/** The days of a plan by its clocks: those of its horizon and of its missions. */
export interface DayAxis {
  /** Counted from 1 January 1970. */
  readonly firstDay: number
  /** Minutes from H-hour at which each day begins and the last one ends: one more than there are days. */
  readonly edges: Float64Array
}

export function dayAxis(context: CheckContext): DayAxis {
  const { from, to } = shownSpan(context.plan)
  const first = localDayOf(context, from)
  const last = localDayOf(context, Math.max(from, to - 1))
  if (Number.isNaN(first) || Number.isNaN(last)) return { firstDay: 0, edges: Float64Array.of(0, DAY) }
  const edges = new Float64Array(last - first + 2)
  for (let at = 0; at < edges.length; at += WEEK) fillWeek(context, first, edges, at)
  return { firstDay: first, edges }
}

const WEEK = 7

/** Asking the clocks is dear: a week that begins and ends by the same offset has no other in between. */
function fillWeek(context: CheckContext, firstDay: number, edges: Float64Array, from: number): void {
  const { timeZone } = context.plan.meta
  const startOf = (at: number): number => firstInstantOf(firstDay + at, timeZone)
  const until = Math.min(edges.length - 1, from + WEEK)
  const first = startOf(from)
  const isEven = startOf(until) - first === (until - from) * DAY_MS
  for (let at = from; at <= until; at += 1) {
    edges[at] = context.toRelative(isEven ? first + (at - from) * DAY_MS : startOf(at))
  }
}

/** Where the clocks go forward at midnight a day begins after the hour that there is not. */
function firstInstantOf(day: number, timeZone: string): number {
  const midnight = fromLocal(day * DAY_MS, timeZone)
  const before = day * DAY_MS - (midnight + offsetMinutes(timeZone, midnight) * 60_000)
  return midnight + Math.max(0, before)
}

/** Index among the days of an axis; before the first and after the last the nearest. */
export function dayIndexOf({ edges }: DayAxis, minutes: number): number {
  const index = stepAt({ at: edges, values: edges }, minutes)
  return Math.min(edges.length - 2, Math.max(0, index))
}

function shownSpan(plan: PlanReader): { readonly from: number; readonly to: number } {
  const inReach = (minutes: number): number => Math.min(LAST_MINUTE, Math.max(-LAST_MINUTE, Math.round(minutes) || 0))
  let from = inReach(plan.meta.horizon.from)
  let to = Math.max(from + 1, inReach(plan.meta.horizon.to))
  for (const mission of plan.all('mission')) {
    const span = spanOf(mission)
    if (span === null) continue
    from = Math.min(from, inReach(span.start))
    to = Math.max(to, inReach(span.end))
  }
  return { from, to }
}
