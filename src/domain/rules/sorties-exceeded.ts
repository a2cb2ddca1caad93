import { CheckContext } from '../check/CheckContext.ts'
import type { Finding, Repair } from '../check/Finding.ts'
import { strictFit } from '../check/fit.ts'
import { handOverRepairs } from '../check/handOver.ts'
import { makeFinding, NO_FINDINGS, type Rule } from '../check/Rule.ts'
import { numberOf, sayDay, sayList, sayMission, sayNumber, sayTime, sayUnit, textOf } from '../check/saying.ts'
import { shiftRepair } from '../check/shift.ts'
import {
  crewExcesses,
  crewHoursPerDay,
  dayExcesses,
  type Flight,
  type SortieShare,
  sortiesPerDay,
} from '../check/sortieLoad.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Id } from '../records/ids.ts'
import type { Unit } from '../records/unit.ts'
import type { Language } from '../time/dtg.ts'
import { DAY } from '../time/planTime.ts'

const RULE = 'sorties-exceeded'

/** A repair moves a mission by whole days, at most so many. */
const MOST_DAYS = 30

/**
 * An air or boat unit flies no more sorties on a day than its vehicles, their availability and turns give, and its crews
 * work no longer than their duty in any 24 h. A mission asks on each day it touches one sortie of each aircraft it takes;
 * one longer than a duty period changes crews, so that hours are all that counts. Common is 12 h of duty and 10 h of rest;
 * AR 95-1 (3-17) leaves both to the commander, so they are the plan's. The record of the unit holds its own limits.
 */
export const sortiesExceeded: Rule = {
  id: RULE,
  subjects: ['unit'],

  check(plan, subjectId, context) {
    const unit = plan.get(subjectId as Id<'unit'>)
    if (unit === undefined || unit.sorties === null) return NO_FINDINGS
    return findingsOf(context, unit, context.scheduleOf(unit.id))
  },

  say(finding, plan, language) {
    return 'crewHours' in finding.params ? sayCrews(finding, plan, language) : saySorties(finding, plan, language)
  },

  repairs(finding, plan, language) {
    const context = new CheckContext(plan)
    const unit = plan.get(textOf(finding, 'unit') as Id<'unit'>)
    const mission = plan.get(textOf(finding, 'mission') as Id<'mission'>)
    if (unit === undefined || mission === undefined) return []
    const slots = context.scheduleOf(unit.id)
    const slot = slots.find((s) => s.mission.id === mission.id)
    if (slot === undefined) return []
    const others = slots.filter((s) => s !== slot)
    const before = findingsOf(context, unit, slots).length
    const isMended = (after: readonly Flight[]): boolean => {
      const left = findingsOf(context, unit, after)
      return left.length < before && !left.some((f) => f.key === finding.key)
    }
    const start = nearestDay((days) => {
      const at = slot.start + days * DAY
      const moved = { ...slot, start: at, missionEnd: slot.missionEnd + days * DAY }
      return isMended([...others, moved]) && strictFit(context, mission, at) === at ? at : null
    })
    return [
      ...shiftRepair(context, mission, start, language, finding.records),
      ...(isMended(others) ? handOver(context, mission.id, slot, language) : []),
    ]
  },
}

function findingsOf(context: CheckContext, unit: Unit, slots: readonly Flight[]): readonly Finding[] {
  const findings: Finding[] = []
  for (const { firstDay, lastDay, asked, shares } of dayExcesses(context, unit, slots)) {
    const { vehicles, availablePercent, turnsPerDay } = unit.sorties ?? {
      vehicles: 0,
      availablePercent: 0,
      turnsPerDay: 0,
    }
    const available = sortiesPerDay(unit) ?? 0
    const params = {
      ...about(unit, shares),
      firstDay,
      lastDay,
      asked,
      available,
      vehicles,
      availablePercent,
      turnsPerDay,
    }
    findings.push(makeFinding(RULE, 'error', [unit.id, `day-${firstDay}`], recordsOf(unit, shares), params))
  }
  for (const { mission, start, asked, shares } of crewExcesses(context, unit, slots)) {
    const params = {
      ...about(unit, shares),
      mission,
      start,
      crewHours: asked,
      available: crewHoursPerDay(context, unit) ?? 0,
      vehicles: unit.sorties?.vehicles ?? 0,
      perVehicle: context.crews.perVehicle,
      duty: context.crews.dutyHours,
      rest: context.crews.restHours,
    }
    const records = [mission, ...recordsOf(unit, shares).filter((id) => id !== mission)]
    findings.push(makeFinding(RULE, 'error', [unit.id, 'crews', mission], records, params))
  }
  return findings.length === 0 ? NO_FINDINGS : findings
}

