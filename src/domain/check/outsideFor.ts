import type { Area } from '../geo/Area.ts'
import { locationPosition, placePositions } from '../geo/locationPosition.ts'
import { outsideOf } from '../geo/outsideOf.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Position } from '../records/common.ts'
import type { Mission } from '../records/mission.ts'

export interface Farthest {
  readonly at: Position
  readonly km: number
}

/** Where the places of a mission reach farthest out of some areas taken together; null where they do not. */
export function outsideFor(plan: PlanReader, mission: Mission, areas: readonly Area[]): Farthest | null {
  let farthest: Farthest | null = null
  for (const place of mission.places) {
    if (place.points.length === 1 && isCovered(areas, locationPosition(plan, place.points[0]))) continue
    const found = outsideOf(areas, place.shape, placePositions(plan, place))
    if (found !== null && (farthest === null || found.km > farthest.km)) farthest = found
  }
  return farthest
}

/** The common case, without making lists. A position that is not known is not judged. */
function isCovered(areas: readonly Area[], position: Position | null): boolean {
  if (position === null) return true
  for (const area of areas) if (area.covers(position)) return true
  return false
}
