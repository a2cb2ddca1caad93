import { LAST_MINUTE } from '../../../check/fit.ts'
import { DAY } from '../../../time/planTime.ts'
import type { StartSpan } from '../model/StartSpan.ts'
import type { Placement, Requirement, Task } from '../model/TaskingModel.ts'
import type { Timetable, UnitPrices } from '../timetable/Timetable.ts'
import { keyOfRequirement } from './keyOfRequirement.ts'

export interface Tried {
  readonly placement: Placement | null
  /** What was kept and came up, by key; the horizon, which always holds, is not among it. */
  readonly hits: ReadonlyMap<string, Requirement>
  /** False where the budget ran out before all starts were looked at. */
  readonly isWhole: boolean
}

/** How many obstacles may still be looked at; some are dearer than others. */
export interface Budget {
  left: number
}

const NO_PRICES: UnitPrices = () => 0
/** Starts looked at before it is asked whether to go on; twice as many each time. */
const FIRST_STRETCH = 200 * DAY

/**
 * The first start and team that a task has room for within the plan's horizon while only some requirements hold, and which
 * of these came up. The task must not be placed.
 */
export function tryKeeping(
  timetable: Timetable,
  task: Task,
  isKept: (key: string) => boolean,
  budget: Budget = { left: Number.POSITIVE_INFINITY },
): Tried {
  const hits = new Map<string, Requirement>()
  const isWaived = (requirement: Requirement): boolean => {
    budget.left -= priceOf(requirement)
    if (requirement.kind === 'horizon') return false
    const key = keyOfRequirement(requirement)
    if (!isKept(key)) return true
    if (!hits.has(key)) hits.set(key, requirement)
    return false
  }
  const horizon = horizonOf(task)
  let { first } = horizon
  for (let stretch = FIRST_STRETCH; ; stretch *= 2) {
    const last = Math.min(horizon.last, first + stretch)
    const placement = timetable.findFirst(task.index, first, last, NO_PRICES, isWaived)
    if (hits.has('light')) budget.left -= ((last - first) / DAY) * PRICE_OF_DAY
    const isOver = last >= horizon.last
    if (placement !== null || isOver || budget.left <= 0) {
      return { placement, hits, isWhole: placement !== null || isOver }
    }
    first = last + 1
  }
}

/** Limits of a day's flights, and supplies, have to be worked out from all that is near; a day's light from the sky. */
const PRICE_OF_SUM = 12
const PRICE_OF_DAY = 10

function priceOf({ kind }: Requirement): number {
  return kind === 'supply' || kind === 'sorties' || kind === 'crews' ? PRICE_OF_SUM : 1
}

/** Starts within the plan's horizon. */
export function horizonOf({ bounds }: Task): StartSpan {
  const spans = bounds.find((b) => b.requirement.kind === 'horizon')?.spans ?? []
  return { first: spans[0]?.first ?? -LAST_MINUTE, last: spans.at(-1)?.last ?? LAST_MINUTE }
}
