import type { EnablerKind } from '../records/common.ts'
import { assertNever } from '../result.ts'
import { DAY } from '../time/planTime.ts'
import type { Span } from './CheckContext.ts'

/** How an enabling mission misses its time: it comes too late, too early, or does not last. */
export type EnablerMisfit = 'late' | 'early' | 'short'

/**
 * Whether an enabling mission is at the right time for a mission: an insertion is over when it starts, an extraction
 * begins when it has ended, both within the lead; cover, boats and medical evacuation hold throughout; a route may also
 * have been opened before; a resupply lies within the mission's time or the day before it.
 */
export function enablerMisfit(
  kind: EnablerKind,
  enabler: Span,
  mission: Span,
  leadMinutes: number,
): EnablerMisfit | null {
  switch (kind) {
    case 'insertion':
      if (enabler.end > mission.start) return 'late'
      return mission.start - enabler.end > leadMinutes ? 'early' : null
    case 'extraction':
      if (enabler.start < mission.end) return 'early'
      return enabler.start - mission.end > leadMinutes ? 'late' : null
    case 'route':
      return enabler.end <= mission.start || covers(enabler, mission) ? null : 'short'
    case 'resupply':
      if (enabler.end > mission.end) return 'late'
      return enabler.start < mission.start - DAY ? 'early' : null
    case 'air-cover':
    case 'boats':
    case 'medevac':
      return covers(enabler, mission) ? null : 'short'
    default:
      return assertNever(kind)
  }
}

const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && outer.end >= inner.end

/** The earliest and latest start of an enabling mission of some length that fit; null where its length cannot cover. */
export function enablerStarts(
  kind: EnablerKind,
  minutes: number,
  mission: Span,
  leadMinutes: number,
): { readonly first: number; readonly last: number } | null {
  switch (kind) {
    case 'insertion':
      return { first: Math.ceil(mission.start - leadMinutes - minutes), last: mission.start - minutes }
    case 'extraction':
      return { first: mission.end, last: Math.floor(mission.end + leadMinutes) }
    case 'resupply': {
      const [first, last] = [Math.ceil(mission.start - DAY), mission.end - minutes]
      return first <= last ? { first, last } : null
    }
    case 'route':
    case 'air-cover':
    case 'boats':
    case 'medevac': {
      const first = mission.end - minutes
      return first <= mission.start ? { first, last: mission.start } : null
    }
    default:
      return assertNever(kind)
  }
}
