import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Location, Position } from '../records/common.ts'
import type { Mission } from '../records/mission.ts'

/** Position of a location; null where its place is unknown or known by name only. */
export function locationPosition(plan: PlanReader, location: Location | null | undefined): Position | null {
  if (location === null || location === undefined) return null
  const position = 'place' in location ? plan.get(location.place)?.position : location.position
  if (position === null || position === undefined) return null
  return Number.isFinite(position[0]) && Number.isFinite(position[1]) ? position : null
}

/** Where a mission is, for distances: the first point of its first place. */
export function missionPosition(plan: PlanReader, mission: Mission): Position | null {
  return locationPosition(plan, mission.places[0]?.points[0])
}
