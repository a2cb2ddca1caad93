import type { CheckedProblem, ProblemError } from './checkProblem.ts'
import { buildSkillModel } from './skills/SkillModel.ts'
import { UnitChoice } from './skills/UnitChoice.ts'

/** An activity whose needs cannot be met at once even when every unit is free. */
export function findUnserved({ problem, network }: CheckedProblem): ProblemError | undefined {
  const model = buildSkillModel(problem, network)
  const choice = new UnitChoice(model)
  const order = Int32Array.from({ length: model.units }, (_, u) => u)
  const free = new Int32Array(model.words)
  for (let j = 0; j < network.count; j += 1) {
    free.fill(-1)
    const activity = network.original[j]!
    for (const { unit } of problem.activities[activity]?.fixedUnits ?? []) free[unit >> 5]! &= ~(1 << (unit & 31))
    if (!choice.choose(j, order, free)) return { kind: 'no-units', activity, need: 0 }
  }
  return undefined
}
