import { sayCapability, sayMission, sayTime, sayUnit } from '../../../check/saying.ts'
import type { PlanReader } from '../../../plan/PlanDocument.ts'
import type { Id } from '../../../records/ids.ts'
import { assertNever } from '../../../result.ts'
import type { Language } from '../../../time/dtg.ts'
import type { TimeReason } from '../Proposal.ts'
import { sayEnabler } from './sayEnabler.ts'
import { sayLight } from './sayLight.ts'

/** Why a mission does not start earlier, in one sentence. Never throws, also where records of the reason are gone. */
export function sayTimeReason(
  reason: TimeReason,
  mission: Id<'mission'>,
  plan: PlanReader,
  language: Language,
): string {
  const { unit, until } = reason
  const time = until === null ? null : sayTime(plan, until, language)
  const told = { reason, code: sayMission(plan, mission), unit: unit === null ? null : sayUnit(plan, unit), time }
  return language === 'es' ? inSpanish(told, mission, plan) : inEnglish(told, mission, plan)
}

interface Told {
  readonly reason: TimeReason
  /** The mission's. */
  readonly code: string
  readonly unit: string | null
  readonly time: string | null
}

function inSpanish(
  { reason: { requirement }, code, unit, time }: Told,
  mission: Id<'mission'>,
  plan: PlanReader,
): string {
  const until = time === null ? '' : ` hasta ${time}`
  const from = time === null ? 'a ninguna hora' : `desde ${time}`
  const who = unit ?? 'ninguna unidad'
  switch (requirement.kind) {
    case 'not-before':
      return `${code} no puede empezar antes${time === null ? '' : ` de ${time}`}, su «no antes de»`
    case 'not-after':
      return `${code} tiene que terminar a tiempo, por su «no después de»`
    case 'phase':
      return `La fase de ${code} la deja empezar ${from}`
    case 'horizon':
      return `El plan llega ${time === null ? 'hasta ahí' : from}`
    case 'fixed-start':
      return `El inicio de ${code} está fijado`
    case 'asked-from':
      return `Se pidió que nada nuevo empiece antes${time === null ? '' : ` de ${time}`}`
    case 'dependency': {
      const other = sayMission(plan, requirement.other)
      return isWaiting(plan, requirement.dependency, mission)
        ? `${code} espera a ${other}: puede empezar ${from}`
        : `${other} espera a ${code}, que por eso puede empezar ${from}`
    }
    case 'enabler': {
      const kind = sayEnabler(requirement.enabler, 'es')
      if (requirement.other === null)
        return `${code} necesita ${kind} y ninguna misión vinculada sirve para ello${until}`
      return `${code} y ${sayMission(plan, requirement.other)} van unidas por ${kind}: puede empezar ${from}`
    }
    case 'legal-basis':
      return `La base legal ampara a ${code} ${from}`
    case 'light':
      return `${code} pide ${sayLight(plan, mission, 'es')}, que hay ${from}`
    case 'season':
      return `La época conviene a ${code} ${from}`
    case 'leader':
      return `Ninguna unidad puede conducir ${code}${until}`
    case 'capability':
      return `No hay suficiente ${sayCapability(plan, requirement.capability, 'es')} libre${until}`
    case 'allocation':
      if (unit === null) return `Sin unidades con asignación al comando${until}`
      return time === null ? `${who} ya no tiene asignación al comando` : `${who} tiene asignación al comando ${from}`
    case 'readiness':
      if (unit === null) return `Sin unidades con alistamiento suficiente${until}`
      return time === null ? `${who} no tiene alistamiento suficiente` : `${who} tiene alistamiento suficiente ${from}`
    case 'area':
      return `El área de operaciones no deja que ${who} vaya a ${code}${until}`
    case 'command':
      return `El mando no deja que ${who} vaya a ${code}${until}`
    case 'travel':
      return unit === null
        ? `El camino a ${code} no deja llegar antes${time === null ? '' : ` de ${time}`}`
        : `${who} llega a ${code} ${from}`
    case 'sorties':
      return unit === null ? `No quedan salidas${until}` : `${who} no tiene más salidas${until}`
    case 'crews':
      return `Las tripulaciones${unit === null ? '' : ` de ${who}`} no tienen más horas${until}`
    case 'supply':
      return `El abastecimiento${unit === null ? '' : ` de ${who}`} no alcanza${until}`
    case 'busy': {
      const other = sayMission(plan, requirement.other)
      return unit === null ? `${other} ocupa la fuerza que pide ${code}${until}` : `${who} está en ${other}${until}`
    }
    case 'check':
      return `La verificación no admite antes a ${code}`
    default:
      return assertNever(requirement)
  }
}

