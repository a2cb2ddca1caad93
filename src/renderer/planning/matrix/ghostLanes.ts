import type { Id } from '../../../domain/records/ids.ts'
import type { BarLanes } from './barLanes.ts'
import type { Ghost, UnitGhosts } from './proposalGhosts.ts'

/** A ghost as it stands on a row, in a lane that is free of bars and of other ghosts at its time. */
export interface GhostBar {
  readonly ghost: Ghost
  readonly lane: number
  /** Where the next bar or ghost of the lane starts; Infinity after the last. */
  readonly roomTo: number
}

export interface GhostLanes {
  /** By start. */
  readonly bars: readonly GhostBar[]
  /** Lanes of the row with the ghosts on it. */
  readonly lanes: number
  /** Bars that have less room beside them, as a ghost comes next. */
  readonly roomTo: ReadonlyMap<Id<'assignment'>, number>
  readonly leaving: ReadonlySet<Id<'mission'>>
}

export const NO_GHOSTS: GhostLanes = { bars: [], lanes: 0, roomTo: new Map(), leaving: new Set() }

interface Taken {
  readonly start: number
  readonly end: number
  readonly assignment: Id<'assignment'> | null
  readonly ghost: Ghost | null
}

/** Puts ghosts, by start, where the bars of a row leave room; bars keep their lanes, new lanes come below. */
export function layGhosts(lanes: BarLanes, { ghosts, leaving }: UnitGhosts): GhostLanes {
  const taken: Taken[][] = Array.from({ length: lanes.lanes }, () => [])
  for (const { assignment, start, end, lane } of lanes.bars) {
    taken[lane]?.push({ start, end, assignment: assignment.id, ghost: null })
  }
  for (const ghost of ghosts) {
    const { start, end } = ghost
    const entry = { start, end, assignment: null, ghost }
    const free = taken.find((lane) => isFree(lane, start, end))
    if (free === undefined) taken.push([entry])
    else free.splice(firstEndingAfter(free, start), 0, entry)
  }
  const bars: GhostBar[] = []
  const roomTo = new Map<Id<'assignment'>, number>()
  for (const [lane, line] of taken.entries()) {
    for (const [i, { ghost, assignment }] of line.entries()) {
      const next = line[i + 1]
      if (ghost !== null) bars.push({ ghost, lane, roomTo: next?.start ?? Number.POSITIVE_INFINITY })
      else if (assignment !== null && next !== undefined && next.ghost !== null) roomTo.set(assignment, next.start)
    }
  }
  bars.sort((a, b) => a.ghost.start - b.ghost.start || a.lane - b.lane)
  return { bars, lanes: taken.length, roomTo, leaving }
}

/** What stands on a lane follows one another: the first that ends after a time, found by halving. */
function firstEndingAfter(lane: readonly Taken[], time: number): number {
  let [low, high] = [0, lane.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lane[middle]?.end ?? 0) > time) high = middle
    else low = middle + 1
  }
  return low
}

function isFree(lane: readonly Taken[], start: number, end: number): boolean {
  const next = lane[firstEndingAfter(lane, start)]
  return next === undefined || next.start >= end
}

/** Ghosts of a row that touch a span of time and stand within the first lanes. */
export function ghostsWithin(
  { bars }: GhostLanes,
  span: { readonly from: number; readonly to: number },
  shownLanes: number,
): GhostBar[] {
  return bars.filter(({ lane, ghost }) => lane < shownLanes && ghost.start < span.to && ghost.end > span.from)
}
