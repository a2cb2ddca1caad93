import type { ScheduledMission } from '../../plan/missionTimes.ts'
import type { Id } from '../../records/ids.ts'
import type { PlannedArc } from './riskArcs.ts'

export interface EventOrder {
  /** Missions by planned start. */
  readonly missions: readonly ScheduledMission[]
  /** All starts (2 × place in `missions`) and finishes (one more), so that every arc that was kept leads onwards. */
  readonly events: readonly number[]
  readonly kept: readonly PlannedArc[]
  /** Arcs left out, as they close a circle. */
  readonly dropped: readonly PlannedArc[]
}

/**
 * Starts and finishes of missions in an order that all arcs follow, by planned time where arcs leave it open. Where
 * they wait for each other in a circle, the one planned first goes first, and what it would have waited for is dropped.
 */
export function orderEvents(scheduled: Iterable<ScheduledMission>, arcs: Iterable<PlannedArc>): EventOrder {
  const missions = [...scheduled].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
  const placeOf = new Map<Id, number>(missions.map((m, i) => [m.id, i]))
  const eventsOf = ({ from, to, kind }: PlannedArc): readonly [number, number] => [
    2 * (placeOf.get(from) ?? 0) + (kind === 'finish-start' || kind === 'finish-finish' ? 1 : 0),
    2 * (placeOf.get(to) ?? 0) + (kind === 'finish-finish' || kind === 'start-finish' ? 1 : 0),
  ]
  const all = [...arcs]
  const count = 2 * missions.length
  const times = Float64Array.from({ length: count }, (_, event) => timeOf(missions, event))
  const byTime = Int32Array.from({ length: count }, (_, event) => event).sort(
    (a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b,
  )
  const rank = new Int32Array(count)
  for (const [i, event] of byTime.entries()) rank[event] = i
  const place = placeEvents(byTime, rank, [
    ...missions.map((_, i) => [2 * i, 2 * i + 1] as const),
    ...all.map(eventsOf),
  ])
  const events = [...byTime].sort((a, b) => (place[a] ?? 0) - (place[b] ?? 0))
  const isOnwards = (arc: PlannedArc): boolean => {
    const [from, to] = eventsOf(arc)
    return (place[from] ?? 0) < (place[to] ?? 0)
  }
  return { missions, events, kept: all.filter(isOnwards), dropped: all.filter((arc) => !isOnwards(arc)) }
}

function timeOf(missions: readonly ScheduledMission[], event: number): number {
  const mission = missions[event >> 1]
  return mission === undefined ? 0 : mission.start + (event % 2 === 1 ? mission.duration.likely : 0)
}

/** Place of each event in the order: those nothing is left to wait for, by rank; in a circle the first by rank. */
function placeEvents(byTime: Int32Array, rank: Int32Array, links: readonly (readonly [number, number])[]): Int32Array {
  const waiting = new Int32Array(byTime.length)
  const next = Array.from(byTime, (): number[] => [])
  for (const [from, to] of links) {
    waiting[to] = (waiting[to] ?? 0) + 1
    next[from]?.push(to)
  }
  const place = new Int32Array(byTime.length).fill(-1)
  const ready = new MinHeap()
  for (const [event, left] of waiting.entries()) if (left === 0) ready.push(rank[event] ?? 0)
  let first = 0
  for (let placed = 0; placed < byTime.length; ) {
    while (place[byTime[first] ?? 0] !== -1) first += 1
    const event = byTime[ready.pop() ?? first] ?? 0
    if ((place[event] ?? 0) >= 0) continue
    place[event] = placed
    placed += 1
    for (const to of next[event] ?? []) {
      waiting[to] = (waiting[to] ?? 0) - 1
      if (waiting[to] === 0) ready.push(rank[to] ?? 0)
    }
  }
  return place
}

/** The least of some numbers first. */
class MinHeap {
  readonly #items: number[] = []

  push(value: number): void {
    const items = this.#items
    let at = items.push(value) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      if ((items[above] as number) <= value) break
      items[at] = items[above] as number
      at = above
    }
    items[at] = value
  }

  pop(): number | null {
    const items = this.#items
    const top = items[0]
    const last = items.pop()
    if (top === undefined || last === undefined) return null
    if (items.length === 0) return top
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= items.length) break
      if (below + 1 < items.length && (items[below + 1] as number) < (items[below] as number)) below += 1
      if ((items[below] as number) >= last) break
      items[at] = items[below] as number
      at = below
    }
    items[at] = last
    return top
  }
}
