import type { Overlay } from '../../../../domain/records/overlay.ts'
import type { RecordOf } from '../../../../domain/records/catalog.ts'

/** Minutes from H-hour; null is open. */
export interface InForce {
  readonly from: number | null
  readonly to: number | null
}

/** When a measure is in force: its own times, and those of its phase where it has none of its own. */
export function inForce({ from, to, phase }: Overlay, { phases }: RecordOf<'plan'>): InForce {
  const own = phase === null ? undefined : phases.find((each) => each.key === phase)
  if (from !== null || to !== null || own === undefined) return { from, to }
  return { from: own.from, to: own.to }
}

export const isInForce = ({ from, to }: InForce, time: number): boolean =>
  (from === null || from <= time) && (to === null || time < to)
