import { Board } from './search/Board.ts'
import type { GoalValue } from './Proposal.ts'
import type { TaskingModel } from './model/TaskingModel.ts'
import { Timetable } from './timetable/Timetable.ts'

/** What the goals come to in the plan as it stands, in their order; null while none of the chosen missions is whole there. */
export function goalsBefore(model: TaskingModel): readonly (number | null)[] {
  const { goals } = model.request
  const board = new Board(model, new Timetable(model))
  let placed = 0
  for (const { index } of model.tasks) {
    const current = board.timetable.currentOf(index)
    if (current === null) continue
    board.place(index, current)
    placed += 1
  }
  if (placed === 0) return goals.map(() => null)
  const costs = board.costs(new Float64Array(board.width))
  return goals.map((_, i) => wholeOf(costs[i + 1]))
}

/** The goals of a request with what they came to before and come to by the costs of a search. */
export function goalValues(
  model: TaskingModel,
  before: readonly (number | null)[],
  costs: ArrayLike<number>,
): readonly GoalValue[] {
  return model.request.goals.map((goal, i) => ({
    goal,
    before: before[i] ?? null,
    after: wholeOf(costs[i + 1]) ?? 0,
  }))
}

/** Behind the point stands what settles a tie. */
const wholeOf = (cost: number | undefined): number | null =>
  cost === undefined || !Number.isFinite(cost) ? null : Math.floor(cost)