function inEnglish(
  { reason: { requirement }, code, unit, time }: Told,
  mission: Id<'mission'>,
  plan: PlanReader,
): string {
  const until = time === null ? '' : ` until ${time}`
  const from = time === null ? 'at no time' : `from ${time}`
  const who = unit ?? 'no unit'
  switch (requirement.kind) {
    case 'not-before':
      return `${code} may not start before ${time ?? 'then'}, its “not before”`
    case 'not-after':
      return `${code} has to end in time, by its “not after”`
    case 'phase':
      return `The phase of ${code} lets it start ${from}`
    case 'horizon':
      return `The plan reaches ${time === null ? 'no further' : from}`
    case 'fixed-start':
      return `The start of ${code} is fixed`
    case 'asked-from':
      return `Nothing new was to start before ${time ?? 'then'}`
    case 'dependency': {
      const other = sayMission(plan, requirement.other)
      return isWaiting(plan, requirement.dependency, mission)
        ? `${code} waits for ${other}: it may start ${from}`
        : `${other} waits for ${code}, which may therefore start ${from}`
    }
    case 'enabler': {
      const kind = sayEnabler(requirement.enabler, 'en')
      if (requirement.other === null) return `${code} needs ${kind} and no mission tied to it gives that${until}`
      return `${code} and ${sayMission(plan, requirement.other)} are tied by ${kind}: it may start ${from}`
    }
    case 'legal-basis':
      return `A legal basis covers ${code} ${from}`
    case 'light':
      return `${code} asks for ${sayLight(plan, mission, 'en')}, which there is ${from}`
    case 'season':
      return `The season suits ${code} ${from}`
    case 'leader':
      return `No unit can lead ${code}${until}`
    case 'capability':
      return `Not enough ${sayCapability(plan, requirement.capability, 'en')} is free${until}`
    case 'allocation':
      if (unit === null) return `No units are allocated to the command${until}`
      return time === null
        ? `${who} is no longer allocated to the command`
        : `${who} is allocated to the command ${from}`
    case 'readiness':
      if (unit === null) return `No units are ready${until}`
      return time === null ? `${who} is not ready` : `${who} is ready ${from}`
    case 'area':
      return `The area of operations does not let ${who} go on ${code}${until}`
    case 'command':
      return `Command relationships do not let ${who} go on ${code}${until}`
    case 'travel':
      return unit === null
        ? `The way to ${code} allows no arrival before ${time ?? 'then'}`
        : `${who} arrives at ${code} ${from}`
    case 'sorties':
      return unit === null ? `No sorties are left${until}` : `${who} has no sorties left${until}`
    case 'crews':
      return `The crews${unit === null ? '' : ` of ${who}`} have no hours left${until}`
    case 'supply':
      return `The supplies${unit === null ? '' : ` of ${who}`} do not last${until}`
    case 'busy': {
      const other = sayMission(plan, requirement.other)
      return unit === null ? `${other} holds the force that ${code} needs${until}` : `${who} is on ${other}${until}`
    }
    case 'check':
      return `The check does not allow ${code} earlier`
    default:
      return assertNever(requirement)
  }
}

function isWaiting(plan: PlanReader, dependency: Id<'dependency'>, mission: Id<'mission'>): boolean {
  return plan.get(dependency)?.successor === mission
}
