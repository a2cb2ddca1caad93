import { CheckContext, type MissionFacts } from '../check/CheckContext.ts'
import type { Finding } from '../check/Finding.ts'
import { asksForLight, judgedSpan, lightMisfit, type LightMisfit } from '../check/lightMisfit.ts'
import { makeFinding, NO_FINDINGS, type Rule } from '../check/Rule.ts'
import { numberOf, sayInstant, sayMission, sayNumber, sayTime, textOf } from '../check/saying.ts'
import { shiftRepair } from '../check/shift.ts'
import { suitingStart } from '../check/suitingStart.ts'
import { missionPosition } from '../geo/locationPosition.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Position } from '../records/common.ts'
import type { Id } from '../records/ids.ts'
import type { Language } from '../time/dtg.ts'
import { altitudeOf, limbAltitudeOf, moonFraction } from '../time/ephemeris.ts'
import { lightOfDay, localDay, sunPassages } from '../time/light.ts'
import type { Zero } from '../time/zeros.ts'

const RULE = 'light-unsuited'

/** Starts a quarter of an hour apart, so that a repair is a time people use, over one turn of the moon either way. */
const STEP_MINUTES = 15
const MOST_STEPS = (30 * 24 * 60) / STEP_MINUTES

/**
 * The light of a mission suits its type at its place and date: day and night part where the sun's centre stands as far
 * under the horizon as the plan's parameter says (12°: BMNT and EENT), and in the dark the moon is up with at least the lit
 * share the type asks. Sea-level horizon, no clouds. Of a mission longer than the plan's limit only the start is judged.
 */
export const lightUnsuited: Rule = {
  id: RULE,
  subjects: ['mission'],

  check(plan, subjectId, context) {
    const facts = context.facts(subjectId as Id<'mission'>)
    if (facts === null || facts.span === null || facts.type === undefined) return NO_FINDINGS
    if (!asksForLight(facts.type.constraints)) return NO_FINDINGS
    const position = missionPosition(plan, facts.mission)
    const misfit = position === null ? null : lightMisfit(context, facts.type.constraints, position, facts.span)
    return position === null || misfit === null ? NO_FINDINGS : [findingOf(context, facts, position, misfit)]
  },

  say(finding, plan, language) {
    const es = language === 'es'
    const mission = sayMission(plan, textOf(finding, 'mission'))
    const type = plan.get(textOf(finding, 'type') as Id<'mission-type'>)?.code ?? textOf(finding, 'type')
    const what = textOf(finding, 'what')
    const start = sayTime(plan, numberOf(finding, 'start'), language)
    const time =
      'end' in finding.params
        ? es
          ? `va de ${start} a ${sayTime(plan, numberOf(finding, 'end'), language)}`
          : `runs from ${start} to ${sayTime(plan, numberOf(finding, 'end'), language)}`
        : es
          ? `empieza ${start}`
          : `starts ${start}`
    if (what === 'moon') return `${mission} (${type}) ${time}; ${sayMoon(finding, plan, language)}`
    const asks = es
      ? `pide ${what === 'day' ? 'luz de día' : 'oscuridad'}`
      : `asks for ${what === 'day' ? 'daylight' : 'darkness'}`
    return es
      ? `${mission} (${type}) ${asks} y ${time}; ese día ${sayLimits(finding, plan, language)}`
      : `${mission} (${type}) ${asks} and ${time}; that day ${sayLimits(finding, plan, language)}`
  },

  repairs(finding, plan, language) {
    const context = new CheckContext(plan)
    const facts = context.facts(textOf(finding, 'mission') as Id<'mission'>)
    if (facts === null) return []
    return shiftRepair(context, facts.mission, suitingStart(context, facts, STEP_MINUTES, MOST_STEPS), language)
  },
}

