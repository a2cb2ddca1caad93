import type { CheckedProblem } from '../checkProblem.ts'
import { isPlain } from '../isPlain.ts'
import type { Pace } from '../Pace.ts'
import type { Random } from '../Random.ts'
import type { BuiltSearch } from '../Search.ts'
import { buildSingleModel } from './SingleModel.ts'
import { SingleSearch } from './SingleSearch.ts'

/** Most pairs of an activity and a unit. */
const MOST_PAIRS = 20_000_000

/** For problems in which each activity takes one capable unit, and nothing else; undefined for others. */
export function buildSingleSearch(checked: CheckedProblem, random: Random, pace: Pace): BuiltSearch | undefined {
  const { problem, network } = checked
  const isSingle =
    network.count > 0 &&
    network.count * problem.units.length <= MOST_PAIRS &&
    problem.activities.every(({ uses, needs }) => uses.length === 0 && needs.length === 1 && needs[0]?.quantity === 1)
  if (!isSingle || !isPlain(checked)) return undefined
  const search = new SingleSearch(network, buildSingleModel(problem, network), random, pace)
  return { search, services: () => search.services() }
}
