export interface SmallestSet {
  /** In the order given. */
  readonly members: readonly string[]
  /** False where there were too few questions to try to do without each of them. */
  readonly isSmallest: boolean
}

/** Of what is kept, what stood in the way; null where nothing did. */
export type Ask = (kept: ReadonlySet<string>) => ReadonlySet<string> | null

/** So many are tried one by one; more are tried by halves first. */
const FEW = 8

/**
 * A set of requirements that cannot hold together, none of which can be left out, found by leaving out one after the
 * other, the first of the list first. `all` has to be one that cannot hold together; to keep less must never stand more
 * in the way. Asks at most `most` times.
 */
export function smallestSet(all: readonly string[], ask: Ask, most: number): SmallestSet {
  const needed: string[] = []
  let open = all
  let size = chunkOf(open)
  for (let asked = 0; open.length > 0; asked += 1) {
    if (asked >= most) return { members: inOrder(all, [...needed, ...open]), isSmallest: false }
    const rest = open.slice(size)
    const hits = ask(new Set([...needed, ...rest]))
    if (hits !== null) {
      // What did not even come up is not needed either.
      open = rest.filter((key) => hits.has(key))
      size = Math.min(size, chunkOf(open))
    } else if (size > 1) size >>= 1
    else {
      needed.push(...open.slice(0, 1))
      open = rest
      size = chunkOf(open)
    }
  }
  return { members: inOrder(all, needed), isSmallest: true }
}

const chunkOf = (list: readonly string[]): number => (list.length > FEW ? list.length >> 1 : 1)

function inOrder(all: readonly string[], some: readonly string[]): readonly string[] {
  const set = new Set(some)
  return all.filter((key) => set.has(key))
}
