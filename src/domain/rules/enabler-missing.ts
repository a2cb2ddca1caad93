import { CheckContext, type Span, spanOf } from '../check/CheckContext.ts'
import { enablerMisfit } from '../check/enablerTiming.ts'
import type { Finding } from '../check/Finding.ts'
import { makeFinding, NO_FINDINGS, type Rule } from '../check/Rule.ts'
import { numberOf, sayMission, sayTime, textOf } from '../check/saying.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import { ENABLER_KINDS, type EnablerKind } from '../records/common.ts'
import type { Id } from '../records/ids.ts'
import type { Mission } from '../records/mission.ts'
import type { Language } from '../time/dtg.ts'
import { formatSpan } from '../time/planTime.ts'
import { enablerRepairs } from './enablerRepairs.ts'
import { ENABLER_NAMES } from './enablerNames.ts'

const RULE = 'enabler-missing'

/** Why a tie gives nothing: none, or to a mission that is gone, off the schedule, cancelled, of no such type, or mistimed. */
type Reason = 'none' | 'gone' | 'unscheduled' | 'cancelled' | 'wrong-type' | 'late' | 'early' | 'short'

/**
 * What a mission's type needs from others is tied to a mission that provides it, at the right time: the components act as
 * an integral whole, each supporting the others (CMD-4), air insertion and extraction among them (AIR-2, AIR-3). How far
 * ahead or after is a parameter of the plan.
 */
export const enablerMissing: Rule = {
  id: RULE,
  subjects: ['mission'],

  check(plan, subjectId, context) {
    const facts = context.facts(subjectId as Id<'mission'>)
    const kinds = facts?.type?.enablers
    if (facts === null || kinds === undefined || kinds.length === 0 || facts.span === null) return NO_FINDINGS
    const findings: Finding[] = []
    for (const kind of kinds) {
      const finding = missingFor(plan, context, facts.mission, facts.span, kind)
      if (finding !== null) findings.push(finding)
    }
    return findings.length === 0 ? NO_FINDINGS : findings
  },

  say(finding, plan, language) {
    const kind = textOf(finding, 'kind')
    const name = isEnablerKind(kind) ? ENABLER_NAMES[language][kind] : kind
    return language === 'es' ? sayInSpanish(finding, plan, name) : sayInEnglish(finding, plan, name)
  },

  repairs(finding, plan, language) {
    const kind = textOf(finding, 'kind')
    const mission = plan.get(textOf(finding, 'mission') as Id<'mission'>)
    if (mission === undefined || !isEnablerKind(kind)) return []
    return enablerRepairs(new CheckContext(plan), mission, kind, language)
  },
}

const isEnablerKind = (kind: string): kind is EnablerKind => (ENABLER_KINDS as readonly string[]).includes(kind)

function missingFor(
  plan: PlanReader,
  context: CheckContext,
  mission: Mission,
  span: Span,
  kind: EnablerKind,
): Finding | null {
  let first: { reason: Reason; tie: Id<'mission'> | null; at: Span | null } | null = null
  for (const tie of mission.enablers) {
    if (tie.kind !== kind) continue
    const enabler = tie.mission === mission.id ? undefined : plan.get(tie.mission)
    const at = enabler === undefined ? null : spanOf(enabler)
    const reason = reasonOf(plan, context, enabler, at, span, kind)
    if (reason === null) return null
    first ??= { reason, tie: enabler === undefined ? null : tie.mission, at }
  }
  const { reason, tie, at } = first ?? { reason: 'none' as Reason, tie: null, at: null }
  const params = {
    mission: mission.id,
    kind,
    reason,
    start: span.start,
    end: span.end,
    ...(tie === null ? {} : { enabler: tie }),
    ...(at === null ? {} : { enablerStart: at.start, enablerEnd: at.end }),
    lead: context.enablerLeadMinutes,
  }
  const records = tie === null ? [mission.id] : [mission.id, tie]
  return makeFinding(RULE, 'error', [mission.id, kind], records, params)
}

function reasonOf(
  plan: PlanReader,
  context: CheckContext,
  enabler: Mission | undefined,
  at: Span | null,
  span: Span,
  kind: EnablerKind,
): Reason | null {
  if (enabler === undefined) return 'gone'
  if (enabler.status === 'cancelled') return 'cancelled'
  if (!(plan.get(enabler.type)?.provides.includes(kind) ?? false)) return 'wrong-type'
  if (at === null) return 'unscheduled'
  return enablerMisfit(kind, at, span, context.enablerLeadMinutes)
}

interface Told {
  readonly mission: string
  readonly enabler: string
  readonly start: string
  readonly end: string
  readonly from: string
  readonly to: string
  readonly lead: string
  /** Between the two, by the kind's rule. */
  readonly span: string
}

