import { CheckContext, spanOf } from '../check/CheckContext.ts'
import type { Rule } from '../check/Rule.ts'
import { textOf } from '../check/saying.ts'
import type { Id } from '../records/ids.ts'
import { addEnablerRepair } from './enablerRepairs.ts'
import { phasesWithout, sayPhase } from './no-reserve.ts'

const RULE = 'no-medevac'

/**
 * In every phase in which there are missions, one of them gives medical evacuation or is tied to a mission that does: it
 * is among the tasks of the naval and air components (NAV-3, AIR-3), to which the others turn.
 */
export const noMedevac: Rule = {
  id: RULE,
  subjects: ['plan'],

  check: (plan, _subject, context) => phasesWithout(RULE, plan, context, (total) => total.medevacs),

  say(finding, plan, language) {
    const { phase, missions } = sayPhase(finding, plan, language)
    return language === 'es'
      ? `La fase ${phase} tiene ${missions} y 0 con evacuación médica`
      : `Phase ${phase} has ${missions} and 0 with medical evacuation`
  },

  repairs(finding, plan, language) {
    const mission = plan.get(textOf(finding, 'mission') as Id<'mission'>)
    const span = mission === undefined ? null : spanOf(mission)
    if (mission === undefined || span === null) return []
    return addEnablerRepair(new CheckContext(plan), mission, span, 'medevac', language)
  },
}
