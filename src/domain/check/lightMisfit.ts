import type { Position } from '../records/common.ts'
import type { MissionType } from '../records/missionType.ts'
import { altitudeOf, isInEphemeris, limbAltitudeOf, moonFraction, sunTurns } from '../time/ephemeris.ts'
import { moonPassages, sunPassages } from '../time/light.ts'
import type { CheckContext, Span } from './CheckContext.ts'

type Constraints = MissionType['constraints']

/** What of the light does not suit: too dark, too light, or too little moon while it is dark. */
export type LightMisfit =
  | { readonly what: 'day' | 'night' }
  /** First instant in the dark without the moon that is asked, epoch ms. */
  | { readonly what: 'moon'; readonly at: number }

export function asksForLight({ light, minIlluminationPercent }: Constraints): boolean {
  return light !== 'any' || leastShare(minIlluminationPercent) > 0
}

/** Least lit share of the moon, 0 where none is asked. */
function leastShare(percent: number | null): number {
  return percent !== null && percent > 0 && percent <= 100 ? percent / 100 : 0
}

/** The part of a mission's time whose light counts: all of it, or its start where it lasts longer than the plan's limit. */
export function judgedSpan(context: CheckContext, span: Span): Span {
  return span.end - span.start <= context.lightLongestMinutes ? span : { start: span.start, end: span.start }
}

/** A start written in whole minutes may miss a twilight by some seconds: 0.1° are 25 s of the sun's way. */
const TOLERANCE = 0.1

const BRIGHT: LightMisfit = { what: 'night' }
const DARK: LightMisfit = { what: 'day' }

/** What of the light of a place and a time (minutes from H-hour) does not suit a type; null where all does, or none is known. */
export function lightMisfit(
  context: CheckContext,
  constraints: Constraints,
  position: Position,
  span: Span,
): LightMisfit | null {
  const judged = judgedSpan(context, span)
  const [from, to] = [context.toInstant(judged.start), context.toInstant(judged.end)]
  if (!isInEphemeris(position, from) || !isInEphemeris(position, to)) return null
  const limit = -context.lightLimitDegrees
  const { light } = constraints
  if (light === 'day' && reaches('low', position, limit - TOLERANCE, from, to)) return DARK
  if (light === 'night' && reaches('high', position, limit + TOLERANCE, from, to)) return BRIGHT
  const least = leastShare(constraints.minIlluminationPercent)
  if (least === 0) return null
  for (const dark of darkSpans(position, limit, from, to)) {
    const at = moonless(position, dark.from, dark.to, least)
    if (at !== null) return { what: 'moon', at }
  }
  return null
}

/** Whether the sun gets lower or higher than a height at either end of a time or where it turns between. */
function reaches(end: 'low' | 'high', position: Position, degrees: number, from: number, to: number): boolean {
  const isPast = (t: number): boolean => {
    const height = altitudeOf('sun', position, t)
    return end === 'low' ? height < degrees : height > degrees
  }
  return isPast(from) || (to > from && (isPast(to) || sunTurns(position, from, to, end).some(isPast)))
}

function darkSpans(
  position: Position,
  limit: number,
  from: number,
  to: number,
): { readonly from: number; readonly to: number }[] {
  if (!reaches('low', position, limit - TOLERANCE, from, to)) return []
  if (!reaches('high', position, limit, from, to)) return [{ from, to }]
  const isLight = altitudeOf('sun', position, from) >= limit
  const turns = [{ at: from, isRising: isLight }, ...sunPassages(position, limit, from, to)]
  return turns.flatMap((turn, i) => (turn.isRising ? [] : [{ from: turn.at, to: turns[i + 1]?.at ?? to }]))
}

/** First instant in the dark at which the moon is down or too little of it lit; null where it gives its light all the time. */
function moonless(position: Position, from: number, to: number, least: number): number | null {
  if (moonFraction(from) < least || limbAltitudeOf('moon', position, from) < 0) return from
  if (to <= from) return null
  const set = moonPassages(position, from, to).find((z) => !z.isRising)?.at ?? null
  return set ?? (moonFraction(to) < least ? to : null)
}
