import type { CheckContext } from '../../../check/CheckContext.ts'
import { districtsOf, holdsFor } from '../../../check/legalBases.ts'
import { compareText } from '../../../check/load.ts'
import type { Id } from '../../../records/ids.ts'
import type { LegalBasis } from '../../../records/legalBasis.ts'
import type { Mission } from '../../../records/mission.ts'
import { joinedStarts, type StartSpan } from './StartSpan.ts'

/** Bases that cover where a mission is: its own first, then those that end first, as the most particular. */
export function basesFor(context: CheckContext, mission: Mission): readonly LegalBasis[] {
  const { plan } = context
  const districts = districtsOf(plan, mission)
  const covering = [...plan.all('legal-basis')].filter(
    (basis) => basis.districts.length === 0 || districts.every((d) => basis.districts.includes(d)),
  )
  const endOf = (basis: LegalBasis): number => basis.to ?? Number.MAX_VALUE
  const isOwn = (basis: LegalBasis): number => (basis.id === mission.legalBasis ? 0 : 1)
  return covering.sort((a, b) => isOwn(a) - isOwn(b) || endOf(a) - endOf(b) || compareText(a.id, b.id))
}

/** Starts at which one of the bases holds for all of a mission of some length. */
export function legalStarts(
  context: CheckContext,
  bases: readonly LegalBasis[],
  minutes: number,
): readonly StartSpan[] {
  return joinedStarts(
    bases.map(({ from, to }) => ({
      first: Math.ceil(context.toRelative(from)),
      last: to === null ? Number.POSITIVE_INFINITY : Math.floor(context.toRelative(to) - minutes),
    })),
  )
}

/** The first of the bases that holds for a mission then; null where none does. */
export function basisAt(
  context: CheckContext,
  bases: readonly LegalBasis[],
  start: number,
  minutes: number,
): Id<'legal-basis'> | null {
  return bases.find((basis) => holdsFor(context, basis, { start, end: start + minutes }))?.id ?? null
}
