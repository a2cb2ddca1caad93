import { CheckContext, type MissionFacts, spanOf } from '../check/CheckContext.ts'
import type { Finding } from '../check/Finding.ts'
import { successorStart } from '../check/fit.ts'
import { makeFinding, NO_FINDINGS, type Rule } from '../check/Rule.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Dependency } from '../records/dependency.ts'
import type { Id } from '../records/ids.ts'
import { orderRepairs } from './orderRepairs.ts'
import { sayOrder } from './sayOrder.ts'

const RULE = 'order-broken'

/**
 * What waits for something does wait: dependencies of the four kinds with their lag, "not before" and "not after" (no
 * antes de, no después de: the columns of critical events of the staff process), the bounds of the phase, and no circles.
 * A dependency is judged at its successor; circles once for the whole plan.
 */
export const orderBroken: Rule = {
  id: RULE,
  subjects: ['mission', 'plan'],

  check(plan, subjectId, context) {
    if (subjectId.startsWith('plan:')) return subjectId === plan.meta.id ? circles(context) : NO_FINDINGS
    const facts = context.facts(subjectId as Id<'mission'>)
    if (facts === null || facts.span === null) return NO_FINDINGS
    let findings: Finding[] | null = null
    for (const dependency of plan.indexes.dependenciesTo.get(subjectId)) {
      const finding = brokenDependency(plan, dependency, facts)
      if (finding !== null) findings = [...(findings ?? []), finding]
    }
    const bounds = brokenBounds(plan, facts)
    if (findings === null) return bounds.length === 0 ? NO_FINDINGS : bounds
    return [...findings, ...bounds]
  },

  say: sayOrder,

  repairs(finding, plan, language) {
    return orderRepairs(new CheckContext(plan), finding, language)
  },
}

function brokenDependency(plan: PlanReader, dependency: Dependency, facts: MissionFacts): Finding | null {
  const { mission, span } = facts
  if (span === null) return null
  const earliest = successorStart(plan, dependency, span.end - span.start)
  if (earliest === null || span.start >= earliest) return null
  const before = plan.get(dependency.predecessor)
  const at = before === undefined ? null : spanOf(before)
  const params = {
    what: dependency.kind,
    mission: mission.id,
    other: dependency.predecessor,
    dependency: dependency.id,
    start: span.start,
    end: span.end,
    lag: dependency.lagMinutes,
    earliest,
    otherStart: at?.start ?? 0,
    otherEnd: at?.end ?? 0,
  }
  const records = [mission.id, dependency.predecessor, dependency.id]
  return makeFinding(RULE, 'error', [dependency.id], records, params)
}

function brokenBounds(plan: PlanReader, { mission, span }: MissionFacts): readonly Finding[] {
  if (span === null || (mission.earliest === null && mission.latest === null && mission.phase === null))
    return NO_FINDINGS
  const findings: Finding[] = []
  const say = (what: string, bounds: Readonly<Record<string, string | number>>): void => {
    const params = { what, mission: mission.id, start: span.start, end: span.end, ...bounds }
    findings.push(makeFinding(RULE, 'error', [mission.id, what], [mission.id], params))
  }
  if (mission.earliest !== null && span.start < mission.earliest) say('earliest', { bound: mission.earliest })
  if (mission.latest !== null && span.end > mission.latest) say('latest', { bound: mission.latest })
  const phase = mission.phase === null ? undefined : plan.meta.phases.find((p) => p.key === mission.phase)
  if (phase !== undefined && (span.start < phase.from || span.end > phase.to)) {
    say('phase', { phase: phase.key, from: phase.from, to: phase.to })
  }
  return findings
}

function circles(context: CheckContext): readonly Finding[] {
  return context
    .circles()
    .map(({ missions }) =>
      makeFinding(RULE, 'error', ['circle', missions[0] ?? ''], missions, { what: 'circle', count: missions.length }),
    )
}
