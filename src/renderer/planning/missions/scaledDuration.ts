import type { DurationMinutes } from '../../../domain/records/common.ts'

/** An estimate with another likely value, minutes; the other two keep their ratio to it, as when a bar is stretched. */
export function scaledDuration(duration: DurationMinutes, likely: number): DurationMinutes {
  const scaled = (minutes: number): number => Math.max(1, Math.round((minutes * likely) / duration.likely))
  return {
    optimistic: Math.min(likely, scaled(duration.optimistic)),
    likely,
    pessimistic: Math.max(likely, scaled(duration.pessimistic)),
  }
}
