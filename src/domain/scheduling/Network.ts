import { err, ok, type Result } from '../result.ts'
import type { Precedence } from './Problem.ts'

/**
 * Activities renumbered so that predecessors come first, with their arcs both ways. Every kind of precedence becomes one
 * delay from start to start: `start[to] >= start[from] + delay` (finish-start without lag: the duration of `from`).
 * Seen backwards, with `mirror[j] = end - start[j] - duration[j]`, it is `mirror[from] >= mirror[to] + mirrorDelay`.
 */
export type Network = Readonly<{
  count: number
  /** Place in topological order -> index in the problem. */
  original: Int32Array
  /** Index in the problem -> place in topological order. */
  place: Int32Array
  duration: Int32Array
  /** Arcs into j are `before.from[before.first[j]]` to `before.first[j + 1]`, exclusive. */
  before: Arcs
  /** Arcs out of j, with the mirrored delays: what `before` is when time runs backwards. */
  after: Arcs
  /** Earliest starts by precedence alone. */
  head: Int32Array
  /** Least time from an activity's start to the end of everything that follows it, itself included. */
  tail: Int32Array
}>

export type Arcs = Readonly<{ first: Int32Array; other: Int32Array; delay: Int32Array }>

const startToStart = ({ kind, lag }: Precedence, from: number, to: number): number => {
  switch (kind) {
    case 'finish-start':
      return from + lag
    case 'start-start':
      return lag
    case 'finish-finish':
      return from + lag - to
    case 'start-finish':
      return lag - to
  }
}

const arcsBy = (count: number, arcs: readonly (readonly [number, number, number])[]): Arcs => {
  const first = new Int32Array(count + 1)
  for (const [at] of arcs) first[at + 1]! += 1
  for (let j = 0; j < count; j += 1) first[j + 1]! += first[j]!
  const fill = first.slice()
  const other = new Int32Array(arcs.length)
  const delay = new Int32Array(arcs.length)
  for (const [at, to, lag] of arcs) {
    other[fill[at]!] = to
    delay[fill[at]!] = lag
    fill[at]! += 1
  }
  return { first, other, delay }
}

/** The activities of one circle among those that a sort by predecessors could not place. */
const findCircle = (left: ReadonlySet<number>, arcs: readonly Precedence[]): number[] => {
  const before = new Map(
    arcs.filter(({ from, to }) => left.has(from) && left.has(to)).map(({ from, to }) => [to, from]),
  )
  const seen: number[] = []
  let at = [...left][0]
  while (at !== undefined && !seen.includes(at)) {
    seen.push(at)
    at = before.get(at)
  }
  return seen.slice(at === undefined ? 0 : seen.indexOf(at)).toReversed()
}

/** Indexes of `precedences` must be in range. The error lists one circle, in the order of its arcs. */
export function buildNetwork(
  durations: readonly number[],
  precedences: readonly Precedence[],
): Result<Network, readonly number[]> {
  const count = durations.length
  const missing = new Int32Array(count)
  const nexts: number[][] = durations.map(() => [])
  for (const { from, to } of precedences) {
    missing[to]! += 1
    nexts[from]?.push(to)
  }
  const original = new Int32Array(count)
  let placed = 0
  for (let j = 0; j < count; j += 1) if (missing[j] === 0) original[placed++] = j
  for (let i = 0; i < placed; i += 1) {
    for (const next of nexts[original[i]!] ?? []) {
      missing[next]! -= 1
      if (missing[next] === 0) original[placed++] = next
    }
  }
  if (placed < count) {
    return err(findCircle(new Set([...missing.keys()].filter((j) => missing[j]! > 0)), precedences))
  }
  const place = new Int32Array(count)
  for (let i = 0; i < count; i += 1) place[original[i]!] = i
  const duration = Int32Array.from(original, (j) => durations[j] ?? 0)
  const arcs = precedences.map((arc) => {
    const [from, to] = [place[arc.from]!, place[arc.to]!]
    return [from, to, startToStart(arc, duration[from]!, duration[to]!)] as const
  })
  const before = arcsBy(
    count,
    arcs.map(([from, to, delay]) => [to, from, delay]),
  )
  const after = arcsBy(
    count,
    arcs.map(([from, to, delay]) => [from, to, delay + duration[to]! - duration[from]!]),
  )
  const head = new Int32Array(count)
  const tail = new Int32Array(count)
  for (let j = 0; j < count; j += 1) {
    for (let k = before.first[j]!; k < before.first[j + 1]!; k += 1) {
      head[j] = Math.max(head[j]!, head[before.other[k]!]! + before.delay[k]!)
    }
  }
  for (let j = count - 1; j >= 0; j -= 1) {
    const own = duration[j]!
    tail[j] = own
    for (let k = after.first[j]!; k < after.first[j + 1]!; k += 1) {
      const next = after.other[k]!
      tail[j] = Math.max(tail[j]!, after.delay[k]! + own - duration[next]! + tail[next]!)
    }
  }
  return ok({ count, original, place, duration, before, after, head, tail })
}
