import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Dependency } from '../records/dependency.ts'
import type { Id } from '../records/ids.ts'

/** Missions that wait for each other in a ring, or in several rings that hang together. */
export interface Circle {
  /** By id. */
  readonly missions: readonly Id<'mission'>[]
  /** Dependencies without which no ring is left among these missions. */
  readonly closing: readonly Dependency[]
}

/**
 * The circles of the whole dependency graph: strongly connected parts (Tarjan, on a stack of its own, so that a chain
 * of any length is walked). A cancelled mission makes nobody wait.
 */
export function findCircles(plan: PlanReader): readonly Circle[] {
  const next = new Map<Id<'mission'>, Dependency[]>()
  for (const dependency of plan.all('dependency')) {
    if (!waits(plan, dependency.predecessor) || !waits(plan, dependency.successor)) continue
    const list = next.get(dependency.predecessor)
    if (list === undefined) next.set(dependency.predecessor, [dependency])
    else list.push(dependency)
  }
  dropEnds(next)
  const parts = stronglyConnected(next)
  return parts.map((missions) => ({ missions, closing: closingOf(missions, next) })).sort(byFirst)
}

/**
 * Leaves out missions that wait for none that is left, one after the other: none of them is in a ring.
 * On a plan in order none remains, and no walk is needed.
 */
function dropEnds(next: Map<Id<'mission'>, Dependency[]>): void {
  const waitingFor = new Map<Id<'mission'>, number>()
  for (const list of next.values()) {
    for (const { successor } of list) waitingFor.set(successor, (waitingFor.get(successor) ?? 0) + 1)
  }
  const first = [...next.keys()].filter((id) => !waitingFor.has(id))
  for (let id = first.pop(); id !== undefined; id = first.pop()) {
    const list = next.get(id) ?? []
    next.delete(id)
    for (const { successor } of list) {
      const left = (waitingFor.get(successor) ?? 1) - 1
      waitingFor.set(successor, left)
      if (left === 0) first.push(successor)
    }
  }
}

function waits(plan: PlanReader, id: Id<'mission'>): boolean {
  const mission = plan.get(id)
  return mission !== undefined && mission.status !== 'cancelled'
}

const byFirst = (a: Circle, b: Circle): number => ((a.missions[0] ?? '') < (b.missions[0] ?? '') ? -1 : 1)

interface Visit {
  readonly id: Id<'mission'>
  readonly order: number
  low: number
  at: number
}

function stronglyConnected(next: ReadonlyMap<Id<'mission'>, readonly Dependency[]>): Id<'mission'>[][] {
  const found: Id<'mission'>[][] = []
  const visits = new Map<Id, Visit>()
  const open: Id<'mission'>[] = []
  const isOpen = new Set<Id>()
  const enter = (id: Id<'mission'>): Visit => {
    const visit = { id, order: visits.size, low: visits.size, at: 0 }
    visits.set(id, visit)
    open.push(id)
    isOpen.add(id)
    return visit
  }
  const leave = (visit: Visit): void => {
    if (visit.low !== visit.order) return
    const part: Id<'mission'>[] = []
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      isOpen.delete(id)
      part.push(id)
      if (id === visit.id) break
    }
    const isRing = part.length > 1 || (next.get(visit.id) ?? []).some((d) => d.successor === visit.id)
    if (isRing) found.push(part.sort())
  }
  for (const root of next.keys()) {
    if (visits.has(root)) continue
    const path = [enter(root)]
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const dependency = next.get(visit.id)?.[visit.at]
      if (dependency === undefined) {
        path.pop()
        leave(visit)
        const above = path.at(-1)
        if (above !== undefined) above.low = Math.min(above.low, visit.low)
        continue
      }
      visit.at += 1
      const seen = visits.get(dependency.successor)
      if (seen === undefined) path.push(enter(dependency.successor))
      else if (isOpen.has(seen.id)) visit.low = Math.min(visit.low, seen.order)
    }
  }
  return found
}

/** The edges that lead back to a mission still on the walk, walking from the first mission on. */
function closingOf(
  missions: readonly Id<'mission'>[],
  next: ReadonlyMap<Id<'mission'>, readonly Dependency[]>,
): Dependency[] {
  const inside = new Set<Id>(missions)
  const state = new Map<Id, 'walking' | 'done'>()
  const closing: Dependency[] = []
  for (const root of missions) {
    if (state.has(root)) continue
    state.set(root, 'walking')
    const path = [{ id: root, at: 0 }]
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const dependency = next.get(step.id)?.[step.at]
      step.at += 1
      if (dependency === undefined) {
        state.set(step.id, 'done')
        path.pop()
        continue
      }
      const to = dependency.successor
      if (!inside.has(to)) continue
      if (state.get(to) === 'walking') closing.push(dependency)
      else if (!state.has(to)) {
        state.set(to, 'walking')
        path.push({ id: to, at: 0 })
      }
    }
  }
  return closing
}
