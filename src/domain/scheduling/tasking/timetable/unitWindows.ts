import { allocatedSpans } from '../../../check/allocation.ts'
import type { CheckContext } from '../../../check/CheckContext.ts'
import type { Unit } from '../../../records/unit.ts'

/** Times, minutes from H-hour, in one of which all of a stay has to lie; bounds included, in order. */
export interface Window {
  readonly from: number
  readonly to: number
}

/** When a unit is allocated to the command. */
export function allocationWindows(context: CheckContext, unit: Unit): readonly Window[] {
  return allocatedSpans(unit).map(({ from, to }) => ({ from: context.toRelative(from), to: context.toRelative(to) }))
}

/** When a unit's stated readiness is at the threshold or not known. */
export function readyWindows(context: CheckContext, unit: Unit): readonly Window[] {
  const windows: Window[] = []
  let since: number | null = Number.NEGATIVE_INFINITY
  for (const { from, percent } of unit.states.readiness) {
    const isLow = Number.isFinite(percent) && percent < context.readinessThreshold
    if (isLow && since !== null) {
      windows.push({ from: since, to: context.toRelative(from) })
      since = null
    } else if (!isLow) since ??= context.toRelative(from)
  }
  if (since !== null) windows.push({ from: since, to: Number.POSITIVE_INFINITY })
  return windows
}

/** The first whole start from one on at which a stay lies in a window; infinite where there is none. */
export function nextInWindow(windows: readonly Window[], start: number, minutes: number): number {
  for (const { from, to } of windows) {
    const first = from > start ? Math.ceil(from) : start
    if (first + minutes <= to) return first
  }
  return Number.POSITIVE_INFINITY
}
