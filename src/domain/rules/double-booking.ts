import { loadOf, shortageAt, shortageBelow } from '../check/clash.ts'
import { CheckContext, quantityOf, type Slot } from '../check/CheckContext.ts'
import type { Finding, Repair } from '../check/Finding.ts'
import { firstFit } from '../check/fit.ts'
import { handOverRepairs } from '../check/handOver.ts'
import { isJoinedBelow, loadsBelow } from '../check/loadsBelow.ts'
import { makeFinding, NO_FINDINGS, type Rule } from '../check/Rule.ts'
import {
  numberOf,
  sayCapability,
  sayMission,
  sayNumber,
  sayTime,
  sayUnit,
  textOf,
  sayLacking,
} from '../check/saying.ts'
import { shiftRepair } from '../check/shift.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Id } from '../records/ids.ts'
import type { Unit } from '../records/unit.ts'
import type { Language } from '../time/dtg.ts'
import { formatSpan } from '../time/planTime.ts'

const RULE = 'double-booking'

/**
 * A unit's time on a mission lasts from its start to its end and the recovery after it. One that does not split is on
 * one mission at a time; one that splits may be on several while what they ask of each capability stays within what it
 * has (FM 5-0 B-159: requirements against available assets). What units below it do elsewhere is taken out of both.
 * Every mission that comes too late is named once, with what holds the unit longest.
 */
export const doubleBooking: Rule = {
  id: RULE,
  subjects: ['unit'],

  check(plan, subjectId, context) {
    const id = subjectId as Id<'unit'>
    const slots = context.scheduleOf(id)
    if (slots.length === 0) return NO_FINDINGS
    const unit = plan.get(id)
    if (unit === undefined) return NO_FINDINGS
    const own = slots.length < 2 ? NO_FINDINGS : unit.splittable ? splitClashes(unit, slots) : wholeClashes(unit, slots)
    const below = clashesBelow(context, unit, slots)
    return below.length === 0 ? own : [...own, ...below]
  },

  say(finding, plan, language) {
    return 'capability' in finding.params ? sayShortage(finding, plan, language) : sayBusy(finding, plan, language)
  },

  repairs(finding, plan, language) {
    const context = new CheckContext(plan)
    const mission = plan.get(textOf(finding, 'mission') as Id<'mission'>)
    const unit = plan.get(textOf(finding, 'unit') as Id<'unit'>)
    if (mission === undefined || unit === undefined) return []
    const slot = context.scheduleOf(unit.id).find((s) => s.mission.id === mission.id)
    if (slot === undefined) return []
    const start = firstFit(context, mission, slot.start, [unit.id])
    return [
      ...shiftRepair(context, mission, start, language, finding.records),
      ...handOverRepairs(context, mission, slot.assignment, language),
      ...('capability' in finding.params ? bringLess(context, unit, slot, language) : []),
    ]
  },
}

function wholeClashes(unit: Unit, slots: readonly Slot[]): readonly Finding[] {
  const findings: Finding[] = []
  let holds = slots[0]
  for (const slot of slots.slice(1)) {
    if (holds !== undefined && slot.start < holds.end) {
      const pair = [slot.mission.id, holds.mission.id]
      const params = {
        unit: unit.id,
        mission: slot.mission.id,
        other: holds.mission.id,
        start: slot.start,
        until: holds.end,
        recovery: holds.end - holds.missionEnd,
      }
      findings.push(makeFinding(RULE, 'error', [unit.id, ...[...pair].sort()], [...pair, unit.id] as Id[], params))
    }
    if (holds === undefined || slot.end > holds.end) holds = slot
  }
  return findings
}

/** Walks the starts in order with what is bound at each; a start binds the most its stay will see of earlier ones. */
function splitClashes(unit: Unit, slots: readonly Slot[]): readonly Finding[] {
  const findings: Finding[] = []
  const bound = new Map<string, number>()
  const longest = new Map<string, Slot>()
  const byEnd = [...slots].sort((a, b) => a.end - b.end)
  let ended = 0
  for (const slot of slots) {
    for (let first = byEnd[ended]; first !== undefined && first.end <= slot.start; first = byEnd[ended]) {
      ended += 1
      for (const { capability, amount } of bringsOf(unit, first)) {
        bound.set(capability, (bound.get(capability) ?? 0) - amount)
      }
    }
    let isTold = false
    for (const { capability, amount, has } of bringsOf(unit, slot)) {
      const before = bound.get(capability) ?? 0
      const holds = longest.get(capability)
      if (!isTold && before > 0 && before + amount > has && holds !== undefined) {
        isTold = true
        const params = {
          unit: unit.id,
          mission: slot.mission.id,
          other: holds.mission.id,
          start: slot.start,
          until: holds.end,
          capability,
          has,
          bound: before,
          brings: amount,
          below: '',
        }
        const records = [slot.mission.id, holds.mission.id, unit.id]
        findings.push(makeFinding(RULE, 'error', [unit.id, slot.mission.id], records, params))
      }
      bound.set(capability, before + amount)
      if (holds === undefined || slot.end > holds.end) longest.set(capability, slot)
    }
  }
  return findings
}

/** What a stay binds, each capability once, never more than the unit has: a single mission cannot double-book it. */
function bringsOf(unit: Unit, slot: Slot) {
  const { brings } = slot.assignment
  return brings.flatMap(({ capability }, i) => {
    const has = quantityOf(unit.capabilities, capability)
    const amount = Math.min(has, quantityOf(brings, capability))
    const isFirst = brings.findIndex((b) => b.capability === capability) === i
    return isFirst && amount > 0 ? [{ capability, amount, has }] : []
  })
}

