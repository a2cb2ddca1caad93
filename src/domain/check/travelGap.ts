import { distanceKm } from '../geo/distance.ts'
import { locationPosition, missionEndPosition, missionPosition } from '../geo/locationPosition.ts'
import { bestTravel, type Mobility, type Travel } from '../geo/travel.ts'
import type { Position } from '../records/common.ts'
import type { Mission } from '../records/mission.ts'
import type { Unit } from '../records/unit.ts'
import { stateAt } from '../time/dated.ts'
import type { CheckContext } from './CheckContext.ts'

export interface Way extends Travel {
  readonly km: number
}

/** Rounding of the sphere is no reason for a finding. */
export const TRAVEL_TOLERANCE_MINUTES = 1e-6

/**
 * The soonest way of a unit from one mission to the next; null where a position or a speed is not known, for nothing is
 * guessed. A unit that another mission takes out or brings in goes by the means of that mission's units too; while that
 * mission has no unit of known speed, the way is not known.
 */
export function wayBetween(context: CheckContext, unit: Unit, from: Mission, to: Mission): Way | null {
  const start = missionEndPosition(context.plan, from)
  const end = start === null ? null : missionPosition(context.plan, to)
  return start === null || end === null ? null : wayOver(context, unit, [start, end], from, to)
}

/** The way from where the unit is known to be by date when its first mission starts; null where that is not known. */
export function wayFromLocation(
  context: CheckContext,
  unit: Unit,
  to: Mission,
  start: number,
): (Way & { readonly since: number }) | null {
  const state = stateAt(unit.states.location, context.toInstant(start))
  if (state === undefined || !Number.isFinite(state.from)) return null
  const from = locationPosition(context.plan, state.at)
  const end = from === null ? null : missionPosition(context.plan, to)
  if (from === null || end === null) return null
  const way = wayOver(context, unit, [from, end], null, to)
  return way === null ? null : { ...way, since: context.toRelative(state.from) }
}

/** The soonest way of a unit between two positions: from a mission that may have it taken out, to one that may have it brought in. */
export function wayOver(
  context: CheckContext,
  unit: Unit,
  [from, to]: readonly [from: Position, to: Position],
  out: Mission | null,
  into: Mission | null,
): Way | null {
  const taken = out === null ? NOBODY : carriersOf(context, out, 'extraction', unit)
  const brought = into === null ? NOBODY : carriersOf(context, into, 'insertion', unit)
  const carried = taken.length === 0 ? brought : [...taken, ...brought]
  if (carried.some((modes) => modes.length === 0)) return null
  const km = distanceKm(from, to)
  if (!Number.isFinite(km)) return null
  const modes = carried.length === 0 ? unit.mobility : [...unit.mobility, ...carried.flat()]
  const travel = bestTravel(km, modes, context.terrainFactor)
  return travel === null ? null : { ...travel, km }
}

type Carried = readonly (readonly Mobility[])[]

const NOBODY: Carried = []

/** Means of each mission that carries the unit there: none for one that has no unit of known speed. */
function carriersOf(context: CheckContext, mission: Mission, kind: 'insertion' | 'extraction', unit: Unit): Carried {
  if (mission.enablers.length === 0) return NOBODY
  return mission.enablers
    .filter((tie) => tie.kind === kind && tie.mission !== mission.id)
    .map((tie) => context.meansOf(tie.mission, unit.id))
}