function told(finding: Finding, plan: PlanReader, language: Language): Told {
  const time = (key: string): string => sayTime(plan, numberOf(finding, key), language)
  const [start, end] = [numberOf(finding, 'start'), numberOf(finding, 'end')]
  const [from, to] = [numberOf(finding, 'enablerStart'), numberOf(finding, 'enablerEnd')]
  const isInsertion = finding.params.kind === 'insertion'
  return {
    mission: sayMission(plan, textOf(finding, 'mission')),
    enabler: sayMission(plan, textOf(finding, 'enabler')),
    start: time('start'),
    end: time('end'),
    from: time('enablerStart'),
    to: time('enablerEnd'),
    lead: formatSpan(numberOf(finding, 'lead')),
    span: formatSpan(Math.abs(isInsertion ? to - start : from - end)),
  }
}

function sayInSpanish(finding: Finding, plan: PlanReader, name: string): string {
  const t = told(finding, plan, 'es')
  const isInsertion = finding.params.kind === 'insertion'
  const reason = textOf(finding, 'reason')
  if (finding.params.kind === 'resupply' && (reason === 'late' || reason === 'early')) {
    return `${t.mission} va de ${t.start} a ${t.end} y el reabastecimiento ${t.enabler} de ${t.from} a ${t.to}: debe caer en la misión o en el día anterior`
  }
  switch (reason) {
    case 'unscheduled':
      return `${t.mission} empieza ${t.start} y cuenta con ${t.enabler} para ${name}, que no tiene hora`
    case 'cancelled':
      return `${t.mission} empieza ${t.start} y cuenta con ${t.enabler} para ${name}, que está cancelada`
    case 'wrong-type':
      return `${t.mission} empieza ${t.start} y cuenta con ${t.enabler} para ${name}, cuyo tipo no da eso`
    case 'late':
      return isInsertion
        ? `La inserción ${t.enabler} termina ${t.to}, ${t.span} después de que ${t.mission} empiece ${t.start}`
        : `La extracción ${t.enabler} empieza ${t.from}, ${t.span} después de que ${t.mission} termine ${t.end}; se admiten ${t.lead}`
    case 'early':
      return isInsertion
        ? `La inserción ${t.enabler} termina ${t.to}, ${t.span} antes de que ${t.mission} empiece ${t.start}; se admiten ${t.lead}`
        : `La extracción ${t.enabler} empieza ${t.from}, ${t.span} antes de que ${t.mission} termine ${t.end}`
    case 'short':
      return `${t.mission} va de ${t.start} a ${t.end} y ${t.enabler} da ${name} de ${t.from} a ${t.to}: no cubre toda la misión`
    default:
      return `${t.mission} empieza ${t.start} y necesita ${name}: no hay misión vinculada que lo dé`
  }
}

function sayInEnglish(finding: Finding, plan: PlanReader, name: string): string {
  const t = told(finding, plan, 'en')
  const isInsertion = finding.params.kind === 'insertion'
  const reason = textOf(finding, 'reason')
  if (finding.params.kind === 'resupply' && (reason === 'late' || reason === 'early')) {
    return `${t.mission} runs from ${t.start} to ${t.end} and resupply ${t.enabler} from ${t.from} to ${t.to}: it must lie within the mission or the day before`
  }
  switch (reason) {
    case 'unscheduled':
      return `${t.mission} starts ${t.start} and counts on ${t.enabler} for ${name}, which has no time`
    case 'cancelled':
      return `${t.mission} starts ${t.start} and counts on ${t.enabler} for ${name}, which is cancelled`
    case 'wrong-type':
      return `${t.mission} starts ${t.start} and counts on ${t.enabler} for ${name}, whose type does not give it`
    case 'late':
      return isInsertion
        ? `Insertion ${t.enabler} ends ${t.to}, ${t.span} after ${t.mission} starts ${t.start}`
        : `Extraction ${t.enabler} starts ${t.from}, ${t.span} after ${t.mission} ends ${t.end}; ${t.lead} are allowed`
    case 'early':
      return isInsertion
        ? `Insertion ${t.enabler} ends ${t.to}, ${t.span} before ${t.mission} starts ${t.start}; ${t.lead} are allowed`
        : `Extraction ${t.enabler} starts ${t.from}, ${t.span} before ${t.mission} ends ${t.end}`
    case 'short':
      return `${t.mission} runs from ${t.start} to ${t.end} and ${t.enabler} gives ${name} from ${t.from} to ${t.to}: it does not cover the whole mission`
    default:
      return `${t.mission} starts ${t.start} and needs ${name}: no mission tied to it gives that`
  }
}
