import type { Span } from '../time/timeWindow.ts'
import { phaseAt } from '../time/timeWindow.ts'
import type { MissionColumns } from './MissionColumns.ts'
import { COMPONENT_ORDER, type MissionComponent } from './missionComponent.ts'

export const MISSION_SCOPES = ['moment', 'phase', 'all'] as const
/** Which missions the map shows: those under way, those of the phase, or all. */
export type MissionScope = (typeof MISSION_SCOPES)[number]

export interface MissionFilter {
  readonly scope: MissionScope
  /** Whose missions are left out. */
  readonly hiddenKinds: ReadonlySet<MissionComponent>
}

/** How a mission is shown. */
export const HIDDEN = 0
export const FADED = 1
export const FULL = 2

export interface ShownMissions {
  /** HIDDEN, FADED or FULL of each row of the columns. */
  readonly states: Uint8Array<ArrayBuffer>
  /** How many pass the filter; more than are shown where there are too many. */
  readonly found: number
  readonly shown: number
}

/** Symbols beyond this say nothing to the eye and cost every frame. */
export const MOST_SHOWN = 2_000
const BUCKETS = 4_096

/**
 * Which missions to show at a time (minutes from H-hour): those under way in full, the others of the scope faded. Of too
 * many the nearest in time remain. Walks all rows; about a millisecond at 50,000.
 */
export function shownMissions(
  columns: MissionColumns,
  time: number,
  { scope, hiddenKinds }: MissionFilter,
  phases: readonly (Span & { readonly key: string })[],
  isKept: (row: number) => boolean,
): ShownMissions {
  const { start, end, component, isPlaced, isCancelled, missions } = columns
  const rows = missions.length
  const states = new Uint8Array(rows)
  const phase = scope === 'phase' ? phaseAt(phases, time) : null
  const isAll = scope === 'all'
  const isHidden = COMPONENT_ORDER.map((kind) => hiddenKinds.has(kind))
  const { away, perMinute } = buckets(columns, time)
  let found = 0
  for (let row = 0; row < rows; row += 1) {
    if (isPlaced[row] === 0) continue
    const from = start[row] ?? Number.NaN
    const to = end[row] ?? Number.NaN
    const isNow = from <= time && time < to && isCancelled[row] === 0
    if (!isKept(row)) {
      if (isHidden[component[row] ?? 0] === true) continue
      if (!isNow && !isAll && (phase === null || !isInPhase(from, to, phase, missions[row]?.phase))) continue
    }
    states[row] = isNow ? FULL : FADED
    found += 1
    const bucket = isNow ? 0 : bucketOf(from, to, time, perMinute)
    away[bucket] = (away[bucket] ?? 0) + 1
  }
  if (found <= MOST_SHOWN) return { states, found, shown: found }
  return { states, found, shown: keepNearest(columns, time, states, away, perMinute, isKept) }
}

const isInPhase = (from: number, to: number, phase: Span & { key: string }, own: string | null | undefined): boolean =>
  Number.isNaN(from) ? own === phase.key : from < phase.to && to > phase.from

/** Counts of missions by how far they are from the time; the first bucket is now. */
function buckets(columns: MissionColumns, time: number): { away: Uint32Array; perMinute: number } {
  const { horizon } = columns.plan.meta
  const farthest = Math.max(1, Math.abs(horizon.from - time), Math.abs(horizon.to - time))
  return { away: new Uint32Array(BUCKETS), perMinute: (BUCKETS - 2) / farthest }
}

function bucketOf(from: number, to: number, time: number, perMinute: number): number {
  if (Number.isNaN(from)) return BUCKETS - 1
  const minutes = from > time ? from - time : Math.max(0, time - to)
  return Math.min(BUCKETS - 1, 1 + Math.floor(minutes * perMinute))
}

function keepNearest(
  { start, end }: MissionColumns,
  time: number,
  states: Uint8Array<ArrayBuffer>,
  away: Uint32Array,
  perMinute: number,
  isKept: (row: number) => boolean,
): number {
  let last = 0
  let before = 0
  while (last < BUCKETS && before + (away[last] ?? 0) <= MOST_SHOWN) {
    before += away[last] ?? 0
    last += 1
  }
  let room = MOST_SHOWN - before
  let shown = 0
  for (let row = 0; row < states.length; row += 1) {
    if (states[row] === HIDDEN) continue
    const isNow = states[row] === FULL
    const bucket = isNow ? 0 : bucketOf(start[row] ?? Number.NaN, end[row] ?? Number.NaN, time, perMinute)
    if (bucket < last || isKept(row)) shown += 1
    else if (bucket === last && room > 0) {
      room -= 1
      shown += 1
    } else states[row] = HIDDEN
  }
  return shown
}
