import type { Network } from '../Network.ts'
import type { Problem } from '../Problem.ts'

/** Each activity is served by one of its capable units. Activities by place in the network. */
export type SingleModel = Readonly<{
  units: number
  /** Units that may serve activity j: `capable[firstCapable[j]]` to `firstCapable[j + 1]`, exclusive. */
  firstCapable: Int32Array
  capable: Int32Array
  /** `can[j * units + u]` is 1 when u may serve j. */
  can: Uint8Array
}>

/** Every activity must have exactly one need, of one unit, that some unit fills. */
export function buildSingleModel(problem: Problem, network: Network): SingleModel {
  const units = problem.units.length
  const can = new Uint8Array(network.count * units)
  const firstCapable = new Int32Array(network.count + 1)
  const capable: number[] = []
  network.original.forEach((activity, j) => {
    const need = problem.activities[activity]?.needs[0]
    problem.units.forEach(({ skills }, u) => {
      if (!need || !skills.some(({ skill, level }) => skill === need.skill && level >= need.level)) return
      can[j * units + u] = 1
      capable.push(u)
    })
    firstCapable[j + 1] = capable.length
  })
  return { units, firstCapable, capable: Int32Array.from(capable), can }
}
