import type { Network } from '../Network.ts'
import type { Problem } from '../Problem.ts'

/** Needs of an activity beyond this number are not tried in all combinations when it is asked whether units suffice. */
const MOST_COMBINED = 7

/** Who can serve what, as bits: bit `u & 31` of word `u >> 5` is unit u. Activities by place in the network. */
export type SkillModel = Readonly<{
  units: number
  words: number
  /** Needs of activity j are `firstNeed[j]` to `firstNeed[j + 1]`, exclusive. */
  firstNeed: Int32Array
  quantity: Int32Array
  /** `capable[need * words + w]`: units with the skill at the level. */
  capable: Int32Array
  /** `anyOf[j * words + w]`: units capable of some need of j. */
  anyOf: Int32Array
  /** Units that activity j takes in all. */
  total: Int32Array
  /**
   * Combinations of two or more needs of j (and single ones): together they take `least` units out of `mask`; that all
   * are met says that there is a choice of units (Hall), when `isComplete`.
   */
  combined: readonly Readonly<{ least: Int32Array; masks: Int32Array; isComplete: boolean }>[]
  /** How much in demand the skills of a unit are: cheap units are taken first. */
  price: Float64Array
}>

export const popcount = (bits: number): number => {
  let x = bits - ((bits >>> 1) & 0x55555555)
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Only needs of skills are looked at, less what fixed units fill of them. */
export function buildSkillModel(problem: Problem, network: Network): SkillModel {
  const units = problem.units.length
  const words = Math.max(1, Math.ceil(units / 32))
  const firstNeed = new Int32Array(network.count + 1)
  const needs = Array.from(network.original, (j) => {
    const { needs = [], fixedUnits = [] } = problem.activities[j] ?? {}
    // What the planner has filled is not asked for again.
    return needs.map((need, i) => ({
      ...need,
      quantity: Math.max(0, need.quantity - fixedUnits.filter((fixed) => fixed.need === i).length),
    }))
  })
  needs.forEach((list, j) => {
    firstNeed[j + 1] = firstNeed[j]! + list.length
  })
  const flat = needs.flat()
  const quantity = Int32Array.from(flat, (need) => need.quantity)
  const capable = new Int32Array(flat.length * words)
  const price = new Float64Array(units)
  const masks = new Map<string, Int32Array>()
  flat.forEach(({ skill, level }, i) => {
    const name = `${skill}/${level}`
    let mask = masks.get(name)
    if (!mask) {
      mask = new Int32Array(words)
      for (let u = 0; u < units; u += 1) {
        const has = problem.units[u]?.skills.some((own) => own.skill === skill && own.level >= level)
        if (has) mask[u >> 5]! |= 1 << (u & 31)
      }
      masks.set(name, mask)
    }
    capable.set(mask, i * words)
  })
  const anyOf = new Int32Array(network.count * words)
  const total = new Int32Array(network.count)
  const work = new Map<string, number>()
  const combined = needs.map((list, j) => {
    const own = list.map((_, i) => capable.subarray((firstNeed[j]! + i) * words, (firstNeed[j]! + i + 1) * words))
    list.forEach(({ skill, level, quantity }, i) => {
      total[j]! += quantity
      for (let w = 0; w < words; w += 1) anyOf[j * words + w]! |= own[i]![w]!
      const name = `${skill}/${level}`
      work.set(name, (work.get(name) ?? 0) + quantity * network.duration[j]!)
    })
    return combine(
      list.map((need) => need.quantity),
      own,
      words,
    )
  })
  for (const [name, mask] of masks) {
    const supply = mask.reduce((sum, bits) => sum + popcount(bits), 0)
    for (let u = 0; u < units; u += 1) {
      if (((mask[u >> 5]! >>> (u & 31)) & 1) === 1) price[u]! += (work.get(name) ?? 0) / supply
    }
  }
  return { units, words, firstNeed, quantity, capable, anyOf, total, combined, price }
}

function combine(
  quantities: readonly number[],
  own: readonly Int32Array[],
  words: number,
): SkillModel['combined'][number] {
  const isComplete = quantities.length <= MOST_COMBINED
  const sets = isComplete
    ? Array.from({ length: (1 << quantities.length) - 1 }, (_, i) => i + 1)
    : quantities.map((_, i) => 1 << i)
  const least = new Int32Array(sets.length)
  const masks = new Int32Array(sets.length * words)
  sets.forEach((set, s) => {
    quantities.forEach((quantity, i) => {
      if (((set >>> i) & 1) === 0) return
      least[s]! += quantity
      for (let w = 0; w < words; w += 1) masks[s * words + w]! |= own[i]![w]!
    })
  })
  return { least, masks, isComplete }
}
