import { assertNever } from '../../result.ts'
import type { CheckedProblem } from '../checkProblem.ts'
import type { Goal } from '../Problem.ts'

/** One broken limit outweighs any goal. */
export const BROKEN_COST = 2 ** 40

/**
 * One number for the goals in their order: the first counts in full, each further one as a fraction of one unit of the
 * one before it. 53 bits hold about three goals of plans of some hundred activities; what is lost is lost from the last.
 */
export function buildGoalCost({ problem, network }: CheckedProblem): (starts: Int32Array, travelled: number) => number {
  const { duration, original, count } = network
  const due = Array.from(original, (activity) => problem.activities[activity]?.due ?? Number.POSITIVE_INFINITY)
  const weight = Array.from(original, (activity) => problem.activities[activity]?.weight ?? 1)
  const work = duration.reduce((sum, d) => sum + d, 1)
  const value = (goal: Goal, starts: Int32Array, travelled: number): number => {
    let sum = 0
    switch (goal) {
      case 'makespan':
        for (let j = 0; j < count; j += 1) sum = Math.max(sum, starts[j]! + duration[j]!)
        return sum
      case 'lateness':
        for (let j = 0; j < count; j += 1) sum += weight[j]! * Math.max(0, starts[j]! + duration[j]! - due[j]!)
        return sum
      case 'travel':
        return travelled
      case 'early':
        for (let j = 0; j < count; j += 1) sum += starts[j]!
        return sum
      default:
        return assertNever(goal)
    }
  }
  const goals: readonly Goal[] = problem.goals.length > 0 ? problem.goals : ['makespan']
  return (starts, travelled) => {
    let cost = 0
    for (const goal of goals.toReversed()) {
      // x / (x + work) stays under 1 and grows with x.
      cost = value(goal, starts, travelled) + cost / (cost + work)
    }
    return Math.min(cost, BROKEN_COST / 2)
  }
}
