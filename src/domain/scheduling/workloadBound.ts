/** Work that falls to something of a capacity. By place in the network. */
export type Workload = Readonly<{
  /** Earliest starts. */
  head: ArrayLike<number>
  /** Time that must follow each end. */
  rest: ArrayLike<number>
  duration: ArrayLike<number>
  /** Taken of the capacity while each runs; 0 where it takes none. */
  amount: ArrayLike<number>
  capacity: number
}>

export type WorkloadBound = Readonly<{
  value: number
  /** The activities whose work says so. */
  places: readonly number[]
  work: number
  after: number
  before: number
}>

/** Pairs of an activity and an earliest start that are tried. */
const MOST_PAIRS = 60_000

/**
 * The work of those that start no earlier than `after` and have `before` or more to follow takes work / capacity at
 * least. Tries the pairs of the two, or some of very many; undefined when none exceeds `least`.
 */
export function workloadBound(
  { head, rest, duration, amount, capacity }: Workload,
  least: number,
): WorkloadBound | undefined {
  const places: number[] = []
  for (let j = 0; j < amount.length; j += 1) if (amount[j]! > 0 && duration[j]! > 0) places.push(j)
  if (places.length === 0) return undefined
  const byRest = places.toSorted((a, b) => rest[b]! - rest[a]!)
  const heads = someOf(
    [...new Set(places.map((j) => head[j]!))].sort((a, b) => a - b),
    MOST_PAIRS / places.length,
  )
  let value = least
  let found: { after: number; before: number; work: number } | undefined
  for (const after of heads) {
    let work = 0
    for (const j of byRest) {
      if (head[j]! < after) continue
      work += amount[j]! * duration[j]!
      const bound = after + Math.ceil(work / capacity) + rest[j]!
      if (bound <= value) continue
      value = bound
      found = { after, before: rest[j]!, work }
    }
  }
  if (!found) return undefined
  const { after, before } = found
  return { ...found, value, places: places.filter((j) => head[j]! >= after && rest[j]! >= before) }
}

/** About `most` of a list, the first among them, evenly spread. */
function someOf(list: readonly number[], most: number): readonly number[] {
  const step = Math.max(1, Math.ceil(list.length / Math.max(1, most)))
  return step === 1 ? list : list.filter((_, i) => i % step === 0)
}
