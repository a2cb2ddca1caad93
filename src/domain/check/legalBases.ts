import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Id } from '../records/ids.ts'
import type { LegalBasis } from '../records/legalBasis.ts'
import type { Mission } from '../records/mission.ts'
import type { CheckContext, Span } from './CheckContext.ts'

/** Whether a basis holds for all of a time, minutes from H-hour. */
export function holdsFor(context: CheckContext, basis: LegalBasis, span: Span): boolean {
  return basis.from <= context.toInstant(span.start) && (basis.to === null || basis.to >= context.toInstant(span.end))
}

/** Districts a mission is known to lie in, in the order of its points, each once. */
export function districtsOf(plan: PlanReader, mission: Mission): Id<'place'>[] {
  const found = new Set<Id<'place'>>()
  for (const { points } of mission.places) {
    for (const point of points) {
      const place = 'place' in point ? plan.get(point.place) : undefined
      if (place?.kind === 'district') found.add(place.id)
      else if (place !== undefined && place.district !== null) found.add(place.district)
    }
  }
  return [...found]
}