function clashesBelow(context: CheckContext, unit: Unit, slots: readonly Slot[]): readonly Finding[] {
  const last = slots.reduce((end, slot) => Math.max(end, slot.end), Number.NEGATIVE_INFINITY)
  const loads = loadsBelow(context, unit.id, { start: slots[0]?.start ?? 0, end: last }, null)
  if (loads.length === 0) return NO_FINDINGS
  const findings: Finding[] = []
  for (const slot of slots) {
    if (slot.assignment.brings.length === 0) continue
    const below = isJoinedBelow(context, unit.id, slot.mission.id)
      ? loadsBelow(context, unit.id, slot, slot.mission.id)
      : loads.filter((l) => l.start < slot.end && l.end > slot.start)
    if (below.length === 0) continue
    const short = shortageBelow(unit, slot, slots, below)
    if (short === null) continue
    const holds = short.longest.unit === unit.id ? (below[0] ?? short.longest) : short.longest
    const params = {
      unit: unit.id,
      mission: slot.mission.id,
      other: holds.mission,
      start: slot.start,
      until: holds.until,
      capability: short.capability,
      has: short.has,
      bound: short.bound,
      brings: short.brings,
      below: holds.unit,
    }
    const records = [slot.mission.id, unit.id, holds.unit, holds.mission]
    findings.push(makeFinding(RULE, 'error', [unit.id, slot.mission.id, 'below'], records, params))
  }
  return findings
}

function sayBusy(finding: Finding, plan: PlanReader, language: Language): string {
  const unit = sayUnit(plan, textOf(finding, 'unit'))
  const mission = sayMission(plan, textOf(finding, 'mission'))
  const other = sayMission(plan, textOf(finding, 'other'))
  const start = sayTime(plan, numberOf(finding, 'start'), language)
  const until = sayTime(plan, numberOf(finding, 'until'), language)
  const lacking = formatSpan(numberOf(finding, 'until') - numberOf(finding, 'start'))
  const recovery = numberOf(finding, 'recovery')
  if (language === 'es') {
    const rest = recovery > 0 ? ` (con ${formatSpan(recovery)} de recuperación)` : ''
    return `${unit} está en ${other} hasta ${until}${rest}; ${mission} empieza ${start}: ${sayLacking(lacking)}`
  }
  const rest = recovery > 0 ? ` (with ${formatSpan(recovery)} of recovery)` : ''
  return `${unit} is on ${other} until ${until}${rest}; ${mission} starts ${start}: ${lacking} short`
}

function sayShortage(finding: Finding, plan: PlanReader, language: Language): string {
  const unit = sayUnit(plan, textOf(finding, 'unit'))
  const mission = sayMission(plan, textOf(finding, 'mission'))
  const other = sayMission(plan, textOf(finding, 'other'))
  const until = sayTime(plan, numberOf(finding, 'until'), language)
  const start = sayTime(plan, numberOf(finding, 'start'), language)
  const capability = sayCapability(plan, textOf(finding, 'capability'), language)
  const [has, bound, brings] = ['has', 'bound', 'brings'].map((key) => numberOf(finding, key)) as [
    number,
    number,
    number,
  ]
  const lacking = sayNumber(bound + brings - has)
  const below = textOf(finding, 'below')
  if (language === 'es') {
    const where = below === '' ? `en ${other}` : `con ${sayUnit(plan, below)} en ${other}`
    return `${unit} tiene ${sayNumber(has)} de ${capability} y ${sayNumber(bound)} en otra tarea, ${where} hasta ${until}; ${mission} empieza ${start} y pide ${sayNumber(brings)}: ${sayLacking(lacking)}`
  }
  const where = below === '' ? `on ${other}` : `with ${sayUnit(plan, below)} on ${other}`
  return `${unit} has ${sayNumber(has)} of ${capability} and ${sayNumber(bound)} elsewhere, ${where} until ${until}; ${mission} starts ${start} and asks ${sayNumber(brings)}: ${lacking} short`
}

/** Lowers what the unit brings to what is left of it; the mission's own need may then go short, and says so. */
function bringLess(context: CheckContext, unit: Unit, slot: Slot, language: Language): Repair[] {
  const { plan } = context
  const others = context.scheduleOf(unit.id).filter((s) => s.mission.id !== slot.mission.id)
  const below = loadsBelow(context, unit.id, slot, slot.mission.id)
  const loads = [...(unit.splittable ? others.map((s) => loadOf(unit.id, s)) : []), ...below]
  let { brings } = slot.assignment
  const changes: string[] = []
  const of = language === 'es' ? 'de' : 'of'
  const instead = language === 'es' ? 'en vez de' : 'instead of'
  for (;;) {
    const short = shortageAt(unit, { ...slot, mission: slot.mission.id, brings }, loads)
    if (short === null) break
    const left = short.has - short.bound
    if (left < 1 || !Number.isInteger(left)) return []
    const name = sayCapability(plan, short.capability, language)
    changes.push(`${left} ${of} ${name} ${instead} ${sayNumber(short.brings)}`)
    const rest = brings.filter((b) => b.capability !== short.capability)
    brings = [...rest, { capability: short.capability, quantity: left }]
  }
  if (changes.length === 0) return []
  const [who, code] = [sayUnit(plan, unit.id), slot.mission.code]
  const text =
    language === 'es'
      ? `Que ${who} lleve a ${code} ${changes.join(', ')}`
      : `Let ${who} bring ${changes.join(', ')} to ${code}`
  return [{ command: { type: 'editRecords', ids: [slot.assignment.id], fields: { brings } }, text }]
}
