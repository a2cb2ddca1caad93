import { CheckContext } from '../check/CheckContext.ts'
import { makeFinding, NO_FINDINGS, type Rule } from '../check/Rule.ts'
import { numberOf, sayMission, sayTime, textOf } from '../check/saying.ts'
import { asksForSeason, seasonMisfit } from '../check/seasonMisfit.ts'
import { shiftRepair } from '../check/shift.ts'
import { suitingStart } from '../check/suitingStart.ts'
import type { Id } from '../records/ids.ts'
import { monthName } from '../time/monthName.ts'
import type { Language } from '../time/dtg.ts'
import { DAY } from '../time/planTime.ts'

const RULE = 'season-unsuited'

/** A start in another season is looked for by the day, up to thirteen months away. */
const MOST_DAYS = 400

/**
 * The months of a mission suit its type: they are among the months the type names, and not of a season it avoids. Rains
 * swell rivers and close roads, low water stops boats: which months these are the plan's parameters say (hydrological year
 * from 1 September, rains from January to March, SENAMHI). Months are those of the plan's zone.
 */
export const seasonUnsuited: Rule = {
  id: RULE,
  subjects: ['mission'],

  check(_plan, subjectId, context) {
    const facts = context.facts(subjectId as Id<'mission'>)
    const { type, span, mission } = facts ?? {}
    if (!type || !span || !mission || !asksForSeason(type.constraints)) return NO_FINDINGS
    const misfit = seasonMisfit(context, type.constraints, span)
    if (misfit === null) return NO_FINDINGS
    const months = misfit.what === 'months' ? (type.constraints.months ?? []) : context.monthsOf(misfit.what)
    const params = {
      mission: mission.id,
      type: type.id,
      what: misfit.what,
      month: misfit.month,
      months: [...months].sort((a, b) => a - b).join(','),
      first: months[0] ?? 0,
      last: months.at(-1) ?? 0,
      start: span.start,
      end: span.end,
    }
    return [makeFinding(RULE, 'warning', [mission.id], [mission.id], params)]
  },

  say(finding, plan, language) {
    const mission = sayMission(plan, textOf(finding, 'mission'))
    const type = plan.get(textOf(finding, 'type') as Id<'mission-type'>)?.code ?? textOf(finding, 'type')
    const start = sayTime(plan, numberOf(finding, 'start'), language)
    const end = sayTime(plan, numberOf(finding, 'end'), language)
    const month = monthName(numberOf(finding, 'month'), language)
    const what = textOf(finding, 'what')
    if (what === 'months') {
      const list = sayMonths(textOf(finding, 'months'), language)
      return language === 'es'
        ? `${mission} (${type}) va de ${start} a ${end} y entra en ${month}; el tipo se hace solo en ${list}`
        : `${mission} (${type}) runs from ${start} to ${end}, into ${month}; its type is done only in ${list}`
    }
    const first = monthName(numberOf(finding, 'first'), language)
    const last = monthName(numberOf(finding, 'last'), language)
    if (language === 'es') {
      const season = what === 'rains' ? 'las lluvias' : 'el estiaje'
      return `${mission} (${type}) va de ${start} a ${end}, en ${month}; el tipo evita ${season}, de ${first} a ${last}`
    }
    const season = what === 'rains' ? 'the rains' : 'low water'
    return `${mission} (${type}) runs from ${start} to ${end}, in ${month}; its type avoids ${season}, ${first} to ${last}`
  },

  repairs(finding, plan, language) {
    const context = new CheckContext(plan)
    const facts = context.facts(textOf(finding, 'mission') as Id<'mission'>)
    if (facts === null) return []
    return shiftRepair(context, facts.mission, suitingStart(context, facts, DAY, MOST_DAYS), language)
  },
}

/** `enero, febrero y marzo`. */
function sayMonths(list: string, language: Language): string {
  const names = list.split(',').map((n) => monthName(Number(n), language))
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
}
