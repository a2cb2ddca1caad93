import { sayCapability, sayNumber } from '../../../check/saying.ts'
import type { PlanReader } from '../../../plan/PlanDocument.ts'
import type { Language } from '../../../time/dtg.ts'
import type { DemandOf, Force, Hindrance } from './requirementKinds.ts'
import { sayFree } from './sayHeld.ts'

/**
 * `2 de helicóptero y quien la conduzca`, and `hay 1 de helicóptero con asignación entonces`: what is asked of units, and
 * what there is of it that nothing keeps away.
 */
export function sayForce(
  force: readonly DemandOf<Force>[],
  hindrances: readonly DemandOf<Hindrance>[],
  plan: PlanReader,
  language: Language,
): { readonly asked: string; readonly has: string } {
  const es = language === 'es'
  const nameOf = ({ requirement }: DemandOf<Force>): string =>
    requirement.kind === 'capability' ? sayCapability(plan, requirement.capability, language) : ''
  const asked = force.map((demand) => {
    if (demand.requirement.kind === 'leader') return es ? 'quien la conduzca' : 'a unit to lead it'
    return `${sayNumber(demand.asked ?? 1)} ${es ? 'de' : 'of'} ${nameOf(demand)}`
  })
  const short = force.filter(({ asked = 1, has }) => has !== undefined && has < asked)
  const isOne = force.length === 1
  const has = short.map((demand) => {
    const count = sayNumber(demand.has ?? 0)
    if (demand.requirement.kind === 'leader') return es ? `${count} para conducirla` : `${count} to lead it`
    return isOne ? count : `${count} ${es ? 'de' : 'of'} ${nameOf(demand)}`
  })
  const free = sayFree(hindrances, language)
  const isLeader = isOne && force[0]?.requirement.kind === 'leader' && short.length > 0
  if (isLeader) return { asked: listOf(asked, language), has: sayNobody(free, language) }
  const counts = listOf(has, language)
  return { asked: listOf(asked, language), has: es ? inSpanish(counts, free) : inEnglish(counts, free) }
}

const listOf = (parts: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(parts)

/** Where all that is asked is somebody to lead. */
function sayNobody(free: string, language: Language): string {
  if (language === 'es') return free === '' ? 'ninguna unidad puede' : `de las que pueden, ninguna ${free}`
  return free === '' ? 'no unit can' : `no unit that can is ${free}`
}

function inSpanish(counts: string, free: string): string {
  if (counts === '') return free === '' ? 'no hay todo eso a la vez' : `no hay todo eso a la vez ${free}`
  return `hay ${counts} ${free === '' ? 'entre todas las unidades' : free}`
}

function inEnglish(counts: string, free: string): string {
  if (counts === '') return `not all of that is there at once${free === '' ? '' : `, ${free}`}`
  const isPlural = !/^[01]$/.test(counts)
  const number = counts === '0' ? 'none' : counts === '1' ? 'one' : counts
  if (free === '') return `there ${isPlural ? 'are' : 'is'} ${number} among all units`
  return `${number} ${isPlural ? 'are' : 'is'} ${free}`
}
