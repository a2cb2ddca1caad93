import type { CheckedProblem } from '../checkProblem.ts'
import { workloads } from '../lowerBound.ts'
import { type Distances, isApart } from './distances.ts'

/** Activities that take `amount` each of something of which there is `capacity`. By place in the network. */
export type Shared = Readonly<{ places: Int32Array; amount: Int32Array; capacity: number }>

/** Two activities that can never run at once, though neither waits for the other. */
export type Pair = Readonly<{ a: number; b: number }>

/** Resources and sets of units beyond this number, those of least load, are left out. */
const MOST_LOADS = 16
/** Most groups of activities of which no two can run at once. */
const MOST_GROUPS = 40

/** What activities share, with the groups of which only one can run at a time, and the pairs among all these. */
export function findShared(checked: CheckedProblem, distances: Distances): { shared: Shared[]; pairs: Pair[] } {
  const { count, duration } = checked.network
  const loads = [...workloads(checked)].map(({ workload: { amount, capacity } }) => {
    const places = Int32Array.from(
      Array.from({ length: count }, (_, j) => j).filter((j) => amount[j]! > 0 && duration[j]! > 0),
    )
    const own = Int32Array.from(places, (j) => amount[j]!)
    const load = places.reduce((sum, j, i) => sum + own[i]! * duration[j]!, 0) / capacity
    return { load, places, amount: own, capacity }
  })
  const shared = loads.toSorted((a, b) => b.load - a.load).slice(0, MOST_LOADS)
  const clash = new Uint8Array(count * count)
  const pairs: Pair[] = []
  for (const { places, amount, capacity } of shared) {
    for (let x = 0; x < places.length; x += 1) {
      for (let y = x + 1; y < places.length; y += 1) {
        const [a, b] = [places[x]!, places[y]!]
        if (amount[x]! + amount[y]! <= capacity || clash[a * count + b] === 1) continue
        if (isApart(distances, duration, a, b)) continue
        clash[a * count + b] = 1
        clash[b * count + a] = 1
        pairs.push({ a, b })
      }
    }
  }
  const groups = findGroups(clash, distances, duration)
  return { shared: [...shared, ...groups], pairs }
}

/** Grows a group around each activity; the longest of them that hold more than a pair. */
function findGroups(clash: Uint8Array, distances: Distances, duration: Int32Array): Shared[] {
  const count = duration.length
  const never = clash.slice()
  for (let a = 0; a < count; a += 1) {
    for (let b = 0; b < count; b += 1) {
      const isLong = a !== b && duration[a]! > 0 && duration[b]! > 0
      if (isLong && isApart(distances, duration, a, b)) never[a * count + b] = 1
    }
  }
  const found = new Map<string, { length: number; group: number[] }>()
  for (let seed = 0; seed < count; seed += 1) {
    const group = [seed]
    let open = [...duration.keys()].filter((j) => never[seed * count + j] === 1)
    while (open.length > 0) {
      let most = -1
      let next = seed
      for (const j of open) {
        // Those that clash say something new; those that wait for each other are apart anyway.
        const fresh = group.reduce((sum, i) => sum + clash[i * count + j]!, 0)
        const after = open.reduce((sum, i) => sum + never[i * count + j]! * duration[i]!, 0)
        const worth = duration[j]! * (1 + fresh) + after
        if (worth <= most) continue
        most = worth
        next = j
      }
      group.push(next)
      open = open.filter((j) => never[next * count + j] === 1)
    }
    group.sort((a, b) => a - b)
    const isNew = group.some((a) => group.some((b) => clash[a * count + b] === 1))
    const length = group.reduce((sum, j) => sum + duration[j]!, 0)
    if (group.length > 2 && isNew) found.set(group.join(), { length, group })
  }
  return [...found.values()]
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_GROUPS)
    .map(({ group }) => ({ places: Int32Array.from(group), amount: new Int32Array(group.length).fill(1), capacity: 1 }))
}
