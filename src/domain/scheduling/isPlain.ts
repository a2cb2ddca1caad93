import type { CheckedProblem } from './checkProblem.ts'
import { latestEnd } from './rcpsp/SerialPass.ts'

/** Most time steps of a profile: beyond them it costs more than it brings. */
const MOST_STEPS = 2_000_000

/** Whether makespan is the only goal and nothing is tied to times or places, so that time runs alike both ways. */
export function isPlain({ problem, network }: CheckedProblem): boolean {
  return (
    problem.goals.every((goal) => goal === 'makespan') &&
    problem.activities.every(
      ({ release, deadline, windows, fixedStart, fixedUnits }) =>
        !release && deadline === undefined && !windows && fixedStart === undefined && !fixedUnits?.length,
    ) &&
    (problem.units.length === 0 ||
      (problem.activities.every(
        ({ place, sorties, needs }) => needs.length === 0 || (place === undefined && !sorties),
      ) &&
        problem.units.every(({ away }) => !away?.length))) &&
    latestEnd(network) < MOST_STEPS
  )
}
