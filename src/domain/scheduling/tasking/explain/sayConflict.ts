import type { RuleId } from '../../../check/Finding.ts'
import { sayCapability, sayLacking, sayList, sayMission, sayNumber, sayTime } from '../../../check/saying.ts'
import type { PlanReader } from '../../../plan/PlanDocument.ts'
import type { Id } from '../../../records/ids.ts'
import type { Language } from '../../../time/dtg.ts'
import { formatSpan, HOUR } from '../../../time/planTime.ts'
import type { Conflict, Count } from '../Proposal.ts'
import {
  type DemandOf,
  demandsOf,
  type Force,
  type Hindrance,
  isForce,
  isHindrance,
  isTime,
  type TimeRequirement,
} from './requirementKinds.ts'
import { RULE_NOUNS } from '../../../check/ruleNouns.ts'
import { sayBound, sayBoundBriefly } from './sayBound.ts'
import { sayForce } from './sayForce.ts'
import { sayHeld } from './sayHeld.ts'

/**
 * Why a mission fits nowhere, in one to three sentences with the numbers. Never throws, also where records of the conflict
 * are gone.
 */
export function sayConflict(conflict: Conflict, mission: Id<'mission'>, plan: PlanReader, language: Language): string {
  const [first] = conflict.requirements
  if (first === undefined) return sayNotFound(mission, plan, language)
  if (first.requirement.kind === 'check') return sayRefused(first.requirement.rule, mission, plan, language)
  const told = sortDemands(conflict)
  const sentences = [
    ...sayCore(told, mission, plan, language),
    ...(conflict.counted === undefined ? [] : [sayCount(conflict.counted, plan, language)]),
    ...(conflict.isProven
      ? []
      : [language === 'es' ? 'Otro reparto podría darle lugar' : 'Another distribution might make room']),
  ]
  return sentences.join('. ')
}

type Bounds = readonly DemandOf<TimeRequirement>[]
type Hindrances = readonly DemandOf<Hindrance>[]

interface Told {
  /** On the time of the mission. */
  readonly bounds: Bounds
  /** What it asks of units. */
  readonly force: readonly DemandOf<Force>[]
  /** What keeps units away. */
  readonly hindrances: Hindrances
  /** Missions that hold force and are not among them. */
  readonly more: number
}

function sayNotFound(mission: Id<'mission'>, plan: PlanReader, language: Language): string {
  const code = sayMission(plan, mission)
  return language === 'es'
    ? `No se halló lugar para ${code} en el tiempo de búsqueda; no hay prueba de que no lo tenga`
    : `No place was found for ${code} in the time of the search, which does not prove that there is none`
}

function sayRefused(rule: RuleId, mission: Id<'mission'>, plan: PlanReader, language: Language): string {
  const code = sayMission(plan, mission)
  return language === 'es'
    ? `Al probar la propuesta, la verificación dio con ${code} un error ${RULE_NOUNS.es[rule]}`
    : `When the proposal was tried out, the check called ${code} an error ${RULE_NOUNS.en[rule]}`
}

function sortDemands({ requirements, more = 0 }: Conflict): Told {
  return {
    bounds: demandsOf(requirements, isTime),
    force: demandsOf(requirements, isForce),
    hindrances: demandsOf(requirements, isHindrance),
    more,
  }
}

function sayCore(told: Told, mission: Id<'mission'>, plan: PlanReader, language: Language): string[] {
  const { bounds, force, hindrances, more } = told
  const code = sayMission(plan, mission)
  const es = language === 'es'
  const held = sayHeld(hindrances, more, plan, language)
  if (force.length > 0) {
    const { asked, has } = sayForce(force, hindrances, plan, language)
    const when = sayWhen(bounds, mission, plan, language)
    return [`${code} ${es ? 'pide' : 'needs'} ${asked}${when}; ${has}`, ...held]
  }
  if (hindrances.length > 0) {
    const when = sayWhen(bounds, mission, plan, language)
    return [
      es ? `Las unidades que ${code} conserva no pueden ir${when}` : `The units that ${code} keeps cannot go${when}`,
      ...held,
    ]
  }
  const circle = sayCircle(bounds, mission, plan, language)
  return circle === null ? [sayTimes(bounds, mission, plan, language)] : [circle]
}

