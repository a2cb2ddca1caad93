import type { ScheduledMission } from '../../plan/missionTimes.ts'
import type { Id } from '../../records/ids.ts'
import type { PlannedArc } from './riskArcs.ts'

export interface TaskOrder {
  /** Every arc that was kept leads from an earlier to a later one. */
  readonly missions: readonly ScheduledMission[]
  readonly kept: readonly PlannedArc[]
  /** Arcs left out, as they close a circle. */
  readonly dropped: readonly PlannedArc[]
}

/**
 * Missions in an order that all arcs follow, by planned start where arcs leave it open. Where missions wait for each
 * other in a circle, the one planned first goes first, and what it would have waited for is dropped.
 */
export function orderTasks(scheduled: Iterable<ScheduledMission>, arcs: Iterable<PlannedArc>): TaskOrder {
  const byStart = [...scheduled].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
  const placeByStart = new Map<Id, number>(byStart.map((m, i) => [m.id, i]))
  const waiting = new Int32Array(byStart.length)
  const next = new Map<Id, PlannedArc[]>()
  const all = [...arcs]
  for (const arc of all) {
    const to = placeByStart.get(arc.to) ?? 0
    waiting[to] = (waiting[to] ?? 0) + 1
    const list = next.get(arc.from)
    if (list === undefined) next.set(arc.from, [arc])
    else list.push(arc)
  }
  const place = new Map<Id, number>()
  const missions: ScheduledMission[] = []
  const ready = new MinHeap()
  for (const [i, count] of waiting.entries()) if (count === 0) ready.push(i)
  let first = 0
  while (missions.length < byStart.length) {
    let at = ready.pop()
    if (at === null) {
      while (place.has(byStart[first]?.id ?? ('' as Id))) first += 1
      at = first
    }
    const mission = byStart[at]
    if (mission === undefined || place.has(mission.id)) continue
    place.set(mission.id, missions.length)
    missions.push(mission)
    for (const { to } of next.get(mission.id) ?? []) {
      const index = placeByStart.get(to) ?? 0
      waiting[index] = (waiting[index] ?? 0) - 1
      if (waiting[index] === 0) ready.push(index)
    }
  }
  const isUpwards = (arc: PlannedArc): boolean => (place.get(arc.from) ?? 0) < (place.get(arc.to) ?? 0)
  return { missions, kept: all.filter(isUpwards), dropped: all.filter((arc) => !isUpwards(arc)) }
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
