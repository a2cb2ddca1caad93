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
  const search = new CrowdedSearch(
    network,
    new SerialPass(network, profile, scarceWork(checked, amounts)),
    random,
    () => membersFor(pace),
  )
  return { search, services: () => [] }
}

/** Work of each activity in shares of each resource, those of little load counting little. */
function scarceWork({ problem, network }: CheckedProblem, amounts: readonly (readonly number[])[]): Float64Array {
  const { duration } = network
  const load = problem.resources.map(({ capacity }, r) =>
    amounts.reduce((sum, row, j) => sum + (row[r]! * duration[j]!) / Math.max(1, capacity), 0),
  )
  const most = Math.max(1e-9, ...load)
  const price = problem.resources.map(({ capacity }, r) => (load[r]! / most) ** 2 / Math.max(1, capacity))
  return Float64Array.from(
    amounts,
    (row, j) => duration[j]! * row.reduce((sum, amount, r) => sum + amount * price[r]!, 0),
  )
}
