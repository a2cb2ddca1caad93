import { CheckContext } from '../check/CheckContext.ts'
import type { Finding, Repair } from '../check/Finding.ts'
import { handOverRepairs } from '../check/handOver.ts'
import { makeFinding, NO_FINDINGS, type Rule } from '../check/Rule.ts'
import { sayList, sayMission, sayUnit, textOf } from '../check/saying.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import type { ComponentKind } from '../records/common.ts'
import type { Id } from '../records/ids.ts'
import type { Language } from '../time/dtg.ts'

const COMPONENT_NAMES: Record<Language, Record<ComponentKind, string>> = {
  es: { ground: 'terrestre', naval: 'naval', air: 'aéreo', sof: 'de fuerzas especiales', partners: 'de socios' },
  en: { ground: 'ground', naval: 'naval', air: 'air', sof: 'special forces', partners: 'partners' },
}

/**
 * The unit that leads a mission belongs to a component that may lead its type. Who may lead what comes from the source's
 * table of components and mission types (GND-1 to SOF-3), kept in the mission types of the plan. Supporting units may be
 * of any component: each supports the others (CMD-4).
 */
export const outsideRole: Rule = {
  id: 'outside-role',
  subjects: ['mission'],

  check(plan, subjectId, context) {
    const facts = context.facts(subjectId as Id<'mission'>)
    if (facts === null || facts.type === undefined) return NO_FINDINGS
    const { mission, type } = facts
    const findings: Finding[] = []
    for (const { assignment, unit } of facts.assigned) {
      if (assignment.part !== 'supported') continue
      const kind = plan.get(unit.component)?.kind
      if (kind === undefined || type.components.includes(kind)) continue
      const params = { unit: unit.id, mission: mission.id, kind, may: type.components.join(' '), type: type.id }
      findings.push(makeFinding('outside-role', 'error', [mission.id, unit.id], [mission.id, unit.id], params))
    }
    return findings.length === 0 ? NO_FINDINGS : findings
  },

  say(finding, plan, language) {
    const names = COMPONENT_NAMES[language]
    const name = (key: string): string => names[key as ComponentKind] ?? key
    const unit = sayUnit(plan, textOf(finding, 'unit'))
    const mission = sayMission(plan, textOf(finding, 'mission'))
    const type = plan.get(textOf(finding, 'type') as Id<'mission-type'>)?.code ?? ''
    const may = sayList(textOf(finding, 'may').split(' ').map(name), language)
    return language === 'es'
      ? `${unit} es del componente ${name(textOf(finding, 'kind'))} y conduce ${mission}; el tipo ${type} lo conduce el componente ${may}`
      : `${unit} is of the ${name(textOf(finding, 'kind'))} component and leads ${mission}; type ${type} is led by the ${may} component`
  },

  repairs(finding, plan, language) {
    const context = new CheckContext(plan)
    const facts = context.facts(textOf(finding, 'mission') as Id<'mission'>)
    const assignment = facts?.assignments.find((a) => a.unit === finding.params.unit && a.part === 'supported')
    if (facts === null || facts.type === undefined || assignment === undefined) return []
    const repairs = handOverRepairs(context, facts.mission, assignment, language)
    return [...repairs, supportInstead(plan, assignment.id, language)]
  },
}

function supportInstead(plan: PlanReader, id: Id<'assignment'>, language: Language): Repair {
  const assignment = plan.get(id)
  const unit = sayUnit(plan, assignment?.unit ?? '')
  const mission = sayMission(plan, assignment?.mission ?? '')
  return {
    command: { type: 'editRecords', ids: [id], fields: { part: 'supporting' } },
    text:
      language === 'es'
        ? `Dejar a ${unit} en ${mission} como apoyo, sin conducirla`
        : `Keep ${unit} on ${mission} in support, not leading it`,
  }
}
