import { allocatedSpans, isAllocatedFor } from '../check/allocation.ts'
import { CheckContext } from '../check/CheckContext.ts'
import type { Finding } from '../check/Finding.ts'
import { firstFit } from '../check/fit.ts'
import { handOverRepairs } from '../check/handOver.ts'
import { makeFinding, NO_FINDINGS, type Rule } from '../check/Rule.ts'
import { numberOf, sayInstant, sayMission, sayTime, sayUnit, textOf } from '../check/saying.ts'
import { shiftRepair } from '../check/shift.ts'
import type { Id } from '../records/ids.ts'
import type { Mission } from '../records/mission.ts'
import type { Unit } from '../records/unit.ts'
import { formatSpan } from '../time/planTime.ts'

const RULE = 'outside-allocation'

/**
 * All of a mission lies in a time for which the institution allocates the unit to the command (CMD-2); special-forces
 * contingents are allocated by the year (SOF). Periods that meet count as one; no period at all allows nothing.
 */
export const outsideAllocation: Rule = {
  id: RULE,
  subjects: ['mission'],

  check(_plan, subjectId, context) {
    const facts = context.facts(subjectId as Id<'mission'>)
    if (facts === null || facts.span === null) return NO_FINDINGS
    const from = context.toInstant(facts.span.start)
    const to = context.toInstant(facts.span.end)
    const findings: Finding[] = []
    for (const { unit } of facts.assigned) {
      if (isAllocatedFor(unit, from, to)) continue
      const nearest = nearestPeriod(unit, from, to)
      const params = {
        unit: unit.id,
        mission: facts.mission.id,
        start: facts.span.start,
        end: facts.span.end,
        ...(nearest === null ? { outside: (to - from) / 60_000 } : nearest),
      }
      const records = [facts.mission.id, unit.id]
      findings.push(makeFinding(RULE, 'error', records, records, params))
    }
    return findings.length === 0 ? NO_FINDINGS : findings
  },

  say(finding, plan, language) {
    const unit = sayUnit(plan, textOf(finding, 'unit'))
    const mission = sayMission(plan, textOf(finding, 'mission'))
    const start = sayTime(plan, numberOf(finding, 'start'), language)
    const end = sayTime(plan, numberOf(finding, 'end'), language)
    const outside = formatSpan(numberOf(finding, 'outside'))
    const es = language === 'es'
    if (!('from' in finding.params)) {
      return es
        ? `${unit} no tiene periodo de asignación al comando; ${mission} va de ${start} a ${end}: ${outside} fuera`
        : `${unit} has no allocation period; ${mission} runs from ${start} to ${end}: ${outside} outside`
    }
    const from = sayInstant(plan, numberOf(finding, 'from'), language)
    const to = 'to' in finding.params ? sayInstant(plan, numberOf(finding, 'to'), language) : null
    const period = es
      ? to === null
        ? `de ${from} en adelante`
        : `de ${from} a ${to}`
      : to === null
        ? `from ${from} on`
        : `from ${from} to ${to}`
    return es
      ? `La asignación de ${unit} al comando va ${period}; ${mission} va de ${start} a ${end}: ${outside} fuera`
      : `${unit} is allocated to the command ${period}; ${mission} runs from ${start} to ${end}: ${outside} outside`
  },

  repairs(finding, plan, language) {
    const context = new CheckContext(plan)
    const facts = context.facts(textOf(finding, 'mission') as Id<'mission'>)
    const unit = plan.get(textOf(finding, 'unit') as Id<'unit'>)
    const assignment = facts?.assignments.find((a) => a.unit === unit?.id)
    if (facts === null || facts.span === null || unit === undefined || assignment === undefined) return []
    const start = allocatedStart(context, unit, facts.mission, facts.span.start)
    return [
      ...shiftRepair(context, facts.mission, start, language, finding.records),
      ...handOverRepairs(context, facts.mission, assignment, language),
    ]
  },
}

/** The period that covers most of a span, else the nearest in time, and how many minutes of the span it leaves out. */
function nearestPeriod(unit: Unit, from: number, to: number): Readonly<Record<string, number>> | null {
  let best: Readonly<Record<string, number>> | null = null
  let bestDistance = Number.POSITIVE_INFINITY
  for (const period of allocatedSpans(unit)) {
    const covered = Math.min(period.to, to) - Math.max(period.from, from)
    if (-covered >= bestDistance) continue
    bestDistance = -covered
    const outside = (to - from - Math.max(0, covered)) / 60_000
    best = { from: period.from, outside, ...(Number.isFinite(period.to) ? { to: period.to } : {}) }
  }
  return best
}

const HALF_DAY = 720
const MOST_STEPS_BACK = 60

/** The start nearest to the planned one that lies in an allocation: back from the end of one, or on from its beginning. */
function allocatedStart(context: CheckContext, unit: Unit, mission: Mission, planned: number): number | null {
  const length = mission.duration.likely
  const starts = allocatedSpans(unit).flatMap((period) => {
    const first = Math.ceil(context.toRelative(period.from))
    const last = Math.floor(context.toRelative(period.to)) - length
    if (first > last) return []
    const back = last < planned ? Array.from({ length: MOST_STEPS_BACK }, (_, i) => last - i * HALF_DAY) : []
    for (const from of [...back.filter((start) => start > first), first]) {
      const start = firstFit(context, mission, from, [unit.id], true)
      if (start !== null && start <= last) return [start]
    }
    return []
  })
  return starts.sort((a, b) => Math.abs(a - planned) - Math.abs(b - planned))[0] ?? null
}
