import { sayCapability, sayList, sayMission, sayNumber, sayTime, sayUnit } from '../../../check/saying.ts'
import type { PlanReader } from '../../../plan/PlanDocument.ts'
import type { Id } from '../../../records/ids.ts'
import { assertNever } from '../../../result.ts'
import type { Language } from '../../../time/dtg.ts'
import type { Demand } from '../Proposal.ts'
import { sayEnabler } from './sayEnabler.ts'
import { sayLight } from './sayLight.ts'

/** What letting go of one requirement would bring, in one line; null where that alone is not enough. */
export function sayFreed(demand: Demand, mission: Id<'mission'>, plan: PlanReader, language: Language): string | null {
  const { freed } = demand
  if (freed === null) return null
  const es = language === 'es'
  const start = sayTime(plan, freed.start, language)
  const names = freed.units.map((id) => sayUnit(plan, id))
  const team = names.length === 0 ? '' : `, ${es ? 'con' : 'with'} ${sayList(names, language)}`
  const condition = es ? ifInSpanish(demand, mission, plan) : ifInEnglish(demand, mission, plan)
  return es ? `Cabría si ${condition}: ${start}${team}` : `It would fit if ${condition}: ${start}${team}`
}

/** Those of the units it would get that the demand held up; null where none of them is known. */
function heldUp({ units = [], freed }: Demand, plan: PlanReader, language: Language): HeldUp | null {
  // What it keeps is not among the units it would get.
  const used = freed?.units.length === 0 ? units : units.filter((id) => freed?.units.includes(id) ?? false)
  const names = used.map((id) => sayUnit(plan, id))
  return names.length === 0 ? null : { names: sayList(names, language, 3), isMany: names.length > 1 }
}

interface HeldUp {
  readonly names: string
  readonly isMany: boolean
}

function ifInSpanish(demand: Demand, mission: Id<'mission'>, plan: PlanReader): string {
  const { requirement, asked } = demand
  const held = heldUp(demand, plan, 'es')
  const of = held === null ? '' : ` de ${held.names}`
  const could = held?.isMany === true ? 'pudieran' : 'pudiera'
  switch (requirement.kind) {
    case 'not-before':
      return 'pudiera empezar antes de su «no antes de»'
    case 'not-after':
      return 'pudiera terminar después de su «no después de»'
    case 'phase':
      return 'pudiera salir de su fase'
    case 'horizon':
      return 'pudiera salir del plazo del plan'
    case 'fixed-start':
      return 'su inicio no estuviera fijado'
    case 'asked-from':
      return 'pudiera empezar antes de lo pedido'
    case 'dependency':
      return `no dependiera de ${sayMission(plan, requirement.other)}`
    case 'enabler': {
      const kind = sayEnabler(requirement.enabler, 'es')
      return requirement.other === null
        ? `otra misión le diera ${kind}`
        : `no tuviera que ajustarse a ${sayMission(plan, requirement.other)} (${kind})`
    }
    case 'legal-basis':
      return 'una base legal la amparara entonces'
    case 'light':
      return `no pidiera ${sayLight(plan, mission, 'es')}`
    case 'season':
      return 'aceptara esa época'
    case 'leader':
      return 'otro la condujera'
    case 'capability': {
      const name = sayCapability(plan, requirement.capability, 'es')
      return asked === undefined ? `otros le dieran ${name}` : `otros le dieran ${sayNumber(asked)} de ${name}`
    }
    case 'allocation':
      return `la asignación al comando${of} alcanzara`
    case 'readiness':
      return `el alistamiento${of} alcanzara`
    case 'area':
      return held === null ? 'el área de operaciones lo permitiera' : `${held.names} ${could} actuar fuera de su área`
    case 'command':
      return `el mando${of} lo permitiera`
    case 'travel':
      return held === null ? 'el camino fuera más corto' : `${held.names} ${could} llegar a tiempo`
    case 'sorties':
      return held === null ? 'hubiera más salidas' : `${held.names} ${could} dar más salidas`
    case 'crews':
      return `las tripulaciones${of} pudieran dar más horas`
    case 'supply':
      return `el abastecimiento${of} alcanzara`
    case 'busy':
      return `${sayMission(plan, requirement.other)} dejara libre a ${held?.names ?? 'su fuerza'}`
    case 'check':
      return 'la verificación lo admitiera'
    default:
      return assertNever(requirement)
  }
}

function ifInEnglish(demand: Demand, mission: Id<'mission'>, plan: PlanReader): string {
  const { requirement, asked } = demand
  const held = heldUp(demand, plan, 'en')
  const who = held?.names ?? 'units'
  switch (requirement.kind) {
    case 'not-before':
      return 'it could start before its “not before”'
    case 'not-after':
      return 'it could end after its “not after”'
    case 'phase':
      return 'it could leave its phase'
    case 'horizon':
      return 'it could leave the time of the plan'
    case 'fixed-start':
      return 'its start were not fixed'
    case 'asked-from':
      return 'it could start before the time asked'
    case 'dependency':
      return `it did not depend on ${sayMission(plan, requirement.other)}`
    case 'enabler': {
      const kind = sayEnabler(requirement.enabler, 'en')
      return requirement.other === null
        ? `another mission gave it ${kind}`
        : `it did not have to go with ${sayMission(plan, requirement.other)} (${kind})`
    }
    case 'legal-basis':
      return 'a legal basis covered it then'
    case 'light':
      return `it did not ask for ${sayLight(plan, mission, 'en')}`
    case 'season':
      return 'it could be done in that season'
    case 'leader':
      return 'somebody else led it'
    case 'capability': {
      const name = sayCapability(plan, requirement.capability, 'en')
      return asked === undefined ? `others gave it ${name}` : `others gave it ${sayNumber(asked)} of ${name}`
    }
    case 'allocation':
      return `${who} were allocated for long enough`
    case 'readiness':
      return `${who} were ready`
    case 'area':
      return `${who} could act outside the area of operations`
    case 'command':
      return `command relationships let ${who} go`
    case 'travel':
      return held === null ? 'the way were shorter' : `${who} could arrive in time`
    case 'sorties':
      return held === null ? 'there were more sorties' : `${who} could fly more sorties`
    case 'crews':
      return `the crews${held === null ? '' : ` of ${who}`} could work more hours`
    case 'supply':
      return `the supplies${held === null ? '' : ` of ${who}`} lasted`
    case 'busy':
      return `${sayMission(plan, requirement.other)} let ${held?.names ?? 'its force'} go`
    case 'check':
      return 'the check allowed it'
    default:
      return assertNever(requirement)
  }
}
