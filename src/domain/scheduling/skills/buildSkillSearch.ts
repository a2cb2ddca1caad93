import { CrowdedSearch } from '../CrowdedSearch.ts'
import type { CheckedProblem } from '../checkProblem.ts'
import { isPlain } from '../isPlain.ts'
import { membersFor } from '../membersFor.ts'
import type { Pace } from '../Pace.ts'
import type { Random } from '../Random.ts'
import { latestEnd } from '../rcpsp/SerialPass.ts'
import type { BuiltSearch } from '../Search.ts'
import { buildSkillModel } from './SkillModel.ts'
import { SkillPass } from './SkillPass.ts'

/** Most words of free units over all time steps. */
const MOST_WORDS = 8_000_000

/** For problems of units with skills alone; undefined for others. */
export function buildSkillSearch(checked: CheckedProblem, random: Random, pace: Pace): BuiltSearch | undefined {
  const { problem, network } = checked
  if (problem.activities.some(({ uses }) => uses.length > 0) || !isPlain(checked)) return undefined
  const model = buildSkillModel(problem, network)
  if (model.words * latestEnd(network) > MOST_WORDS) return undefined
  const pass = new SkillPass(network, model, random)
  const search = new CrowdedSearch(network, pass, random, () => membersFor(pace))
  return { search, services: () => pass.services() }
}
