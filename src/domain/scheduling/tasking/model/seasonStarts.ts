import type { CheckContext } from '../../../check/CheckContext.ts'
import { asksForSeason, seasonMisfit } from '../../../check/seasonMisfit.ts'
import type { MissionType } from '../../../records/missionType.ts'
import { offsetMinutes } from '../../../time/zone.ts'
import { ALL_STARTS, joinedStarts, NO_STARTS, type StartSpan } from './StartSpan.ts'

/** More months than any plan reaches over: ten years either way of H-hour. */
const MOST_MONTHS = 260

/** Of the starts in a span those whose months suit a type for a mission of some length. */
export function seasonStarts(
  context: CheckContext,
  constraints: MissionType['constraints'],
  minutes: number,
  within: StartSpan,
): readonly StartSpan[] {
  if (!asksForSeason(constraints)) return ALL_STARTS
  const suits = (start: number): boolean => seasonMisfit(context, constraints, { start, end: start + minutes }) === null
  const turns = monthTurns(context, within.first, within.last + minutes)
  if (turns === null) return suits(within.first) ? ALL_STARTS : NO_STARTS
  const found: StartSpan[] = []
  let since: number | null = null
  const edges = [within.first, ...turns, within.last + minutes]
  for (const [i, from] of edges.entries()) {
    const until = edges[i + 1]
    const isOpen = until !== undefined && seasonMisfit(context, constraints, { start: from, end: from + 1 }) === null
    if (isOpen) since ??= from
    else if (since !== null) {
      const last = from - minutes
      if (since <= last && suits(since) && suits(last)) found.push({ first: since, last })
      since = null
    }
  }
  return joinedStarts(found)
}

/** First minutes of months after a time up to another, by the plan's clocks; null beyond what dates hold. */
function monthTurns(context: CheckContext, from: number, to: number): readonly number[] | null {
  const zone = context.plan.meta.timeZone
  const first = context.toInstant(from)
  if (!(Math.abs(first) < 8.6e15) || !(Math.abs(context.toInstant(to)) < 8.6e15)) return null
  const local = new Date(first + offsetMinutes(zone, first) * 60_000)
  const turns: number[] = []
  for (let n = 1; n <= MOST_MONTHS; n += 1) {
    const utc = Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + n, 1)
    const at = Math.ceil(context.toRelative(utc - offsetMinutes(zone, utc) * 60_000))
    if (at >= to) break
    if (at > from) turns.push(at)
  }
  return turns
}
