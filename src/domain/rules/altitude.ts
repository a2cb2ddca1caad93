import type { MissionFacts } from '../check/CheckContext.ts'
import type { Finding } from '../check/Finding.ts'
import { makeFinding, NO_FINDINGS, type Rule } from '../check/Rule.ts'
import { numberOf, sayMission, sayNumber, sayUnit, textOf } from '../check/saying.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Id } from '../records/ids.ts'
import type { Place } from '../records/place.ts'
import type { MobilityMode, Unit } from '../records/unit.ts'

const RULE = 'altitude'

/**
 * No named place of a mission lies higher than its type, its helicopters or its troops may go. Helicopters worked in the
 * valley between 600 and 4,800 m (Diálogo Américas, 2018); the troops' limit is the plan's own, 0 for none. A place whose
 * elevation is not stated is not judged.
 */
export const altitude: Rule = {
  id: RULE,
  subjects: ['mission'],

  check(plan, subjectId, context) {
    const facts = context.facts(subjectId as Id<'mission'>)
    if (facts === null || facts.span === null) return NO_FINDINGS
    const place = highestPlace(plan, facts)
    const elevation = place?.elevationM
    if (place === null || elevation === undefined) return NO_FINDINGS
    const findings: Finding[] = []
    const judge = (whose: 'type' | 'rotary' | 'troops', limit: number | null, unit: Unit | null): void => {
      if (limit === null || !(elevation > limit)) return
      const { mission } = facts
      const params = { mission: mission.id, whose, place: place.id, elevation, limit, unit: unit?.id ?? '' }
      const records = [mission.id, ...(unit === null ? [] : [unit.id]), place.id]
      findings.push(makeFinding(RULE, 'warning', [mission.id, whose], records, params))
    }
    const { rotaryM, troopsM } = context.altitudeLimits
    const [flying, walking] = [unitBy(facts, 'rotary-wing'), unitBy(facts, 'foot')]
    judge('type', facts.type?.constraints.maxAltitudeM ?? null, null)
    if (flying !== null && rotaryM > 0) judge('rotary', rotaryM, flying)
    if (walking !== null && troopsM > 0) judge('troops', troopsM, walking)
    return findings.length === 0 ? NO_FINDINGS : findings
  },

  say(finding, plan, language) {
    const mission = sayMission(plan, textOf(finding, 'mission'))
    const unit = sayUnit(plan, textOf(finding, 'unit'))
    const place = plan.get(textOf(finding, 'place') as Id<'place'>)?.name ?? textOf(finding, 'place')
    const [height, limit] = [sayNumber(numberOf(finding, 'elevation')), sayNumber(numberOf(finding, 'limit'))]
    const excess = sayNumber(numberOf(finding, 'elevation') - numberOf(finding, 'limit'))
    const whose = textOf(finding, 'whose')
    if (language === 'es') {
      const limited =
        whose === 'type'
          ? `su tipo admite ${limit} m`
          : whose === 'rotary'
            ? `el límite del ala rotatoria (${unit}) es ${limit} m`
            : `el límite de la tropa (${unit}) es ${limit} m`
      return `${mission} va a ${place}, a ${height} m sobre el mar; ${limited}: ${excess} m de más`
    }
    const limited =
      whose === 'type'
        ? `its type allows ${limit} m`
        : whose === 'rotary'
          ? `the limit for rotary wing (${unit}) is ${limit} m`
          : `the limit for troops (${unit}) is ${limit} m`
    return `${mission} goes to ${place}, ${height} m above the sea; ${limited}: ${excess} m too high`
  },

  /** Neither place nor force can be chosen for the planner. */
  repairs: () => [],
}

/** Of the named places of a mission whose elevation is known the highest, the first of equals. */
function highestPlace(plan: PlanReader, { mission }: MissionFacts): Place | null {
  let highest: Place | null = null
  for (const { points } of mission.places) {
    for (const point of points) {
      const place = 'place' in point ? plan.get(point.place) : undefined
      if (place?.elevationM === undefined || !Number.isFinite(place.elevationM)) continue
      if (highest === null || place.elevationM > (highest.elevationM ?? 0)) highest = place
    }
  }
  return highest
}

function unitBy({ assigned }: MissionFacts, mode: MobilityMode): Unit | null {
  return assigned.find(({ unit }) => unit.mobility.some((m) => m.mode === mode))?.unit ?? null
}
