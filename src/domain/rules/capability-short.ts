import { freeUnits } from '../check/candidates.ts'
import { broughtBy, CheckContext, type MissionFacts, quantityOf } from '../check/CheckContext.ts'
import { busyUntil } from '../check/clash.ts'
import type { Repair } from '../check/Finding.ts'
import { makeFinding, NO_FINDINGS, type Rule } from '../check/Rule.ts'
import { numberOf, sayCapability, sayMission, sayNumber, sayUnit, textOf, sayLacking } from '../check/saying.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import type { CapabilityQuantity } from '../records/common.ts'
import type { Id } from '../records/ids.ts'
import type { Language } from '../time/dtg.ts'

const RULE = 'capability-short'

/**
 * What the units bring covers what the mission's type asks for (FM 5-0 B-159). A reserve is not committed and brings
 * nothing yet; nobody brings more than it has. A mission off the schedule is judged once it has units.
 */
export const capabilityShort: Rule = {
  id: RULE,
  subjects: ['mission'],

  check(_plan, subjectId, context) {
    const facts = context.facts(subjectId as Id<'mission'>)
    if (facts === null || facts.type === undefined || facts.type.capabilities.length === 0) return NO_FINDINGS
    if (facts.span === null && facts.assignments.length === 0) return NO_FINDINGS
    const short = shortOf(facts)
    if (short.length === 0) return NO_FINDINGS
    const { mission } = facts
    const units = [...new Set(facts.assignments.map((a) => a.unit))].sort()
    return short.map(({ capability, needs, has }) => {
      const params = { mission: mission.id, type: mission.type, capability, needs, has }
      return makeFinding(RULE, 'error', [mission.id, capability], [mission.id, ...units], params)
    })
  },

  say(finding, plan, language) {
    const mission = sayMission(plan, textOf(finding, 'mission'))
    const type = plan.get(textOf(finding, 'type') as Id<'mission-type'>)?.code ?? ''
    const capability = sayCapability(plan, textOf(finding, 'capability'), language)
    const [needs, has] = [numberOf(finding, 'needs'), numberOf(finding, 'has')]
    return language === 'es'
      ? `${mission} (${type}) necesita ${sayNumber(needs)} de ${capability} y sus unidades llevan ${sayNumber(has)}: ${sayLacking(sayNumber(needs - has))}`
      : `${mission} (${type}) needs ${sayNumber(needs)} of ${capability} and its units bring ${sayNumber(has)}: ${sayNumber(needs - has)} short`
  },

  repairs(finding, plan, language) {
    const context = new CheckContext(plan)
    const facts = context.facts(textOf(finding, 'mission') as Id<'mission'>)
    if (facts === null) return []
    const short = shortOf(facts)
    const here = short.find((s) => s.capability === finding.params.capability)
    if (here === undefined || !Number.isInteger(here.needs - here.has)) return []
    return [...bringMore(context, facts, here, language), ...addUnit(context, facts, short, here, language)]
  },
}

interface Short {
  readonly capability: string
  readonly needs: number
  readonly has: number
}

function shortOf(facts: MissionFacts): Short[] {
  const asked = facts.type?.capabilities ?? []
  const short: Short[] = []
  for (const { capability } of asked) {
    const needs = quantityOf(asked, capability)
    let has = 0
    for (const assigned of facts.assigned) has += broughtBy(assigned, capability)
    if (has < needs && !short.some((s) => s.capability === capability)) short.push({ capability, needs, has })
  }
  return short
}

/** A unit on the mission that has more of it, free at that time, brings more. */
function bringMore(context: CheckContext, facts: MissionFacts, short: Short, language: Language): Repair[] {
  const { plan } = context
  for (const { assignment, unit } of facts.assigned) {
    if (assignment.part === 'reserve') continue
    const quantity = broughtBy({ assignment, unit }, short.capability) + short.needs - short.has
    if (quantity > quantityOf(unit.capabilities, short.capability)) continue
    const brings = [
      ...assignment.brings.filter((b) => b.capability !== short.capability),
      { capability: short.capability, quantity },
    ]
    if (facts.span !== null) {
      const end = facts.span.end + context.recoveryMinutes
      if (busyUntil(context, unit, { start: facts.span.start, end, mission: facts.mission.id, brings }) !== null)
        continue
    }
    const name = sayCapability(plan, short.capability, language)
    const [who, code] = [sayUnit(plan, unit.id), facts.mission.code]
    const before = sayNumber(quantityOf(assignment.brings, short.capability))
    const text =
      language === 'es'
        ? `Que ${who} lleve a ${code} ${quantity} de ${name} en vez de ${before}`
        : `Let ${who} bring ${quantity} of ${name} to ${code} instead of ${before}`
    return [{ command: { type: 'editRecords', ids: [assignment.id], fields: { brings } }, text }]
  }
  return []
}

/** A free unit that has all that lacks, else one that has what this finding is about. */
function addUnit(
  context: CheckContext,
  facts: MissionFacts,
  short: readonly Short[],
  here: Short,
  language: Language,
): Repair[] {
  const isLed = facts.assignments.some((a) => a.part === 'supported')
  const lacking = ({ capability, needs, has }: Short): CapabilityQuantity => ({ capability, quantity: needs - has })
  const components = facts.type?.components ?? null
  for (const wanted of [short.map(lacking), [lacking(here)]]) {
    for (const kinds of isLed ? [components, null] : [components]) {
      const units = freeUnits(context, facts.mission, { brings: wanted, components: kinds })
      if (units.length > 0) return units.map((unit) => assign(context.plan, facts, unit.id, wanted, isLed, language))
    }
  }
  return []
}

function assign(
  plan: PlanReader,
  { mission }: MissionFacts,
  unit: Id<'unit'>,
  brings: CapabilityQuantity[],
  isLed: boolean,
  language: Language,
): Repair {
  const of = language === 'es' ? 'de' : 'of'
  const amounts = brings.map((b) => `${b.quantity} ${of} ${sayCapability(plan, b.capability, language)}`).join(', ')
  const [who, code] = [sayUnit(plan, unit), mission.code]
  return {
    command: { type: 'assignUnit', mission: mission.id, unit, part: isLed ? 'supporting' : 'supported', brings },
    text: language === 'es' ? `Asignar ${who} a ${code} con ${amounts}` : `Assign ${who} to ${code} with ${amounts}`,
  }
}
