import { spanOf } from '../../../check/CheckContext.ts'
import { LAST_MINUTE } from '../../../check/fit.ts'
import type { PlanReader } from '../../../plan/PlanDocument.ts'
import { DAY } from '../../../time/planTime.ts'
import type { StartSpan } from './StartSpan.ts'

/** Room after the last that is planned, for missions that have no bounds of their own. */
const ROOM = 365 * DAY

/**
 * Starts worth looking at where a mission says nothing: from the first that the plan reaches, in its phases or else its
 * horizon, its missions and their bounds, to a year after the last.
 */
export function missionHorizon(plan: PlanReader): StartSpan {
  const { phases, horizon } = plan.meta
  let first = phases.length > 0 ? Math.min(...phases.map((p) => p.from)) : horizon.from
  let last = Math.max(horizon.to, ...phases.map((p) => p.to))
  for (const mission of plan.all('mission')) {
    const span = spanOf(mission)
    first = Math.min(first, span?.start ?? first, mission.earliest ?? first)
    last = Math.max(last, span?.end ?? last, mission.latest ?? last)
  }
  const within = (time: number, otherwise: number): number =>
    Number.isFinite(time) ? Math.max(-LAST_MINUTE, Math.min(LAST_MINUTE, time)) : otherwise
  return { first: Math.ceil(within(first, -LAST_MINUTE)), last: Math.floor(within(last + ROOM, LAST_MINUTE)) }
}