/** The finding holds place and limit; twilights and moon of the day follow from them when it is said. */
function findingOf(context: CheckContext, facts: MissionFacts, position: Position, misfit: LightMisfit): Finding {
  const { mission, type, span } = facts
  const { start, end } = judgedSpan(context, span ?? { start: 0, end: 0 })
  const params = {
    mission: mission.id,
    type: type?.id ?? '',
    what: misfit.what,
    start,
    ...(end > start ? { end } : {}),
    lon: position[0],
    lat: position[1],
    ...(misfit.what === 'moon'
      ? { at: misfit.at, asked: type?.constraints.minIlluminationPercent ?? 0 }
      : { degrees: context.lightLimitDegrees }),
  }
  return makeFinding(RULE, 'warning', [mission.id], [mission.id], params)
}

const positionOf = (finding: Finding): Position => [numberOf(finding, 'lon'), numberOf(finding, 'lat')]

/** As almanacs write it: the nearest whole minute. */
const toMinute = (instant: number): number => Math.round(instant / 60_000) * 60_000

const LIMIT_NAMES: Readonly<Record<number, readonly [first: string, last: string]>> = {
  6: ['BMCT', 'EECT'],
  12: ['BMNT', 'EENT'],
}

/** `BMNT 140513R FEB 23, EENT 141850R FEB 23`, of the local day on which the light first does not suit. */
function sayLimits(finding: Finding, plan: PlanReader, language: Language): string {
  const es = language === 'es'
  const degrees = numberOf(finding, 'degrees')
  const [first, last] = LIMIT_NAMES[degrees] ?? [
    `${es ? 'sol sobre' : 'sun above'} −${degrees}°`,
    `${es ? 'sol bajo' : 'sun below'} −${degrees}°`,
  ]
  const { hHour, timeZone } = plan.meta
  const [start, end] = [numberOf(finding, 'start'), numberOf(finding, 'end')].map((t) => hHour + t * 60_000)
  const position = positionOf(finding)
  const isDay = textOf(finding, 'what') === 'day'
  const passagesOf = (from: number, to: number): readonly Zero[] => sunPassages(position, -degrees, from, to)
  const isWrongAtStart = altitudeOf('sun', position, start ?? 0) < -degrees === isDay
  const turn = isWrongAtStart ? undefined : passagesOf(start ?? 0, end ?? 0).find((z) => z.isRising !== isDay)
  const day = localDay(turn?.at ?? start ?? 0, timeZone)
  const passages = passagesOf(day.from, day.to)
  const at = (name: string, isRising: boolean): string => {
    const found = passages.find((z) => z.isRising === isRising)
    if (found === undefined) return `${es ? 'sin' : 'no'} ${name}`
    return `${name} ${sayInstant(plan, toMinute(found.at), language)}`
  }
  return `${at(first, true)}, ${at(last, false)}`
}

/** `de noche pide luna al 40 % y el 142130R FEB 23 está al 6 %; ese día sale … y se pone …`. */
function sayMoon(finding: Finding, plan: PlanReader, language: Language): string {
  const es = language === 'es'
  const [instant, position] = [numberOf(finding, 'at'), positionOf(finding)]
  const asked = sayNumber(numberOf(finding, 'asked'))
  const at = sayInstant(plan, instant, language)
  const percent = Math.round(moonFraction(instant) * 100)
  const isUp = limbAltitudeOf('moon', position, instant) >= 0
  const day = lightOfDay(position, instant, plan.meta.timeZone)
  const say = (event: number | null | undefined): string | null =>
    event === null || event === undefined ? null : sayInstant(plan, toMinute(event), language)
  const [rise, set] = [say(day?.moonrise), say(day?.moonset)]
  if (es) {
    const times = `${rise === null ? 'no sale' : `sale ${rise}`} y ${set === null ? 'no se pone' : `se pone ${set}`}`
    const place = isUp ? '' : ' y bajo el horizonte'
    return `de noche pide luna al ${asked} % y el ${at} está al ${percent} %${place}; ese día ${times}`
  }
  const times = `${rise === null ? 'does not rise' : `rises ${rise}`} and ${set === null ? 'does not set' : `sets ${set}`}`
  return `in the dark it asks for ${asked} % of the moon, which at ${at} is ${percent} % lit${isUp ? '' : ' and below the horizon'}; that day it ${times}`
}
