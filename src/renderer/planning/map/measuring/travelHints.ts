import { parameter, terrainFactorKey } from '../../../../domain/check/parameters.ts'
import { travelMinutes } from '../../../../domain/geo/travel.ts'
import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import type { MobilityMode, Unit } from '../../../../domain/records/unit.ts'

export interface TravelHint {
  readonly mode: MobilityMode
  readonly speedKmh: number
  readonly factor: number
  readonly minutes: number
}

/** How long a unit takes over a length, by each of its modes, soonest first: as the check counts it. */
export function travelHints(plan: PlanReader, unit: Unit, metres: number): readonly TravelHint[] {
  return unit.mobility
    .map(({ mode, speedKmh }) => {
      const factor = parameter(plan, terrainFactorKey(mode))
      return { mode, speedKmh, factor, minutes: travelMinutes(metres / 1000, speedKmh, factor) }
    })
    .filter(({ minutes }) => Number.isFinite(minutes))
    .toSorted((a, b) => a.minutes - b.minutes)
}
