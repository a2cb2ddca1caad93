import { quantityOf } from '../../../check/CheckContext.ts'
import type { Conflict, Demand } from '../Proposal.ts'
import { ALL_STARTS, commonStarts, type StartSpan } from '../model/StartSpan.ts'
import type { Bound, Task, TaskingModel } from '../model/TaskingModel.ts'

/**
 * What keeps a task from any place whatever is booked, as far as a look at it tells: bounds that leave no start, nobody to
 * lead it, or more asked than all units have. No requirements where none of these is so.
 */
export function glanceAt(model: TaskingModel, task: Task): Conflict {
  const bounds = task.spans.length > 0 ? [] : closing(task.bounds)
  if (bounds.length > 0) return { requirements: bounds.map(demandOf), isProven: true }
  if (task.needsLeader && task.leaders.length === 0) {
    return { requirements: [{ requirement: { kind: 'leader' }, asked: 1, has: 0, freed: null }], isProven: true }
  }
  const able = new Set([...task.leaders, ...task.supporters])
  for (const { capability, quantity } of task.needs) {
    let has = 0
    for (const unit of able) {
      has += quantityOf(model.units[unit]?.capabilities ?? [], capability)
      if (has >= quantity) break
    }
    if (has >= quantity) continue
    const requirement = { kind: 'capability', capability } as const
    return { requirements: [{ requirement, asked: quantity, has, freed: null }], isProven: true }
  }
  return { requirements: [], isProven: false }
}

/** Bounds that leave no start together, without those that are not needed for that. */
function closing(bounds: readonly Bound[]): readonly Bound[] {
  let left = bounds
  for (const bound of bounds) {
    const rest = left.filter((b) => b !== bound)
    if (startsIn(rest).length === 0) left = rest
  }
  return left
}

const startsIn = (bounds: readonly Bound[]): readonly StartSpan[] =>
  bounds.reduce((all, { spans }) => commonStarts(all, spans), ALL_STARTS)

function demandOf({ requirement, spans }: Bound): Demand {
  const [first, last] = [spans[0]?.first ?? Number.NaN, spans.at(-1)?.last ?? Number.NaN]
  return {
    requirement,
    ...(Number.isFinite(first) ? { first } : {}),
    ...(Number.isFinite(last) ? { last } : {}),
    freed: null,
  }
}
