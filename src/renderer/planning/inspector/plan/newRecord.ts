import type { PlanReader } from '../../../../domain/plan/PlanDocument.ts'
import type { NewRecord } from '../../../../domain/plan/PlanEdit.ts'
import { toInstant } from '../../../../domain/time/planTime.ts'
import type { PlanSession } from '../../../session/PlanSession.ts'
import type { Texts } from '../../../texts/TextContext.tsx'

/** Kinds that are made from the plan's sheet; missions and units have places of their own. */
export const LISTED_KINDS = ['objective', 'place', 'legal-basis', 'mission-type'] as const
export type ListedKind = (typeof LISTED_KINDS)[number]

/** A record of a kind as it is before anybody has filled it in. */
export function newRecord(
  kind: ListedKind,
  plan: PlanReader,
  session: PlanSession,
  t: Texts['t'],
): { [K in ListedKind]: NewRecord<K> }[ListedKind] {
  const number = plan.count(kind) + 1
  const name = t(`new.${kind}`, { number })
  switch (kind) {
    case 'objective':
      return { id: session.newId('objective'), code: `OBJ-${number}`, name: { es: name }, effects: [] }
    case 'place':
      return {
        id: session.newId('place'),
        name,
        kind: 'other',
        position: null,
        district: null,
        department: '',
        province: '',
        ubigeo: null,
      }
    case 'legal-basis':
      return {
        id: session.newId('legal-basis'),
        kind: 'other',
        document: name,
        districts: [],
        from: toInstant(plan.meta.horizon.from, plan.meta.hHour),
        to: toInstant(plan.meta.horizon.to, plan.meta.hHour),
        requester: '',
        approver: '',
      }
    case 'mission-type':
      return {
        id: session.newId('mission-type'),
        code: `T-${number}`,
        name: { es: name },
        components: ['ground'],
        capabilities: [],
        duration: { optimistic: 720, likely: 1_440, pessimistic: 2_880 },
        enablers: [],
        provides: [],
        needsLegalBasis: false,
        role: null,
        constraints: { light: 'any', minIlluminationPercent: null, months: null, avoids: [], maxAltitudeM: null },
        builtIn: false,
      }
  }
}
