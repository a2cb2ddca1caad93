import { parameter, terrainFactorKey } from '../../../../domain/check/parameters.ts'
import { distanceKm } from '../../../../domain/geo/distance.ts'
import { bestTravel, type Travel } from '../../../../domain/geo/travel.ts'
import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import type { Position } from '../../../../domain/records/common.ts'
import type { Mission } from '../../../../domain/records/mission.ts'
import type { Place } from '../../../../domain/records/place.ts'
import type { Unit } from '../../../../domain/records/unit.ts'
import type { Pixel } from '../../../map-engine/MapAdapter.ts'

/** Pixels from a named place within which what is dropped stands at it. */
const SNAP_PX = 14

/** The nearest of the plan's places under a pixel; null where none is near. */
export function placeNear(
  places: Iterable<Place>,
  pixel: Pixel,
  toPixel: (at: Position) => Pixel | null,
): (Place & { readonly position: Position }) | null {
  let best: (Place & { readonly position: Position }) | null = null
  let least = SNAP_PX
  for (const place of places) {
    const { position } = place
    const at = position === null ? null : toPixel(position)
    if (position === null || at === null) continue
    const distance = Math.hypot(at[0] - pixel[0], at[1] - pixel[1])
    if (distance > least) continue
    least = distance
    best = { ...place, position }
  }
  return best
}

export interface UnitMove {
  readonly km: number
  /** Soonest way by the unit's own means; null where it has none. */
  readonly travel: Travel | null
}

/** What a move of a unit from one position to another takes. */
export function unitMove(plan: PlanReader, unit: Unit, from: Position, at: Position): UnitMove {
  const km = distanceKm(from, at)
  const travel = bestTravel(km, unit.mobility, (mode) => parameter(plan, terrainFactorKey(mode)))
  return { km, travel }
}

/** Missions a unit is assigned to that last at a time, minutes from H-hour: a place stated then cuts them short. */
export function missionsAt(plan: PlanReader, unit: Unit, time: number): readonly Mission[] {
  return plan.indexes.assignmentsOfUnit.get(unit.id).flatMap(({ mission: id }) => {
    const mission = plan.get(id)
    if (mission === undefined || mission.start === null || mission.status === 'cancelled') return []
    return mission.start <= time && time < mission.start + mission.duration.likely ? [mission] : []
  })
}
