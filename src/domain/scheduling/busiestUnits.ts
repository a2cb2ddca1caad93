/** Most pairs of a set and a unit: beyond them it takes too long. */
const MOST_PAIRS = 200_000
const LITTLE = 1e-9

/**
 * The units that have most work each which only they can do: the most of (work of the sets within) / (units) over all
 * unions of sets. By Dinkelbach's rule: guess the load, ask a minimum cut whether any units exceed it, guess theirs.
 */
export function busiestUnits(sets: readonly (readonly number[])[], work: readonly number[]): Set<number> {
  const all = [...new Set(sets.flat())]
  if (all.length === 0 || sets.length * all.length > MOST_PAIRS) return new Set(all)
  const nodeOf = new Map(all.map((unit, i) => [unit, i]))
  const inNodes = sets.map((set) => set.map((unit) => nodeOf.get(unit) ?? 0))
  let best = new Set(all.keys())
  for (;;) {
    const isIn = (set: readonly number[]): boolean => set.every((node) => best.has(node))
    const load = inNodes.reduce((sum, set, i) => sum + (isIn(set) ? (work[i] ?? 0) : 0), 0) / best.size
    const over = overloaded(inNodes, work, all.length, load)
    if (over.size === 0 || over.size === best.size) return new Set([...best].map((node) => all[node] ?? 0))
    best = over
  }
}

/** Units reached from sets whose work does not fit when each unit takes `load`; none when all of it fits. */
function overloaded(sets: readonly number[][], work: readonly number[], units: number, load: number): Set<number> {
  const flow = sets.map((set) => new Float64Array(set.length))
  const taken = new Float64Array(units)
  const left = Float64Array.from(sets, (_, i) => work[i] ?? 0)
  const served = Array.from({ length: units }, (): (readonly [number, number])[] => [])
  for (const [i, set] of sets.entries()) set.forEach((unit, k) => served[unit]?.push([i, k]))
  for (;;) {
    // Breadth first from the sets with work left, over units, back over what they took from other sets.
    const setFrom = new Int32Array(sets.length).fill(-1)
    const unitFrom = new Int32Array(units).fill(-1)
    const queue = [...sets.keys()].filter((i) => left[i]! > LITTLE)
    for (const i of queue) setFrom[i] = units
    let end = -1
    for (let q = 0; q < queue.length && end < 0; q += 1) {
      const i = queue[q]!
      for (const unit of sets[i]!) {
        if (unitFrom[unit]! >= 0) continue
        unitFrom[unit] = i
        if (load - taken[unit]! > LITTLE) {
          end = unit
          break
        }
        for (const [other, k] of served[unit]!) {
          if (setFrom[other]! >= 0 || flow[other]![k]! <= LITTLE) continue
          setFrom[other] = unit
          queue.push(other)
        }
      }
    }
    if (end < 0) return new Set([...unitFrom.keys()].filter((unit) => unitFrom[unit]! >= 0))
    let amount = load - taken[end]!
    for (let unit = end; ; ) {
      const i = unitFrom[unit]!
      unit = setFrom[i]!
      if (unit === units) {
        amount = Math.min(amount, left[i]!)
        break
      }
      amount = Math.min(amount, flow[i]![sets[i]!.indexOf(unit)]!)
    }
    taken[end]! += amount
    for (let unit = end; ; ) {
      const i = unitFrom[unit]!
      flow[i]![sets[i]!.indexOf(unit)]! += amount
      unit = setFrom[i]!
      if (unit === units) {
        left[i]! -= amount
        break
      }
      flow[i]![sets[i]!.indexOf(unit)]! -= amount
    }
  }
}
