import type { MobilityMode } from '../records/unit.ts'

export interface Mobility {
  readonly mode: MobilityMode
  readonly speedKmh: number
}

export interface Travel extends Mobility {
  /** Not rounded. */
  readonly minutes: number
}

/** Minutes for a great-circle distance at a speed; `factor` is how much longer the real way is. */
export function travelMinutes(km: number, speedKmh: number, factor: number): number {
  return ((km * factor) / speedKmh) * 60
}

/** The mode that covers a distance soonest; null where the unit has no usable mode. */
export function bestTravel(
  km: number,
  modes: readonly Mobility[],
  factorOf: (mode: MobilityMode) => number,
): Travel | null {
  let best: Travel | null = null
  for (const { mode, speedKmh } of modes) {
    const minutes = travelMinutes(km, speedKmh, factorOf(mode))
    if (!Number.isFinite(minutes) || minutes < 0) continue
    if (best === null || minutes < best.minutes) best = { mode, speedKmh, minutes }
  }
  return best
}
