import { CrowdedSearch } from '../CrowdedSearch.ts'
import type { CheckedProblem } from '../checkProblem.ts'
import { membersFor } from '../membersFor.ts'
import type { Pace } from '../Pace.ts'
import type { Random } from '../Random.ts'
import type { BuiltSearch } from '../Search.ts'
import { buildSkillModel } from '../skills/SkillModel.ts'
import { GeneralPass } from './GeneralPass.ts'

/** For any problem. */
export function buildGeneralSearch(checked: CheckedProblem, random: Random, pace: Pace): BuiltSearch {
  const { network, problem } = checked
  const pass = new GeneralPass(checked, buildSkillModel(problem, network), random)
  const search = new CrowdedSearch(network, pass, random, () => membersFor(pace))
  return { search, services: () => pass.services(), broken: () => pass.keptBroken }
}
