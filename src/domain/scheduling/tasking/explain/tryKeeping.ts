import { LAST_MINUTE } from '../../../check/fit.ts'
import type { Placement, Requirement } from '../TaskingModel.ts'
import type { Timetable, UnitPrices } from '../Timetable.ts'
import { keyOfRequirement } from './keyOfRequirement.ts'

export interface Tried {
  readonly placement: Placement | null
  /** What was kept and came up, by key. */
  readonly hits: ReadonlyMap<string, Requirement>
}

const NO_PRICES: UnitPrices = () => 0

/**
 * The first start and team that a task has room for while only some requirements hold, and which of these came up. The
 * task must not be placed.
 */
export function tryKeeping(timetable: Timetable, task: number, isKept: (key: string) => boolean): Tried {
  const hits = new Map<string, Requirement>()
  const isWaived = (requirement: Requirement): boolean => {
    const key = keyOfRequirement(requirement)
    if (!isKept(key)) return true
    if (!hits.has(key)) hits.set(key, requirement)
    return false
  }
  return { placement: timetable.findFirst(task, -LAST_MINUTE, LAST_MINUTE, NO_PRICES, isWaived), hits }
}
