import { CheckContext, type Slot } from '../check/CheckContext.ts'
import type { Repair } from '../check/Finding.ts'
import { LAST_MINUTE } from '../check/fit.ts'
import { handOverRepairs } from '../check/handOver.ts'
import { compareText } from '../check/load.ts'
import { makeFinding, NO_FINDINGS, type Rule } from '../check/Rule.ts'
import { numberOf, sayLacking, sayMission, sayNumber, sayTime, sayUnit, textOf } from '../check/saying.ts'
import { type Shortage, shortages } from '../check/supply.ts'
import type { Id } from '../records/ids.ts'
import type { Unit } from '../records/unit.ts'
import type { Language } from '../time/dtg.ts'
import { DAY, formatSpan } from '../time/planTime.ts'

const RULE = 'supply-short'

/**
 * What a unit carries lasts to the end of each mission, or a resupply mission tied to it ends before that. It starts full
 * after a rest the plan states, which is when units are supplied; days of supply are the unit's (FM 5-0 B-159: where
 * requirements exceed what there is, the staff says so). A unit without days of supply is not judged.
 */
export const supplyShort: Rule = {
  id: RULE,
  subjects: ['unit'],

  check(plan, subjectId, context) {
    const unit = plan.get(subjectId as Id<'unit'>)
    if (unit?.supplyDays === undefined) return NO_FINDINGS
    return shortages(context, unit, context.scheduleOf(unit.id)).map((short) => {
      const { mission, start, end, left, out } = short
      const params = { unit: unit.id, mission: mission.id, days: unit.supplyDays ?? 0, start, end, left, out }
      return makeFinding(RULE, 'error', [unit.id, mission.id], [mission.id, unit.id], params)
    })
  },

  say(finding, plan, language) {
    const unit = sayUnit(plan, textOf(finding, 'unit'))
    const mission = sayMission(plan, textOf(finding, 'mission'))
    const time = (key: string): string => sayTime(plan, numberOf(finding, key), language)
    const days = sayNumber(numberOf(finding, 'days'))
    const left = formatSpan(Math.floor(numberOf(finding, 'left')))
    const lacking = formatSpan(Math.max(1, Math.ceil(numberOf(finding, 'end') - numberOf(finding, 'out'))))
    return language === 'es'
      ? `${unit} (${days} días de abastecimiento) empieza ${mission} ${time('start')} con ${left}, se le acaba ${time('out')} y la misión termina ${time('end')}: ${sayLacking(lacking)}`
      : `${unit} (${days} days of supply) starts ${mission} ${time('start')} with ${left}, runs out ${time('out')} and the mission ends ${time('end')}: ${lacking} short`
  },

  repairs(finding, plan, language) {
    const context = new CheckContext(plan)
    const unit = plan.get(textOf(finding, 'unit') as Id<'unit'>)
    if (unit === undefined) return []
    const stays = context.scheduleOf(unit.id)
    const slot = stays.find((s) => s.mission.id === finding.params.mission)
    const short = shortages(context, unit, stays).find((s) => s.mission.id === finding.params.mission)
    if (slot === undefined || short === undefined) return []
    return [
      ...resupplyRepair(context, unit, stays, short, language),
      ...handOverRepairs(context, slot.mission, slot.assignment, language, (other) => lastsOn(context, other, slot)),
    ]
  },
}

/** Adds a resupply that ends as the unit runs out, where one is enough. */
function resupplyRepair(
  context: CheckContext,
  unit: Unit,
  stays: readonly Slot[],
  { mission, start, end, left }: Shortage,
  language: Language,
): Repair[] {
  const type = [...context.plan.all('mission-type')]
    .filter((t) => t.provides.includes('resupply'))
    .sort((a, b) => compareText(a.code, b.code))[0]
  if (type === undefined) return []
  // Not at the end itself, which is no resupply before it; at the start where nothing is left then.
  const full = shortages(context, unit, stays, { mission: mission.id, end: start })
  const wait = full.some((s) => s.mission.id === mission.id) ? left : 0
  const at = Math.min(Math.floor(start + wait), Math.ceil(end) - 1)
  const isEnough = !shortages(context, unit, stays, { mission: mission.id, end: at }).some(
    (s) => s.mission.id === mission.id,
  )
  const lasts = Math.floor(Math.min(type.duration.likely, at - start + DAY))
  const from = at - lasts
  if (!isEnough || !Number.isInteger(from) || lasts < 1 || Math.abs(from) > LAST_MINUTE) return []
  const [when, days] = [sayTime(context.plan, from, language), formatSpan(lasts)]
  const text =
    language === 'es'
      ? `Añadir una misión ${type.code} el ${when} (${days}) como reabastecimiento de ${mission.code}`
      : `Add a ${type.code} mission at ${when} (${days}) as resupply of ${mission.code}`
  const command = { type: 'addEnabler', mission: mission.id, kind: 'resupply', missionType: type.id } as const
  return [{ command: { ...command, start: from, likelyMinutes: lasts }, text }]
}

/** Whether another unit can take a stay and runs short no oftener for it. */
function lastsOn(context: CheckContext, unit: Unit, slot: Slot): boolean {
  const stays = context.scheduleOf(unit.id).filter((s) => s.mission.id !== slot.mission.id)
  const all = [...stays, slot].sort((a, b) => a.start - b.start || compareText(a.mission.id, b.mission.id))
  return shortages(context, unit, all).length <= shortages(context, unit, stays).length
}
