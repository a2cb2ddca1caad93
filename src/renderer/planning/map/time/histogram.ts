import type { MissionColumns } from '../missions/MissionColumns.ts'
import { COMPONENT_ORDER } from '../missions/missionComponent.ts'

const KINDS = COMPONENT_ORDER.length

export interface Histogram {
  /** Missions under way in each bin, by component: row after row of COMPONENT_ORDER's length. */
  readonly counts: Uint32Array
  readonly bins: number
  /** The most in one bin, all components together. */
  readonly most: number
}

/**
 * How many missions are under way in each of `bins` equal parts of a span, minutes from H-hour. Each mission is entered at
 * its first bin and taken out after its last, so that long missions cost no more than short ones.
 */
export function histogramOf(columns: MissionColumns, from: number, to: number, bins: number): Histogram {
  const counts = new Uint32Array(bins * KINDS)
  const turns = new Int32Array((bins + 1) * KINDS)
  const perMinute = bins / (to - from)
  const { start, end, component, isCancelled } = columns
  for (let row = 0; row < start.length; row += 1) {
    const first = start[row] ?? Number.NaN
    const last = end[row] ?? Number.NaN
    // A mission without a start has NaN, which is neither.
    if (!(first < to && last > from) || isCancelled[row] === 1) continue
    const kind = component[row] ?? KINDS - 1
    const enters = Math.max(0, Math.floor((first - from) * perMinute))
    const leaves = Math.min(bins, Math.max(enters + 1, Math.ceil((last - from) * perMinute)))
    const at = enters * KINDS + kind
    const out = leaves * KINDS + kind
    turns[at] = (turns[at] ?? 0) + 1
    turns[out] = (turns[out] ?? 0) - 1
  }
  const under = new Int32Array(KINDS)
  let most = 0
  for (let bin = 0; bin < bins; bin += 1) {
    let sum = 0
    for (let kind = 0; kind < KINDS; kind += 1) {
      const now = (under[kind] ?? 0) + (turns[bin * KINDS + kind] ?? 0)
      under[kind] = now
      counts[bin * KINDS + kind] = now
      sum += now
    }
    if (sum > most) most = sum
  }
  return { counts, bins, most }
}