const recordsOf = (unit: Unit, shares: readonly SortieShare[]): Id[] => [...shares.map((s) => s.mission), unit.id]

/** The missions with what each asks, as one text: findings hold plain values only. */
const about = (unit: Unit, shares: readonly SortieShare[]) => ({
  unit: unit.id,
  mission: shares[0]?.mission ?? '',
  shares: shares.map((s) => `${s.mission}=${s.amount}`).join(' '),
})

/** `M-1: 4, M-2: 2`. */
function sayShares(finding: Finding, plan: PlanReader, language: Language, unit: string): string {
  const shares = textOf(finding, 'shares').split(' ')
  return sayList(
    shares.map((share) => {
      const [mission = '', amount = ''] = share.split('=')
      return `${sayMission(plan, mission)}: ${sayNumber(Number(amount))}${unit}`
    }),
    language,
  )
}

function saySorties(finding: Finding, plan: PlanReader, language: Language): string {
  const unit = sayUnit(plan, textOf(finding, 'unit'))
  const [first, last] = [numberOf(finding, 'firstDay'), numberOf(finding, 'lastDay')]
  const [from, to] = [sayDay(first, language), sayDay(last, language)]
  const n = (key: string): string => sayNumber(numberOf(finding, key))
  const shares = sayShares(finding, plan, language, '')
  if (language === 'es') {
    const days = first === last ? `El ${from}` : `Cada día del ${from} al ${to}`
    return `${days} se piden a ${unit} ${n('asked')} salidas (${shares}) y puede dar ${n('available')}: ${sayCraft(finding)} al ${n('availablePercent')} % por ${n('turnsPerDay')} ${numberOf(finding, 'turnsPerDay') === 1 ? 'salida' : 'salidas'} al día`
  }
  const days = first === last ? `On ${from}` : `Each day from ${from} to ${to}`
  return `${days} ${unit} is asked ${n('asked')} sorties (${shares}) and can give ${n('available')}: ${n('vehicles')} craft at ${n('availablePercent')} %, ${n('turnsPerDay')} ${numberOf(finding, 'turnsPerDay') === 1 ? 'turn' : 'turns'} a day`
}

function sayCrews(finding: Finding, plan: PlanReader, language: Language): string {
  const unit = sayUnit(plan, textOf(finding, 'unit'))
  const start = sayTime(plan, numberOf(finding, 'start'), language)
  const n = (key: string): string => sayNumber(numberOf(finding, key))
  const shares = sayShares(finding, plan, language, ' h')
  return language === 'es'
    ? `En las 24 h desde ${start} se piden a las tripulaciones de ${unit} ${n('crewHours')} h (${shares}) y pueden dar ${n('available')}: ${sayCraft(finding)} con ${n('perVehicle')} de ${n('duty')} h de servicio y ${n('rest')} h de descanso`
    : `In the 24 h from ${start} the crews of ${unit} are asked ${n('crewHours')} h (${shares}) and can give ${n('available')}: ${n('vehicles')} craft with ${n('perVehicle')} each, ${n('duty')} h of duty and ${n('rest')} h of rest`
}

/** The first answer for a shift of whole days, the nearest first, later before earlier. */
function nearestDay(ask: (days: number) => number | null): number | null {
  for (let n = 1; n <= MOST_DAYS; n += 1) {
    const start = ask(n) ?? ask(-n)
    if (start !== null) return start
  }
  return null
}

/** Another unit takes the stay only where it leaves its own days and crews as they are. */
function handOver(context: CheckContext, id: Id<'mission'>, slot: Flight, language: Language): Repair[] {
  const mission = context.plan.get(id)
  if (mission === undefined) return []
  const mayTake = (unit: Unit): boolean => {
    const slots = context.scheduleOf(unit.id)
    const before = findingsOf(context, unit, slots).length
    return findingsOf(context, unit, [...slots, slot]).length === before
  }
  return handOverRepairs(context, mission, slot.assignment, language, mayTake)
}

const sayCraft = (finding: Finding): string => {
  const vehicles = numberOf(finding, 'vehicles')
  return `${sayNumber(vehicles)} ${vehicles === 1 ? 'medio' : 'medios'}`
}
