import type { TaskingGoal } from '../../../domain/scheduling/tasking/TaskingRequest.ts'
import type { GoalChoice } from './taskingView.ts'

/** The goals with one of them a place further up (−1) or down (1); the same list where it is at the end already. */
export function moveGoal(goals: readonly GoalChoice[], goal: TaskingGoal, by: -1 | 1): readonly GoalChoice[] {
  const from = goals.findIndex((g) => g.goal === goal)
  const to = from + by
  const moved = goals[from]
  if (moved === undefined || to < 0 || to >= goals.length) return goals
  return goals.toSpliced(from, 1).toSpliced(to, 0, moved)
}
