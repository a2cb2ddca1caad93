import { CheckContext, type Slot } from '../check/CheckContext.ts'
import type { Finding } from '../check/Finding.ts'
import { firstFit } from '../check/fit.ts'
import { handOverRepairs } from '../check/handOver.ts'
import { makeFinding, NO_FINDINGS, type Rule } from '../check/Rule.ts'
import { numberOf, sayMission, sayNumber, sayTime, sayUnit, textOf, sayLacking } from '../check/saying.ts'
import { shiftRepair } from '../check/shift.ts'
import { TRAVEL_TOLERANCE_MINUTES, type Way, wayBetween, wayFromLocation } from '../check/travelGap.ts'
import { missionPosition } from '../geo/locationPosition.ts'
import type { Id } from '../records/ids.ts'
import type { MobilityMode, Unit } from '../records/unit.ts'
import type { Language } from '../time/dtg.ts'
import { formatSpan } from '../time/planTime.ts'

const RULE = 'travel-infeasible'

const MODE_NAMES: Record<Language, Record<MobilityMode, string>> = {
  es: {
    foot: 'a pie',
    road: 'por carretera',
    river: 'por río',
    'fixed-wing': 'en ala fija',
    'rotary-wing': 'en ala rotatoria',
  },
  en: {
    foot: 'on foot',
    road: 'by road',
    river: 'by river',
    'fixed-wing': 'by fixed wing',
    'rotary-wing': 'by rotary wing',
  },
}

/**
 * Between two missions a unit has the time to get from one to the other: great-circle distance at its best speed, times
 * the terrain factor of the plan (FM 5-0 B-162: movement considerations and closure rates). A mission whose place has no
 * position is passed over: the way from the last known place to the next is judged instead.
 */
export const travelInfeasible: Rule = {
  id: RULE,
  subjects: ['unit'],

  check(plan, subjectId, context) {
    const id = subjectId as Id<'unit'>
    const slots = context.scheduleOf(id)
    if (slots.length === 0) return NO_FINDINGS
    const unit = plan.get(id)
    if (unit === undefined || unit.splittable) return NO_FINDINGS
    const findings: Finding[] = []
    const isLocated = unit.states.location.length > 0
    if (slots.length < 2 && !isLocated) return NO_FINDINGS
    let last: Slot | null = null
    for (const slot of slots) {
      if (missionPosition(plan, slot.mission) === null) continue
      let late: Finding | null = null
      if (last === null) late = isLocated ? lateArrival(context, unit, slot) : null
      else if (last.end <= slot.start) late = lateBetween(context, unit, last, slot)
      if (late !== null) findings.push(late)
      if (last === null || slot.end > last.end) last = slot
    }
    return findings
  },

  say(finding, plan, language) {
    const unit = sayUnit(plan, textOf(finding, 'unit'))
    const mission = sayMission(plan, textOf(finding, 'mission'))
    const other = textOf(finding, 'other')
    const mode = MODE_NAMES[language][textOf(finding, 'mode') as MobilityMode] ?? textOf(finding, 'mode')
    const [km, speed] = [sayNumber(numberOf(finding, 'km')), sayNumber(numberOf(finding, 'speed'))]
    const gap = numberOf(finding, 'start') - numberOf(finding, 'free')
    const needs = Math.ceil(numberOf(finding, 'minutes'))
    const free = sayTime(plan, numberOf(finding, 'free'), language)
    const start = sayTime(plan, numberOf(finding, 'start'), language)
    const lacking = formatSpan(Math.max(1, Math.ceil(numberOf(finding, 'minutes') - gap)))
    if (language === 'es') {
      const from = other === '' ? `está lejos ${free}` : `queda libre de ${sayMission(plan, other)} ${free}`
      return `${unit} ${from}; ${mission} empieza ${start}, a ${km} km: ${mode} a ${speed} km/h son ${formatSpan(needs)} y hay ${formatSpan(gap)}, ${sayLacking(lacking)}`
    }
    const from = other === '' ? `is away at ${free}` : `is free of ${sayMission(plan, other)} at ${free}`
    return `${unit} ${from}; ${mission} starts ${start}, ${km} km off: ${mode} at ${speed} km/h takes ${formatSpan(needs)}, there are ${formatSpan(gap)}, ${lacking} short`
  },

  repairs(finding, plan, language) {
    const context = new CheckContext(plan)
    const mission = plan.get(textOf(finding, 'mission') as Id<'mission'>)
    const unit = textOf(finding, 'unit') as Id<'unit'>
    if (mission === undefined || mission.start === null) return []
    const start = firstFit(context, mission, numberOf(finding, 'free') + numberOf(finding, 'minutes'), [unit])
    const assignment = plan.indexes.assignmentsOfMission.get(mission.id).find((a) => a.unit === unit)
    return [
      ...shiftRepair(context, mission, start, language, finding.records),
      ...(assignment === undefined ? [] : handOverRepairs(context, mission, assignment, language)),
    ]
  },
}

function lateBetween(context: CheckContext, unit: Unit, last: Slot, slot: Slot): Finding | null {
  const way = wayBetween(context, unit, last.mission, slot.mission)
  if (way === null || slot.start - last.end + TRAVEL_TOLERANCE_MINUTES >= way.minutes) return null
  const params = { ...paramsOf(unit, slot, way), other: last.mission.id, free: last.end }
  const records = [slot.mission.id, last.mission.id, unit.id]
  return makeFinding(RULE, 'error', [unit.id, slot.mission.id, last.mission.id], records, params)
}

function lateArrival(context: CheckContext, unit: Unit, first: Slot): Finding | null {
  const way = wayFromLocation(context, unit, first.mission, first.start)
  if (way === null || first.start - way.since + TRAVEL_TOLERANCE_MINUTES >= way.minutes) return null
  const params = { ...paramsOf(unit, first, way), other: '', free: way.since }
  return makeFinding(RULE, 'error', [unit.id, first.mission.id, 'location'], [first.mission.id, unit.id], params)
}

const paramsOf = (unit: Unit, slot: Slot, way: Way) => ({
  unit: unit.id,
  mission: slot.mission.id,
  start: slot.start,
  km: way.km,
  mode: way.mode,
  speed: way.speedKmh,
  minutes: way.minutes,
})
