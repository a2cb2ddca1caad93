import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { Position } from '../../../domain/records/common.ts'
import type { MapAdapter } from '../../map-engine/MapAdapter.ts'

/** Shares of the places left out at either end, so that one far away does not make all others a dot. */
const OUTLYING = 0.02

/** Brings where the plan takes place into view. */
export function fitPlan(map: MapAdapter, plan: PlanReader): void {
  const positions: Position[] = []
  for (const { position } of plan.all('place')) if (position !== null) positions.push(position)
  map.fit(inner(positions))
}

/** The corners of the box that holds nearly all positions. */
export function inner(positions: readonly Position[]): Position[] {
  if (positions.length < 3) return [...positions]
  const range = (values: number[]): [number, number] => {
    values.sort((a, b) => a - b)
    const out = Math.floor(values.length * OUTLYING)
    return [values[out] as number, values[values.length - 1 - out] as number]
  }
  const [west, east] = range(positions.map(([longitude]) => longitude))
  const [south, north] = range(positions.map(([, latitude]) => latitude))
  return [
    [west, south],
    [east, north],
  ]
}
