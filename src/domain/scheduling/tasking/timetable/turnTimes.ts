import type { CheckContext } from '../../../check/CheckContext.ts'
import { boundsMissions } from '../../../check/CommandAreas.ts'
import { overlaySpan } from '../../../plan/overlayTimes.ts'
import { superiorTurns } from '../../../plan/unitStates.ts'

/** Times, minutes from H-hour and ascending, at which something may change that stays as it is between them. */
export interface TurnTimes {
  /** Superiors of units. */
  readonly superiors: readonly number[]
  /** Areas of operations and of coordination, superiors. */
  readonly areas: readonly number[]
  /** Command relationships, superiors. */
  readonly commands: readonly number[]
}

export function turnTimes(context: CheckContext): TurnTimes {
  const { plan } = context
  const superiors = superiorTurns(plan.all('unit')).map((at) => Math.ceil(context.toRelative(at)))
  const areas = [...plan.all('overlay')].filter(boundsMissions).flatMap((overlay) => {
    const { from, to } = overlaySpan(plan, overlay)
    return [from, to].filter((t) => Number.isFinite(t)).map((t) => Math.ceil(t))
  })
  const commands = [...plan.all('relationship')].flatMap(({ from, to }) =>
    [from, ...(to === null ? [] : [to])].map((at) => Math.ceil(context.toRelative(at))),
  )
  const inOrder = (times: readonly number[]): readonly number[] => [...new Set(times)].sort((a, b) => a - b)
  return {
    superiors: inOrder(superiors),
    areas: inOrder([...areas, ...superiors]),
    commands: inOrder([...commands, ...superiors]),
  }
}

/** The first turn after a time; infinite where there is none. */
export function nextTurn(turns: readonly number[], after: number): number {
  let [low, high] = [0, turns.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (turns[middle]! <= after) low = middle + 1
    else high = middle
  }
  return turns[low] ?? Number.POSITIVE_INFINITY
}
