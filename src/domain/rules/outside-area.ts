import { CheckContext, type MissionFacts } from '../check/CheckContext.ts'
import type { Bounds, Owner } from '../check/CommandAreas.ts'
import type { Finding } from '../check/Finding.ts'
import { type Farthest, outsideFor } from '../check/outsideFor.ts'
import { makeFinding, NO_FINDINGS, type Rule } from '../check/Rule.ts'
import { numberOf, sayList, sayMission, sayNumber, sayTime, sayUnit, textOf } from '../check/saying.ts'
import { formatDegrees, formatMgrs } from '../geo/mgrs.ts'
import type { PlanReader } from '../plan/PlanDocument.ts'
import type { Position } from '../records/common.ts'
import { type Id, isIdOf } from '../records/ids.ts'
import type { Unit } from '../records/unit.ts'
import type { Language } from '../time/dtg.ts'
import { outsideAreaRepairs } from './outsideAreaRepairs.ts'

const RULE = 'outside-area'

/**
 * All places of a mission lie in the area of operations of the command of each of its units, or in an area of coordination
 * (ADP 3-0, ADRP 1-02: a commander works outside the own area only as coordinated with its owner). A command without an
 * area drawn is not judged, nor a place known by name only.
 */
export const outsideArea: Rule = {
  id: RULE,
  subjects: ['mission'],

  check(_plan, subjectId, context) {
    if (context.areas().isEmpty) return NO_FINDINGS
    const facts = context.facts(subjectId as Id<'mission'>)
    if (facts === null || facts.span === null) return NO_FINDINGS
    let outside: Map<Owner, Outside> | null = null
    let inside: Bounds | null = null
    for (const { unit } of facts.assigned) {
      const bounds = boundsFor(context, facts, unit)
      if (bounds === null || bounds.areas === inside?.areas) continue
      const known = outside?.get(bounds.owner)
      const found = known?.bounds.areas === bounds.areas ? known : outsideFor(context.plan, facts.mission, bounds.areas)
      if (found === null) inside = bounds
      else if (known !== undefined) known.units.push(unit)
      else (outside ??= new Map<Owner, Outside>()).set(bounds.owner, { ...found, bounds, units: [unit] })
    }
    return outside === null ? NO_FINDINGS : [...outside.values()].map((found) => findingOf(facts, found))
  },

  say(finding, plan, language) {
    const mission = sayMission(plan, textOf(finding, 'mission'))
    const units = finding.records.filter((id) => isIdOf('unit', id)).map((id) => sayUnit(plan, id))
    const list = sayList(units, language, 2)
    const area = sayArea(plan, finding, language)
    const start = sayTime(plan, numberOf(finding, 'start'), language)
    const km = sayNumber(Math.max(0.1, numberOf(finding, 'km')))
    const at: Position = [numberOf(finding, 'lon'), numberOf(finding, 'lat')]
    const place = formatMgrs(at) ?? formatDegrees(at, language)
    const isOne = units.length === 1
    return language === 'es'
      ? `${mission} queda ${km} km fuera del ${area}, en ${place}, sin coordinación; la ${isOne ? 'cumple' : 'cumplen'} ${list} desde ${start}`
      : `${mission} lies ${km} km outside the ${area}, at ${place}, without coordination; ${list} ${isOne ? 'is' : 'are'} on it from ${start}`
  },

  repairs: (finding, plan, language) => outsideAreaRepairs(new CheckContext(plan), finding, language, fits),
}

interface Outside extends Farthest {
  readonly bounds: Bounds
  readonly units: Unit[]
}

function boundsFor(context: CheckContext, { mission, span }: MissionFacts, unit: Unit): Bounds | null {
  return span === null ? null : context.areas().boundsOf(unit, mission, span.start, context.toInstant(span.start))
}

/** Whether a unit could do a mission at its time without leaving where it may work. */
function fits(context: CheckContext, facts: MissionFacts, unit: Unit): boolean {
  const bounds = boundsFor(context, facts, unit)
  return bounds === null || outsideFor(context.plan, facts.mission, bounds.areas) === null
}

function findingOf({ mission, span }: MissionFacts, { bounds, at, km, units }: Outside): Finding {
  const params = {
    mission: mission.id,
    owner: bounds.owner,
    area: bounds.operations[0]?.overlay.id ?? '',
    areas: bounds.operations.length,
    km,
    lon: at[0],
    lat: at[1],
    start: span?.start ?? 0,
  }
  return makeFinding(RULE, 'error', [mission.id, bounds.owner], [mission.id, ...units.map((u) => u.id)], params)
}

/** `área de operaciones «Norte», de 2.ª Bda`: the area and whose it is. */
function sayArea(plan: PlanReader, finding: Finding, language: Language): string {
  const id = textOf(finding, 'area')
  const name = isIdOf('overlay', id) ? plan.get(id)?.name : undefined
  const more = numberOf(finding, 'areas') - 1
  const owner = sayOwner(plan, textOf(finding, 'owner'), language)
  if (language === 'es') {
    const rest = more > 0 ? ` y ${more} más` : ''
    return `área de operaciones «${name ?? '—'}»${rest}, de ${owner}`
  }
  return `area of operations “${name ?? '—'}”${more > 0 ? ` and ${more} more` : ''}, of ${owner}`
}

function sayOwner(plan: PlanReader, owner: string, language: Language): string {
  if (isIdOf('unit', owner)) return sayUnit(plan, owner)
  const component = isIdOf('component', owner) ? plan.get(owner)?.name : undefined
  if (component === undefined) return language === 'es' ? 'todo el comando' : 'the whole command'
  return (language === 'en' ? component.en : undefined) ?? component.es
}
