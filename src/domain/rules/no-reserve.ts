import { freeUnits } from '../check/candidates.ts'
import { CheckContext } from '../check/CheckContext.ts'
import type { Finding, RuleId } from '../check/Finding.ts'
import type { PhaseTotal } from '../check/PhaseTotals.ts'
import { makeFinding, NO_FINDINGS, type Rule } from '../check/Rule.ts'
import { numberOf, sayMission, sayTime, sayUnit, textOf } from '../check/saying.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Id } from '../records/ids.ts'
import type { Language } from '../time/dtg.ts'

const RULE = 'no-reserve'

/**
 * In every phase in which there are missions, some unit is held in reserve: the synchronization matrix has a row for it,
 * and to commit it is a key decision (FM 5-0 B-153; ATP 5-0.2-1, decision support matrix).
 */
export const noReserve: Rule = {
  id: RULE,
  subjects: ['plan'],

  check: (plan, _subject, context) => phasesWithout(RULE, plan, context, (total) => total.reserves),

  say(finding, plan, language) {
    const { phase, missions } = sayPhase(finding, plan, language)
    return language === 'es'
      ? `La fase ${phase} tiene ${missions} y 0 unidades en reserva`
      : `Phase ${phase} has ${missions} and 0 units in reserve`
  },

  repairs(finding, plan, language) {
    const context = new CheckContext(plan)
    const mission = plan.get(textOf(finding, 'mission') as Id<'mission'>)
    if (mission === undefined) return []
    return freeUnits(context, mission, { brings: [], components: leadKinds(plan, mission.id) }).map((unit) => {
      const [who, at] = [sayUnit(plan, unit.id), sayTime(plan, mission.start ?? 0, language)]
      const text =
        language === 'es'
          ? `Tener a ${who} en reserva en ${mission.code} (${at})`
          : `Hold ${who} in reserve on ${mission.code} (${at})`
      return { command: { type: 'assignUnit', mission: mission.id, unit: unit.id, part: 'reserve', brings: [] }, text }
    })
  },
}

/** Kinds of component that lead a mission now: a reserve is of their like; null where nobody leads. */
function leadKinds(plan: PlanReader, mission: Id<'mission'>) {
  const kinds = plan.indexes.assignmentsOfMission.get(mission).flatMap((assignment) => {
    const unit = assignment.part === 'supported' ? plan.get(assignment.unit) : undefined
    const kind = unit === undefined ? undefined : plan.get(unit.component)?.kind
    return kind === undefined ? [] : [kind]
  })
  return kinds.length === 0 ? null : kinds
}

/** One finding for each phase in which missions have times and something is counted none of; it shows on the first of them. */
export function phasesWithout(
  rule: RuleId,
  plan: PlanReader,
  context: CheckContext,
  count: (total: PhaseTotal) => number,
): readonly Finding[] {
  const findings = new Map<string, Finding>()
  for (const { key } of plan.meta.phases) {
    const total = context.phases().of(key)
    if (total === null || count(total) > 0) continue
    const params = { phase: key, missions: total.missions, mission: total.first }
    findings.set(key, makeFinding(rule, 'warning', [plan.meta.id, key], [total.first], params))
  }
  return findings.size === 0 ? NO_FINDINGS : [...findings.values()]
}

/** `F2 (Reconocimiento)` and `12 misiones con hora, desde M-006 (…)`. */
export function sayPhase(finding: Finding, plan: PlanReader, language: Language) {
  const key = textOf(finding, 'phase')
  const name = plan.meta.phases.find((p) => p.key === key)?.name
  const said = name === undefined ? '' : ` (${(language === 'en' ? name.en : undefined) ?? name.es})`
  const number = numberOf(finding, 'missions')
  const first = sayMission(plan, textOf(finding, 'mission'))
  const missions =
    language === 'es'
      ? `${number} ${number === 1 ? 'misión' : 'misiones'} con hora (la primera, ${first})`
      : `${number} ${number === 1 ? 'mission' : 'missions'} with a time (${first} the first)`
  return { phase: `${key}${said}`, missions }
}
