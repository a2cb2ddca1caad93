import { missionPosition } from '../geo/locationPosition.ts'
import type { MissionFacts } from './CheckContext.ts'
import type { CheckContext } from './CheckContext.ts'
import { startBounds, strictFit } from './fit.ts'
import { lightMisfit } from './lightMisfit.ts'
import { seasonMisfit } from './seasonMisfit.ts'

/** Starts that are asked about in full on each side before the search gives up: each may look through many missions. */
const MOST_ASKED = 150

/**
 * The start nearest to the planned one at which light and season suit the mission's type and all of its units, its order and
 * its window allow it; null where there is none within a number of steps (minutes) before or after.
 */
export function suitingStart(
  context: CheckContext,
  { mission, type, span }: MissionFacts,
  step: number,
  steps: number,
): number | null {
  if (type === undefined || span === null) return null
  const position = missionPosition(context.plan, mission)
  const length = span.end - span.start
  const suits = (start: number): boolean => {
    const at = { start, end: start + length }
    if (seasonMisfit(context, type.constraints, at) !== null) return false
    return position === null || lightMisfit(context, type.constraints, position, at) === null
  }
  const { first, last } = startBounds(context, mission)
  const planned = span.start
  const after = (): number | null => {
    let asked = 0
    for (let n = 1; n <= steps && asked < MOST_ASKED; n += 1) {
      const from = planned + n * step
      if (from > last) return null
      if (from < first || !suits(from)) continue
      asked += 1
      const start = strictFit(context, mission, from)
      if (start === null) return null
      if (start === from || suits(start)) return start
      n = Math.max(n, Math.floor((start - planned) / step))
    }
    return null
  }
  const before = (furthest: number): number | null => {
    let asked = 0
    for (let n = 1; n <= steps && n * step < furthest && asked < MOST_ASKED; n += 1) {
      const from = planned - n * step
      if (from < first) return null
      if (from > last || !suits(from)) continue
      asked += 1
      if (strictFit(context, mission, from) === from) return from
    }
    return null
  }
  const later = after()
  return before(later === null ? Number.POSITIVE_INFINITY : later - planned) ?? later
}
