import { CheckContext } from '../check/CheckContext.ts'
import type { Finding, Repair } from '../check/Finding.ts'
import { strictFit } from '../check/fit.ts'
import type { Flight } from '../check/FlightIndex.ts'
import { makeFinding, NO_FINDINGS, type Rule } from '../check/Rule.ts'
import { numberOf, sayMission, sayNumber, sayTime, textOf } from '../check/saying.ts'
import { shiftRepair } from '../check/shift.ts'
import { overlaySpan } from '../plan/overlayTimes.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import { isRecordOf } from '../records/catalog.ts'
import type { Id } from '../records/ids.ts'
import type { Mission } from '../records/mission.ts'
import type { Language } from '../time/dtg.ts'

const RULE = 'airspace-overlap'

/** As high as a record may state, metres. */
const HIGHEST_M = 30_000

/**
 * Two missions that fly at the same time, closer than the plan's separation and not parted in height, are coordinated: by
 * a common unit, a dependency, a tie as enabler (of one by the other, or of both to a third), or an area of coordination
 * drawn for one of them (air tasking and airspace control orders part missions by time, place and height). No heights
 * stated are all heights. The pair is told by the mission whose id comes first.
 */
export const airspaceOverlap: Rule = {
  id: RULE,
  subjects: ['mission'],

  check(plan, subjectId, context) {
    const flights = context.flights()
    const flight = flights.get(subjectId as Id<'mission'>)
    if (flight === undefined) return NO_FINDINGS
    const findings: Finding[] = []
    for (const other of flights.beside(flight.mission.id)) {
      if (other.mission.id < flight.mission.id) continue
      const km = flights.nearness(flight, other)
      if (km === null || areCoordinated(plan, flight, other)) continue
      findings.push(findingOf(flight, other, km, context.airspaceSeparationKm))
    }
    return findings.length === 0 ? NO_FINDINGS : findings
  },

  say(finding, plan, language) {
    const [mission, other] = [sayMission(plan, textOf(finding, 'mission')), sayMission(plan, textOf(finding, 'other'))]
    const [start, end] = ['start', 'end'].map((key) => sayTime(plan, numberOf(finding, key), language))
    const [km, least] = [sayNumber(numberOf(finding, 'km')), sayNumber(numberOf(finding, 'separation'))]
    const bands = [sayBand(finding, 'own', language), sayBand(finding, 'other', language)]
    return language === 'es'
      ? `${mission} (${bands[0]}) y ${other} (${bands[1]}) vuelan a ${km} km una de otra de ${start} a ${end} sin coordinación; el plan pide ${least} km o alturas separadas`
      : `${mission} (${bands[0]}) and ${other} (${bands[1]}) fly ${km} km from each other from ${start} to ${end} without coordination; the plan asks ${least} km or heights apart`
  },

  repairs(finding, plan, language) {
    const context = new CheckContext(plan)
    const [a, b] = ['mission', 'other'].map((key) => context.flights().get(textOf(finding, key) as Id<'mission'>))
    if (a === undefined || b === undefined) return []
    const [first, second] = a.start <= b.start ? [a, b] : [b, a]
    const start = strictFit(context, second.mission, first.end)
    return [
      ...shiftRepair(context, second.mission, start, language, [first.mission.id]),
      ...raise(second.mission, first.mission, language),
      ...raise(first.mission, second.mission, language),
    ]
  },
}

function areCoordinated(plan: PlanReader, a: Flight, b: Flight): boolean {
  if (a.units.some((id) => b.units.includes(id))) return true
  const [one, other] = [a.mission, b.mission]
  const { dependenciesFrom, missionsEnabledBy } = plan.indexes
  if (dependenciesFrom.get(one.id).some((d) => d.successor === other.id)) return true
  if (dependenciesFrom.get(other.id).some((d) => d.successor === one.id)) return true
  const served = missionsEnabledBy.get(one.id).map((m) => m.id)
  if (served.includes(other.id)) return true
  if (missionsEnabledBy.get(other.id).some((m) => m.id === one.id || served.includes(m.id))) return true
  const at = Math.max(a.start, b.start)
  return hasArea(plan, one.id, at) || hasArea(plan, other.id, at)
}

/** Whether an area of coordination is drawn for a mission and in force at a time. */
function hasArea(plan: PlanReader, mission: Id<'mission'>, at: number): boolean {
  return plan.indexes.others.get(mission).some((record) => {
    if (!isRecordOf('overlay', record) || record.kind !== 'area-of-coordination') return false
    const { from, to } = overlaySpan(plan, record)
    return from <= at && at < to
  })
}

function findingOf(own: Flight, other: Flight, km: number, separation: number): Finding {
  const params = {
    mission: own.mission.id,
    other: other.mission.id,
    start: Math.max(own.start, other.start),
    end: Math.min(own.end, other.end),
    km,
    separation,
    ...bandOf('own', own.mission),
    ...bandOf('other', other.mission),
  }
  const pair = [own.mission.id, other.mission.id]
  return makeFinding(RULE, 'warning', pair, own.start <= other.start ? pair.toReversed() : pair, params)
}

const bandOf = (which: string, { airspace }: Mission) =>
  airspace === undefined ? {} : { [`${which}Low`]: airspace.lowM, [`${which}High`]: airspace.highM }

function sayBand(finding: Finding, which: string, language: Language): string {
  if (!(`${which}Low` in finding.params)) return language === 'es' ? 'sin alturas' : 'no heights'
  return `${sayNumber(numberOf(finding, `${which}Low`))}–${sayNumber(numberOf(finding, `${which}High`))} m`
}

/** Puts a mission above another that has heights stated, keeping how thick its own band is. */
function raise(mission: Mission, above: Mission, language: Language): Repair[] {
  const floor = above.airspace
  if (floor === undefined) return []
  const own = mission.airspace ?? floor
  const airspace = { lowM: floor.highM, highM: floor.highM + (own.highM - own.lowM) }
  if (!(airspace.highM <= HIGHEST_M)) return []
  const band = `${sayNumber(airspace.lowM)}–${sayNumber(airspace.highM)} m`
  const text =
    language === 'es'
      ? `Volar ${mission.code} entre ${band}, sobre ${above.code}`
      : `Fly ${mission.code} at ${band}, above ${above.code}`
  return [{ command: { type: 'editRecords', ids: [mission.id], fields: { airspace } }, text }]
}
