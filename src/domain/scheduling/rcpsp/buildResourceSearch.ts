import { CrowdedSearch } from '../CrowdedSearch.ts'
import type { CheckedProblem } from '../checkProblem.ts'
import { isPlain } from '../isPlain.ts'
import { membersFor } from '../membersFor.ts'
import type { Pace } from '../Pace.ts'
import type { Random } from '../Random.ts'
import type { BuiltSearch } from '../Search.ts'
import { packProfile } from './PackedProfile.ts'
import { latestEnd, SerialPass } from './SerialPass.ts'

/** Most words of a packed profile over all time steps. */
const MOST_WORDS = 8_000_000

/** For problems of renewable resources alone; undefined for others. */
export function buildResourceSearch(checked: CheckedProblem, random: Random, pace: Pace): BuiltSearch | undefined {
  const { problem, network } = checked
  if (problem.activities.some(({ needs }) => needs.length > 0) || !isPlain(checked)) return undefined
  if (problem.resources.length * network.count > MOST_WORDS) return undefined
  const amounts = Array.from(network.original, (activity) => {
    const row = problem.resources.map(() => 0)
    for (const { resource, amount } of problem.activities[activity]?.uses ?? []) row[resource]! += amount
    return row
  })
  if (amounts.some((row) => row.some((amount, r) => amount > (problem.resources[r]?.capacity ?? 0)))) return undefined
  const profile = packProfile(
    amounts,
    problem.resources.map(({ capacity }) => capacity),
  )
  if (profile.words * latestEnd(network) > MOST_WORDS) return undefined
  const search = new CrowdedSearch(network, new SerialPass(network, profile), random, () => membersFor(pace))
  return { search, services: () => [] }
}
