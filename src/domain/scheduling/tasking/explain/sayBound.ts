import { sayMission, sayTime } from '../../../check/saying.ts'
import type { PlanReader } from '../../../plan/PlanDocument.ts'
import type { Id } from '../../../records/ids.ts'
import type { Language } from '../../../time/dtg.ts'
import { formatSpan } from '../../../time/planTime.ts'
import { assertNever } from '../../../result.ts'
import type { Demand } from '../Proposal.ts'
import type { DemandOf, TimeRequirement } from './requirementKinds.ts'
import { sayEnabler } from './sayEnabler.ts'
import { sayLight } from './sayLight.ts'

type TimeDemand = DemandOf<TimeRequirement>

/** What a demand on the time of a mission asks, as the rest of a sentence whose subject is the mission. */
export function sayBound(demand: TimeDemand, mission: Id<'mission'>, plan: PlanReader, language: Language): string {
  return language === 'es' ? inSpanish(demand, mission, plan) : inEnglish(demand, mission, plan)
}

function timesOf({ first, last }: Demand, plan: PlanReader, language: Language) {
  const isKnown = (at: number | undefined): at is number => at !== undefined && Number.isFinite(at)
  const es = language === 'es'
  const [from, to] = [first, last].map((at) => (isKnown(at) ? sayTime(plan, at, language) : null)) as [
    string | null,
    string | null,
  ]
  const none = es ? 'a ninguna hora' : 'at no time'
  const since = from === null ? none : es ? `desde ${from}` : `from ${from} on`
  const until = to === null ? since : es ? `hasta ${to}` : `until ${to}`
  const both = es ? `de ${from} a ${to}` : `from ${from} to ${to}`
  return { from: from ?? '—', to: to ?? '—', starts: from !== null && to !== null ? both : until }
}

function inSpanish(demand: TimeDemand, mission: Id<'mission'>, plan: PlanReader): string {
  const { requirement } = demand
  const { from, starts } = timesOf(demand, plan, 'es')
  const record = plan.get(mission)
  const length = formatSpan(record?.duration.likely ?? 0)
  switch (requirement.kind) {
    case 'not-before':
      return `no empieza antes de ${from}`
    case 'not-after':
      return `termina no después de ${endOf(demand, record?.latest ?? null, plan, 'es')} y dura ${length}`
    case 'phase':
      return `cabe en su fase con inicio ${starts}, pues dura ${length}`
    case 'horizon':
      return `cabe en el plazo del plan con inicio ${starts}`
    case 'fixed-start':
      return `tiene el inicio fijado en ${from}`
    case 'asked-from':
      return `no empieza antes de ${from}, como se pidió`
    case 'dependency':
      return isTimed(demand)
        ? `puede empezar ${starts} por su dependencia con ${sayMission(plan, requirement.other)}`
        : `depende de ${sayMission(plan, requirement.other)}, que no tiene hora que sirva`
    case 'enabler': {
      const kind = sayEnabler(requirement.enabler, 'es')
      if (requirement.other === null) return `necesita ${kind} y ninguna misión vinculada sirve para ello`
      const other = sayMission(plan, requirement.other)
      return isTimed(demand)
        ? `puede empezar ${starts} por ${other} (${kind})`
        : `va unida a ${other} por ${kind}, y ${other} no tiene hora que sirva`
    }
    case 'legal-basis':
      return isTimed(demand) ? `tiene base legal con inicio ${starts}` : 'pide base legal y ninguna la ampara entonces'
    case 'light':
      return `pide ${sayLight(plan, mission, 'es')}`
    case 'season':
      return 'es de un tipo que no se hace en esa época'
    default:
      return assertNever(requirement)
  }
}

function inEnglish(demand: TimeDemand, mission: Id<'mission'>, plan: PlanReader): string {
  const { requirement } = demand
  const { from, starts } = timesOf(demand, plan, 'en')
  const record = plan.get(mission)
  const length = formatSpan(record?.duration.likely ?? 0)
  switch (requirement.kind) {
    case 'not-before':
      return `does not start before ${from}`
    case 'not-after':
      return `ends no later than ${endOf(demand, record?.latest ?? null, plan, 'en')} and takes ${length}`
    case 'phase':
      return `fits its phase when it starts ${starts}, as it takes ${length}`
    case 'horizon':
      return `fits the time of the plan when it starts ${starts}`
    case 'fixed-start':
      return `has its start fixed at ${from}`
    case 'asked-from':
      return `does not start before ${from}, as was asked`
    case 'dependency':
      return isTimed(demand)
        ? `may start ${starts} by its dependency with ${sayMission(plan, requirement.other)}`
        : `depends on ${sayMission(plan, requirement.other)}, which has no time that serves`
    case 'enabler': {
      const kind = sayEnabler(requirement.enabler, 'en')
      if (requirement.other === null) return `needs ${kind} and no mission tied to it gives that`
      const other = sayMission(plan, requirement.other)
      return isTimed(demand)
        ? `may start ${starts} by ${other} (${kind})`
        : `is tied to ${other} by ${kind}, and ${other} has no time that serves`
    }
    case 'legal-basis':
      return isTimed(demand)
        ? `has a legal basis when it starts ${starts}`
        : 'needs a legal basis and none covers it then'
    case 'light':
      return `asks for ${sayLight(plan, mission, 'en')}`
    case 'season':
      return 'is of a type that is not done in that season'
    default:
      return assertNever(requirement)
  }
}

const isTimed = ({ first, last }: Demand): boolean => first !== undefined || last !== undefined

/** The plan's own bound; else the last start said. */
function endOf({ last }: Demand, latest: number | null, plan: PlanReader, language: Language): string {
  const at = latest ?? last
  return at === undefined ? '—' : sayTime(plan, at, language)
}

/** What a bound is called where its times are told already. */
export function sayBoundBriefly(
  { requirement }: TimeDemand,
  mission: Id<'mission'>,
  plan: PlanReader,
  language: Language,
): string {
  const es = language === 'es'
  switch (requirement.kind) {
    case 'not-before':
      return es ? '«no antes de»' : '“not before”'
    case 'not-after':
      return es ? '«no después de»' : '“not after”'
    case 'phase':
      return es ? 'su fase' : 'its phase'
    case 'horizon':
      return es ? 'plazo del plan' : 'time of the plan'
    case 'fixed-start':
      return es ? 'inicio fijado' : 'fixed start'
    case 'asked-from':
      return es ? 'inicio pedido' : 'start asked'
    case 'dependency':
      return `${es ? 'dependencia con' : 'dependency with'} ${sayMission(plan, requirement.other)}`
    case 'enabler': {
      const kind = sayEnabler(requirement.enabler, language)
      return requirement.other === null ? kind : `${kind}, ${sayMission(plan, requirement.other)}`
    }
    case 'legal-basis':
      return es ? 'base legal' : 'legal basis'
    case 'light':
      return sayLight(plan, mission, language)
    case 'season':
      return es ? 'época del año' : 'season'
    default:
      return assertNever(requirement)
  }
}