/** ` con inicio de … a … («no antes de», «no después de»)`; nothing where no demand is about time. */
function sayWhen(bounds: Bounds, mission: Id<'mission'>, plan: PlanReader, language: Language): string {
  if (bounds.length === 0) return ''
  const es = language === 'es'
  const [first, last] = startsOf(bounds)
  const time = (at: number): string => sayTime(plan, at, language)
  const names = sayList([...new Set(bounds.map((b) => sayBoundBriefly(b, mission, plan, language)))], language)
  const [isAfter, isBefore] = [Number.isFinite(first), Number.isFinite(last)]
  if (first === last && isAfter) return `${es ? ' con inicio' : ' starting'} ${time(first)} (${names})`
  if (isAfter && isBefore && first < last) {
    return `${es ? ' con inicio de' : ' starting from'} ${time(first)} ${es ? 'a' : 'to'} ${time(last)} (${names})`
  }
  if (isAfter && !isBefore)
    return `${es ? ' con inicio desde' : ' starting from'} ${time(first)}${es ? '' : ' on'} (${names})`
  if (isBefore && !isAfter) return `${es ? ' con inicio hasta' : ' starting by'} ${time(last)} (${names})`
  return ` (${names})`
}

const startsOf = (bounds: Bounds): readonly [first: number, last: number] => [
  Math.max(...bounds.map((b) => b.first ?? Number.NEGATIVE_INFINITY)),
  Math.min(...bounds.map((b) => b.last ?? Number.POSITIVE_INFINITY)),
]

/** Bounds that leave no start. */
function sayTimes(bounds: Bounds, mission: Id<'mission'>, plan: PlanReader, language: Language): string {
  const es = language === 'es'
  const code = sayMission(plan, mission)
  const clauses = bounds.map((b) => sayBound(b, mission, plan, language))
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(clauses)
  const [first, last] = startsOf(bounds)
  const isSeasonal = bounds.some((b) => b.requirement.kind === 'season')
  const lacking =
    !isSeasonal && Number.isFinite(first) && Number.isFinite(last) && first > last ? formatSpan(first - last) : null
  if (lacking !== null) return es ? `${code} ${list}: ${sayLacking(lacking)}` : `${code} ${list}: ${lacking} short`
  if (clauses.length === 1) return `${code} ${list}`
  return es ? `${code} ${list}: ningún inicio cumple todo` : `${code} ${list}: no start keeps all of it`
}

/** Dependencies alone, with no times, are a circle. */
function sayCircle(bounds: Bounds, mission: Id<'mission'>, plan: PlanReader, language: Language): string | null {
  const isCircle = bounds.every(
    (b) => b.requirement.kind === 'dependency' && b.first === undefined && b.last === undefined,
  )
  if (!isCircle || bounds.length < 2) return null
  const others = bounds.flatMap(({ requirement: r }) => (r.kind === 'dependency' ? [r.other] : []))
  const codes = [...new Set([mission, ...others])].map((id) => sayMission(plan, id))
  const list =
    codes.length > 6
      ? sayList(codes, language, 6)
      : new Intl.ListFormat(language, { type: 'conjunction' }).format(codes)
  return language === 'es'
    ? `${list} se esperan en círculo, y no hay tiempos que lo cumplan`
    : `${list} wait for each other in a circle, and no times can keep that`
}

function sayCount({ capability, missions, from, to, asked, has }: Count, plan: PlanReader, language: Language): string {
  const name = sayCapability(plan, capability, language)
  const [start, end] = [sayTime(plan, from, language), sayTime(plan, to, language)]
  const count = missions.length
  const [needed, there] = [sayNumber(Math.ceil(asked / HOUR)), sayNumber(Math.floor(has / HOUR))]
  if (language === 'es') {
    const who = count === 1 ? 'La misión pide' : `De ${start} a ${end}, ${count} misiones piden`
    return `${who} ${needed} h de ${name} y hay ${there} h`
  }
  const who = count === 1 ? 'The mission asks' : `From ${start} to ${end} ${count} missions ask`
  return `${who} ${needed} h of ${name} and there are ${there} h`
}
