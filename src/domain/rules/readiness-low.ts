import { CheckContext, type Span } from '../check/CheckContext.ts'
import type { Finding } from '../check/Finding.ts'
import { firstFit } from '../check/fit.ts'
import { handOverRepairs } from '../check/handOver.ts'
import { makeFinding, NO_FINDINGS, type Rule } from '../check/Rule.ts'
import { numberOf, sayInstant, sayMission, sayNumber, sayUnit, textOf } from '../check/saying.ts'
import { shiftRepair } from '../check/shift.ts'
import type { Id } from '../records/ids.ts'
import type { Mission } from '../records/mission.ts'
import type { Unit } from '../records/unit.ts'
import { stateAt } from '../time/dated.ts'

const RULE = 'readiness-low'

/**
 * A unit's stated readiness stays at or above the plan's threshold for all of a mission. Readiness is what the owner
 * institutions' allocation decides (CMD-2); the threshold is the planner's own. Unstated readiness is not judged.
 */
export const readinessLow: Rule = {
  id: RULE,
  subjects: ['mission'],

  check(_plan, subjectId, context) {
    const facts = context.facts(subjectId as Id<'mission'>)
    if (facts === null || facts.span === null) return NO_FINDINGS
    const findings: Finding[] = []
    for (const { unit } of facts.assigned) {
      if (unit.states.readiness.length === 0) continue
      const lowest = lowestReadiness(context, unit, facts.span)
      if (lowest === null || lowest.percent >= context.readinessThreshold) continue
      const params = {
        unit: unit.id,
        mission: facts.mission.id,
        percent: lowest.percent,
        at: lowest.at,
        threshold: context.readinessThreshold,
      }
      const records = [facts.mission.id, unit.id]
      findings.push(makeFinding(RULE, 'warning', records, records, params))
    }
    return findings.length === 0 ? NO_FINDINGS : findings
  },

  say(finding, plan, language) {
    const unit = sayUnit(plan, textOf(finding, 'unit'))
    const mission = sayMission(plan, textOf(finding, 'mission'))
    const [percent, least] = [sayNumber(numberOf(finding, 'percent')), sayNumber(numberOf(finding, 'threshold'))]
    const at = sayInstant(plan, numberOf(finding, 'at'), language)
    return language === 'es'
      ? `${unit} está al ${percent} % de alistamiento el ${at}, durante ${mission}; el plan pide ${least} %`
      : `${unit} is at ${percent} % readiness at ${at}, during ${mission}; the plan asks ${least} %`
  },

  repairs(finding, plan, language) {
    const context = new CheckContext(plan)
    const facts = context.facts(textOf(finding, 'mission') as Id<'mission'>)
    const unit = plan.get(textOf(finding, 'unit') as Id<'unit'>)
    const assignment = facts?.assignments.find((a) => a.unit === unit?.id)
    if (facts === null || facts.span === null || unit === undefined || assignment === undefined) return []
    const start = readyStart(context, unit, facts.mission, facts.span.start)
    return [
      ...shiftRepair(context, facts.mission, start, language, finding.records),
      ...handOverRepairs(context, facts.mission, assignment, language),
    ]
  },
}

/** Lowest readiness stated for any time of a span, and the instant from which it holds in it. */
function lowestReadiness(context: CheckContext, unit: Unit, span: Span): { percent: number; at: number } | null {
  const [from, to] = [context.toInstant(span.start), context.toInstant(span.end)]
  const first = stateAt(unit.states.readiness, from)
  let lowest = first === undefined ? null : { percent: first.percent, at: from }
  if (!Number.isFinite(lowest?.percent)) lowest = null
  for (const state of unit.states.readiness) {
    if (state.from <= from || state.from >= to || !Number.isFinite(state.percent)) continue
    if (lowest === null || state.percent < lowest.percent) lowest = { percent: state.percent, at: state.from }
  }
  return lowest
}

/** The first start after a rise of the unit's readiness that keeps it at the threshold. */
function readyStart(context: CheckContext, unit: Unit, mission: Mission, after: number): number | null {
  for (const state of unit.states.readiness) {
    const from = Math.ceil(context.toRelative(state.from))
    if (from <= after || state.percent < context.readinessThreshold) continue
    const start = firstFit(context, mission, from, [unit.id])
    if (start === null) continue
    const lowest = lowestReadiness(context, unit, { start, end: start + mission.duration.likely })
    if (lowest !== null && lowest.percent >= context.readinessThreshold) return start
  }
  return null
}
