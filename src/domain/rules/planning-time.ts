import { CheckContext } from '../check/CheckContext.ts'
import { LAST_MINUTE } from '../check/fit.ts'
import { makeFinding, NO_FINDINGS, type Rule } from '../check/Rule.ts'
import { numberOf, sayMission, sayNumber, sayTime, textOf } from '../check/saying.ts'
import type { Id } from '../records/ids.ts'
import { formatSpan } from '../time/planTime.ts'

const RULE = 'planning-time'

/**
 * Of the time between the order from above and the start of a mission, a headquarters takes a third and leaves its
 * subordinates two (rule of one third and two thirds, military decision-making process, chapter 3). The share is the
 * plan's; it is judged in whole percent. A mission without both times is not judged.
 */
export const planningTime: Rule = {
  id: RULE,
  subjects: ['mission'],

  check(_plan, subjectId, context) {
    const facts = context.facts(subjectId as Id<'mission'>)
    const { received, ordered, id } = facts?.mission ?? {}
    if (!facts?.span || id === undefined || received === undefined || ordered === undefined) return NO_FINDINGS
    const { start } = facts.span
    if (![received, ordered, start].every((t) => Math.abs(t) <= LAST_MINUTE)) return NO_FINDINGS
    const share = context.planningSharePercent
    const [taken, whole] = [ordered - received, start - received]
    if (whole > 0 ? Math.floor((taken / whole) * 100) <= share : taken <= 0) return NO_FINDINGS
    const params = { mission: id, received, ordered, start, share }
    return [makeFinding(RULE, 'note', [id], [id], params)]
  },

  say(finding, plan, language) {
    const mission = sayMission(plan, textOf(finding, 'mission'))
    const times = ['received', 'ordered', 'start'].map((key) => numberOf(finding, key))
    const [received = 0, ordered = 0, start = 0] = times
    const [came, went, starts] = times.map((time) => sayTime(plan, time, language))
    const share = sayNumber(numberOf(finding, 'share'))
    const [taken, left] = [formatSpan(ordered - received), formatSpan(Math.max(0, start - ordered))]
    const whole = start - received
    const percent = whole > 0 ? ` (${Math.floor(((ordered - received) / whole) * 100)} %)` : ''
    return language === 'es'
      ? `La orden para ${mission} llega ${came}, sale ${went} y la misión empieza ${starts}: planearla toma ${taken}${percent}, más del ${share} %, y a los subordinados les quedan ${left}`
      : `The order for ${mission} comes in ${came}, goes out ${went} and the mission starts ${starts}: planning takes ${taken}${percent}, more than ${share} %, and subordinates are left ${left}`
  },

  repairs(finding, plan, language) {
    const mission = plan.get(textOf(finding, 'mission') as Id<'mission'>)
    if (mission?.received === undefined || mission.start === null || mission.start <= mission.received) return []
    const share = Math.min(1, new CheckContext(plan).planningSharePercent / 100)
    const ordered = Math.floor(mission.received + (mission.start - mission.received) * share)
    if (!(Math.abs(ordered) <= LAST_MINUTE)) return []
    const at = sayTime(plan, ordered, language)
    const text =
      language === 'es' ? `Dar la orden de ${mission.code} el ${at}` : `Give the order for ${mission.code} at ${at}`
    return [{ command: { type: 'editRecords', ids: [mission.id], fields: { ordered } }, text }]
  },
}
