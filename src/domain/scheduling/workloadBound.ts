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

/** Activities beyond this number are only taken all together. */
const MOST_PAIRED = 3_000

/**
 * The work of those that start no earlier than `after` and have `before` or more to follow takes work / capacity at
 * least. Tries all pairs of the two; undefined when none exceeds `least`. Time: square of the number of activities.
 */
export function workloadBound(
  { head, rest, duration, amount, capacity }: Workload,
  least: number,
): WorkloadBound | undefined {
  const places: number[] = []
  for (let j = 0; j < amount.length; j += 1) if (amount[j]! > 0 && duration[j]! > 0) places.push(j)
  if (places.length === 0) return undefined
  const byRest = places.toSorted((a, b) => rest[b]! - rest[a]!)
  const heads =
    places.length > MOST_PAIRED
      ? [places.reduce((low, j) => Math.min(low, head[j]!), Number.POSITIVE_INFINITY)]
      : [...new Set(places.map((j) => head[j]!))]
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
