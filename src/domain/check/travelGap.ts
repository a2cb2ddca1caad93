import { distanceKm } from '../geo/distance.ts'
import { locationPosition, missionPosition } from '../geo/locationPosition.ts'
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
  const start = missionPosition(context.plan, from)
  const end = start === null ? null : missionPosition(context.plan, to)
  if (start === null || end === null) return null
  const [out, into] = [carriersOf(context, from, 'extraction', unit), carriersOf(context, to, 'insertion', unit)]
  const carried = out.length === 0 ? into : [...out, ...into]
  return wayOf(context, unit, start, end, carried)
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
  const way = wayOf(context, unit, from, end, carriersOf(context, to, 'insertion', unit))
  return way === null ? null : { ...way, since: context.toRelative(state.from) }
}

type Carried = readonly (readonly Mobility[])[]

const NOBODY: Carried = []

function wayOf(context: CheckContext, unit: Unit, from: Position, to: Position, carried: Carried): Way | null {
  if (carried.some((modes) => modes.length === 0)) return null
  const km = distanceKm(from, to)
  if (!Number.isFinite(km)) return null
  const modes = carried.length === 0 ? unit.mobility : [...unit.mobility, ...carried.flat()]
  const travel = bestTravel(km, modes, context.terrainFactor)
  return travel === null ? null : { ...travel, km }
}

/** Means of each mission that carries the unit there: none for one that has no unit of known speed. */
function carriersOf(context: CheckContext, mission: Mission, kind: 'insertion' | 'extraction', unit: Unit): Carried {
  if (mission.enablers.length === 0) return NOBODY
  return mission.enablers
    .filter((tie) => tie.kind === kind && tie.mission !== mission.id)
    .map((tie) =>
      context.plan.indexes.assignmentsOfMission
        .get(tie.mission)
        .filter((a) => a.unit !== unit.id)
        .flatMap((a) => context.plan.get(a.unit)?.mobility ?? []),
    )
}
