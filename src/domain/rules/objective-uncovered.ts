import { CheckContext, spanOf } from '../check/CheckContext.ts'
import type { Repair } from '../check/Finding.ts'
import { firstFit } from '../check/fit.ts'
import { compareText } from '../check/load.ts'
import { makeFinding, NO_FINDINGS, type Rule } from '../check/Rule.ts'
import { numberOf, sayMission, sayTime, textOf } from '../check/saying.ts'
import { shiftRepair } from '../check/shift.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import { type Id, isIdOf } from '../records/ids.ts'
import type { Language } from '../time/dtg.ts'

const RULE = 'objective-uncovered'

/** Missions offered at most where any would do. */
const MOST_OFFERED = 3

/**
 * Every objective is served by a mission with a time, and every such mission serves one: tasks are tied to the objectives
 * whose conditions they are to create (ATP 5-0.2-1, measures of performance and of effectiveness).
 */
export const objectiveUncovered: Rule = {
  id: RULE,
  subjects: ['objective', 'mission'],

  check(plan, subjectId, context) {
    if (isIdOf('objective', subjectId)) return uncovered(plan, subjectId)
    const facts = context.facts(subjectId as Id<'mission'>)
    if (facts === null || facts.span === null) return NO_FINDINGS
    const { mission, span } = facts
    if (mission.objectives.some((id) => plan.has(id))) return NO_FINDINGS
    return [makeFinding(RULE, 'warning', [mission.id], [mission.id], { mission: mission.id, start: span.start })]
  },

  say(finding, plan, language) {
    const es = language === 'es'
    if ('mission' in finding.params) {
      const mission = sayMission(plan, textOf(finding, 'mission'))
      const start = sayTime(plan, numberOf(finding, 'start'), language)
      return es
        ? `${mission} empieza ${start} y no sirve a ningún objetivo`
        : `${mission} starts ${start} and serves no objective`
    }
    const objective = sayObjective(plan, textOf(finding, 'objective') as Id<'objective'>, language)
    const open = numberOf(finding, 'open')
    if (es) {
      const rest =
        open === 0 ? 'no tiene misiones' : `tiene ${open} ${open === 1 ? 'misión' : 'misiones'} sin hora y 0 con hora`
      return `${objective} ${rest}`
    }
    const rest =
      open === 0
        ? 'has no missions'
        : `has ${open} ${open === 1 ? 'mission' : 'missions'} without a time and 0 with one`
    return `${objective} ${rest}`
  },

  repairs(finding, plan, language) {
    return 'mission' in finding.params
      ? tieToObjective(plan, textOf(finding, 'mission') as Id<'mission'>, language)
      : coverObjective(plan, textOf(finding, 'objective') as Id<'objective'>, language)
  },
}

function uncovered(plan: PlanReader, id: Id<'objective'>) {
  if (!plan.has(id)) return NO_FINDINGS
  let open = 0
  for (const mission of plan.indexes.missionsOfObjective.get(id)) {
    if (spanOf(mission) !== null) return NO_FINDINGS
    if (mission.status !== 'cancelled') open += 1
  }
  return [makeFinding(RULE, 'warning', [id], [id], { objective: id, open })]
}

function sayObjective(plan: PlanReader, id: Id<'objective'>, language: Language): string {
  const objective = plan.get(id)
  if (objective === undefined) return id
  return `${objective.code} (${(language === 'en' ? objective.name.en : undefined) ?? objective.name.es})`
}

/** The objectives of the missions it enables, else the plan's own, to choose from. */
function tieToObjective(plan: PlanReader, id: Id<'mission'>, language: Language): Repair[] {
  const mission = plan.get(id)
  if (mission === undefined) return []
  const served = new Set(plan.indexes.missionsEnabledBy.get(id).flatMap((m) => m.objectives))
  const all = [...plan.all('objective')].sort(
    (a, b) => Number(served.has(b.id)) - Number(served.has(a.id)) || compareText(a.code, b.code),
  )
  return all.slice(0, MOST_OFFERED).map((objective) => {
    const text =
      language === 'es' ? `Vincular ${mission.code} a ${objective.code}` : `Tie ${mission.code} to ${objective.code}`
    return { command: { type: 'editRecords', ids: [id], fields: { objectives: [objective.id] } }, text }
  })
}

/** Puts the first waiting mission of the objective on the schedule, else ties missions that serve none yet. */
function coverObjective(plan: PlanReader, id: Id<'objective'>, language: Language): Repair[] {
  const context = new CheckContext(plan)
  const waiting = plan.indexes.missionsOfObjective
    .get(id)
    .filter((m) => m.start === null && m.status !== 'cancelled')
    .sort((a, b) => a.priority - b.priority || compareText(a.code, b.code))
  for (const mission of waiting.slice(0, MOST_OFFERED)) {
    const units = plan.indexes.assignmentsOfMission.get(mission.id).map((a) => a.unit)
    const start = firstFit(context, mission, Math.max(0, mission.earliest ?? 0), units, true)
    const repairs = shiftRepair(context, mission, start, language)
    if (repairs.length > 0) return repairs
  }
  const idle: Repair[] = []
  for (const mission of plan.all('mission')) {
    if (idle.length === MOST_OFFERED) break
    if (spanOf(mission) === null || mission.objectives.length > 0) continue
    const code = plan.get(id)?.code ?? id
    const text = language === 'es' ? `Vincular ${mission.code} a ${code}` : `Tie ${mission.code} to ${code}`
    idle.push({ command: { type: 'editRecords', ids: [mission.id], fields: { objectives: [id] } }, text })
  }
  return idle
}
