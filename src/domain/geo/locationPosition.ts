import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Location, Position } from '../records/common.ts'
import type { Mission } from '../records/mission.ts'
import { westToEast } from './between.ts'

/** Position of a location; null where its place is unknown or known by name only. */
export function locationPosition(plan: PlanReader, location: Location | null | undefined): Position | null {
  if (location === null || location === undefined) return null
  const position = 'place' in location ? plan.get(location.place)?.position : location.position
  if (position === null || position === undefined) return null
  return Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90 ? position : null
}

/** Positions of all points of a place, in order; points known by name only are left out. */
export function placePositions(plan: PlanReader, place: Mission['places'][number]): Position[] {
  return place.points.flatMap((point) => {
    const position = locationPosition(plan, point)
    return position === null ? [] : [position]
  })
}

/** Where a mission begins, for distances: its first place, of which a line counts by its first point, an area by its middle. */
export function missionPosition(plan: PlanReader, mission: Mission): Position | null {
  const place = mission.places[0]
  if (place?.shape === 'area' && place.points.length > 1) return middleOf(placePositions(plan, place))
  return locationPosition(plan, place?.points[0])
}

/** Where a mission ends: as where it begins, but for a line, which counts by its last point. */
export function missionEndPosition(plan: PlanReader, mission: Mission): Position | null {
  const place = mission.places[0]
  if (place?.shape !== 'line') return missionPosition(plan, mission)
  return locationPosition(plan, place.points.at(-1)) ?? missionPosition(plan, mission)
}

/** Mean of the corners, counted from the first so that the date line is no matter. */
function middleOf(corners: readonly Position[]): Position | null {
  const [first] = corners
  if (first === undefined) return null
  let [east, north] = [0, 0]
  for (const [lon, lat] of corners) {
    east += ((lon - first[0] + 540) % 360) - 180
    north += lat - first[1]
  }
  return [westToEast(first[0] + east / corners.length), first[1] + north / corners.length]
}
