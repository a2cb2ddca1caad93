import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import { DAY, HOUR, toRelative } from '../../../../domain/time/planTime.ts'
import type { MissionColumns } from '../missions/MissionColumns.ts'
import { clampTo } from './timeWindow.ts'

export const TIME_STEPS = ['hour', 'day', 'phase', 'event'] as const
export type TimeStep = (typeof TIME_STEPS)[number]

/** The time one step on (1) or back (-1), within the horizon; the same time where there is nothing further. */
export function steppedTime(
  step: TimeStep,
  direction: 1 | -1,
  time: number,
  plan: PlanReader,
  columns: MissionColumns,
): number {
  const { horizon, phases } = plan.meta
  switch (step) {
    case 'hour':
      return clampTo(toMultiple(time, HOUR, direction), horizon)
    case 'day':
      return clampTo(toMultiple(time, DAY, direction), horizon)
    case 'phase': {
      const turns = [...phases.flatMap((phase) => [phase.from, phase.to]), horizon.from, horizon.to]
      const sorted = Float64Array.from(turns.filter((turn) => turn >= horizon.from && turn <= horizon.to)).sort()
      return neighbour(sorted, time, direction) ?? time
    }
    case 'event':
      return clampTo(neighbour(eventsOf(plan, columns), time, direction) ?? time, horizon)
  }
}

/** The next whole hour or day from H-hour on, so that steps land on round times wherever they begin. */
function toMultiple(time: number, step: number, direction: 1 | -1): number {
  const turn = direction === 1 ? Math.floor(time / step) + 1 : Math.ceil(time / step) - 1
  return turn * step || 0
}

let last: { plan: PlanReader; revision: number; columns: number; events: Float64Array } | null = null

/** Times at which a mission begins or ends, a unit goes elsewhere or a phase turns, ascending. */
function eventsOf(plan: PlanReader, columns: MissionColumns): Float64Array {
  if (last?.plan === plan && last.revision === plan.revision && last.columns === columns.version) return last.events
  const { hHour, phases } = plan.meta
  const turns = new Set<number>(phases.flatMap((phase) => [phase.from, phase.to]))
  for (let row = 0; row < columns.start.length; row += 1) {
    if (columns.isCancelled[row] === 1 || Number.isNaN(columns.start[row])) continue
    turns.add(columns.start[row] ?? 0)
    turns.add(columns.end[row] ?? 0)
  }
  for (const unit of plan.all('unit')) {
    for (const state of unit.states.location) turns.add(toRelative(state.from, hHour))
  }
  const events = Float64Array.from(turns).sort()
  last = { plan, revision: plan.revision, columns: columns.version, events }
  return events
}

/** The nearest of ascending numbers after or before a value. */
function neighbour(ascending: Float64Array, value: number, direction: 1 | -1): number | null {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    const at = ascending[middle] ?? 0
    if (direction === 1 ? at <= value : at < value) low = middle + 1
    else high = middle
  }
  return ascending[direction === 1 ? low : low - 1] ?? null
}
