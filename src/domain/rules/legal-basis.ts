import { CheckContext, type MissionFacts } from '../check/CheckContext.ts'
import type { Finding, Repair } from '../check/Finding.ts'
import { firstFit } from '../check/fit.ts'
import { districtsOf, holdsFor } from '../check/legalBases.ts'
import { compareText } from '../check/load.ts'
import { makeFinding, NO_FINDINGS, type Rule } from '../check/Rule.ts'
import { numberOf, sayInstant, sayMission, sayTime, textOf } from '../check/saying.ts'
import { shiftRepair } from '../check/shift.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Id } from '../records/ids.ts'
import type { LegalBasis } from '../records/legalBasis.ts'
import type { Language } from '../time/dtg.ts'
import { formatSpan } from '../time/planTime.ts'

const RULE = 'legal-basis'

/**
 * A mission whose type needs a legal basis names one that holds in its time and its districts (Const. art. 137; DL 1095
 * arts. 2, 3, 4, 12, 13). The product flags one that is missing or expired; it certifies nothing. A place whose district
 * nobody has stated is not judged.
 */
export const legalBasis: Rule = {
  id: RULE,
  subjects: ['mission'],

  check(plan, subjectId, context) {
    const facts = context.facts(subjectId as Id<'mission'>)
    if (facts === null || facts.span === null || facts.type?.needsLegalBasis !== true) return NO_FINDINGS
    const { mission, span } = facts
    const basis = mission.legalBasis === null ? undefined : plan.get(mission.legalBasis)
    const base = { mission: mission.id, type: mission.type, start: span.start, end: span.end }
    if (basis === undefined) {
      return [makeFinding(RULE, 'error', [mission.id, 'none'], [mission.id], { ...base, what: 'none' })]
    }
    const findings: Finding[] = []
    const records = [mission.id, basis.id]
    if (!holdsFor(context, basis, span)) {
      const params = { ...base, what: 'time', basis: basis.id, from: Number.isFinite(basis.from) ? basis.from : 0 }
      const until = basis.to === null ? {} : { to: basis.to }
      findings.push(makeFinding(RULE, 'error', [mission.id, 'time'], records, { ...params, ...until }))
    }
    const outside =
      basis.districts.length === 0 ? [] : districtsOf(plan, mission).filter((d) => !basis.districts.includes(d))
    if (outside.length > 0) {
      const params = { ...base, what: 'district', basis: basis.id, district: outside[0] ?? '', count: outside.length }
      findings.push(makeFinding(RULE, 'error', [mission.id, 'district'], records, params))
    }
    return findings
  },

  say(finding, plan, language) {
    const es = language === 'es'
    const mission = sayMission(plan, textOf(finding, 'mission'))
    const type = plan.get(textOf(finding, 'type') as Id<'mission-type'>)?.code ?? ''
    const start = sayTime(plan, numberOf(finding, 'start'), language)
    if (finding.params.what === 'none') {
      return es
        ? `${mission} (${type}) empieza ${start} y pide base legal: no tiene`
        : `${mission} (${type}) starts ${start} and needs a legal basis: it has none`
    }
    const document = plan.get(textOf(finding, 'basis') as Id<'legal-basis'>)?.document ?? textOf(finding, 'basis')
    if (finding.params.what === 'district') {
      const district = plan.get(textOf(finding, 'district') as Id<'place'>)?.name ?? textOf(finding, 'district')
      const rest = numberOf(finding, 'count') - 1
      const more = rest > 0 ? (es ? ` y ${rest} más` : ` and ${rest} more`) : ''
      return es
        ? `${document} no comprende el distrito ${district}${more}, donde ${mission} empieza ${start}`
        : `${document} does not cover the district of ${district}${more}, where ${mission} starts ${start}`
    }
    const end = sayTime(plan, numberOf(finding, 'end'), language)
    const from = sayInstant(plan, numberOf(finding, 'from'), language)
    const to = 'to' in finding.params ? sayInstant(plan, numberOf(finding, 'to'), language) : null
    const outside = formatSpan(minutesOutside(finding, plan))
    if (es) {
      return `${document} rige ${to === null ? `desde ${from}` : `de ${from} a ${to}`}; ${mission} va de ${start} a ${end}: ${outside} sin base`
    }
    return `${document} holds ${to === null ? `from ${from} on` : `from ${from} to ${to}`}; ${mission} runs from ${start} to ${end}: ${outside} without a basis`
  },

  repairs(finding, plan, language) {
    const context = new CheckContext(plan)
    const facts = context.facts(textOf(finding, 'mission') as Id<'mission'>)
    if (facts === null || facts.span === null) return []
    return [...otherBasis(context, facts, language), ...moveIntoBasis(context, facts, finding, language)]
  },
}

function minutesOutside(finding: Finding, plan: PlanReader): number {
  const start = plan.meta.hHour + numberOf(finding, 'start') * 60_000
  const end = plan.meta.hHour + numberOf(finding, 'end') * 60_000
  const from = numberOf(finding, 'from')
  const to = 'to' in finding.params ? numberOf(finding, 'to') : Number.POSITIVE_INFINITY
  return (end - start - Math.max(0, Math.min(end, to) - Math.max(start, from))) / 60_000
}

/** Another basis that holds for all of the mission; the one that ends first goes before, as the most particular. */
function otherBasis(context: CheckContext, { mission, span }: MissionFacts, language: Language): Repair[] {
  if (span === null) return []
  const districts = districtsOf(context.plan, mission)
  const fitting = [...context.plan.all('legal-basis')].filter(
    (basis) =>
      basis.id !== mission.legalBasis &&
      holdsFor(context, basis, span) &&
      (basis.districts.length === 0 || districts.every((d) => basis.districts.includes(d))),
  )
  const endOf = (basis: LegalBasis): number => basis.to ?? Number.MAX_VALUE
  fitting.sort((a, b) => endOf(a) - endOf(b) || compareText(a.id, b.id))
  return fitting.slice(0, 2).map((basis) => {
    const from = sayInstant(context.plan, basis.from, language)
    const to = basis.to === null ? null : sayInstant(context.plan, basis.to, language)
    const text =
      language === 'es'
        ? `Amparar ${mission.code} en ${basis.document} (${to === null ? `desde ${from}` : `de ${from} a ${to}`})`
        : `Rest ${mission.code} on ${basis.document} (${to === null ? `from ${from} on` : `from ${from} to ${to}`})`
    return { command: { type: 'editRecords', ids: [mission.id], fields: { legalBasis: basis.id } }, text }
  })
}

/** Moves the mission into the time of the basis it has, where it is long enough. */
function moveIntoBasis(context: CheckContext, facts: MissionFacts, finding: Finding, language: Language): Repair[] {
  const { mission, span } = facts
  const basis = mission.legalBasis === null ? undefined : context.plan.get(mission.legalBasis)
  if (finding.params.what !== 'time' || basis === undefined || span === null) return []
  const first = Math.ceil(context.toRelative(basis.from))
  const last = basis.to === null ? Number.MAX_VALUE : Math.floor(context.toRelative(basis.to)) - mission.duration.likely
  if (first > last) return []
  const nearest = Math.min(Math.max(span.start, first), last)
  const start = [nearest, first].map((t) => firstFit(context, mission, t, [])).find((t) => t !== null && t <= last)
  return shiftRepair(context, mission, start ?? nearest, language)
}
