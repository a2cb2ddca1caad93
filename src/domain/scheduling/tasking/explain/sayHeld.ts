import { sayList, sayMission, sayUnit } from '../../../check/saying.ts'
import type { PlanReader } from '../../../plan/PlanDocument.ts'
import type { Language } from '../../../time/dtg.ts'
import type { DemandOf, Hindrance } from './requirementKinds.ts'

/** What units are that nothing of a kind keeps away; and what is said before the names of those that it does. */
const WORDS: Record<Language, Record<Hindrance['kind'], readonly [free: string, held: string]>> = {
  es: {
    allocation: ['con asignación entonces', 'sin asignación entonces'],
    readiness: ['con alistamiento suficiente', 'sin alistamiento suficiente'],
    area: ['con área de operaciones que la comprenda', 'con otra área de operaciones'],
    command: ['con mando que lo permita', 'con mando que no lo permite'],
    travel: ['con tiempo de llegar', 'sin tiempo de llegar'],
    sorties: ['con salidas', 'sin más salidas'],
    crews: ['con horas de tripulación', 'sin más horas de tripulación'],
    supply: ['con abastecimiento', 'sin abastecimiento suficiente'],
    busy: ['sin otra tarea', ''],
  },
  en: {
    allocation: ['allocated then', 'not allocated then'],
    readiness: ['ready', 'not ready'],
    area: ['inside its area of operations', 'outside its area of operations'],
    command: ['allowed by its command', 'not allowed by its command'],
    travel: ['able to arrive in time', 'not able to arrive in time'],
    sorties: ['able to fly more sorties', 'not able to fly more sorties'],
    crews: ['able to crew more hours', 'not able to crew more hours'],
    supply: ['supplied for long enough', 'not supplied for long enough'],
    busy: ['free of other tasks', ''],
  },
}

/** Missions that hold force and are named one by one. */
const MOST_HOLDERS = 5

/** `con asignación entonces y sin otra tarea`: what units would have to be; empty where nothing keeps them away. */
export function sayFree(hindrances: readonly DemandOf<Hindrance>[], language: Language): string {
  const kinds = [...new Set(hindrances.map((d) => d.requirement.kind))]
  const words = kinds.map((kind) => WORDS[language][kind][0])
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words)
}

/** One sentence that names the units kept away, and by what; none where no unit is known. `more`: further missions. */
export function sayHeld(
  hindrances: readonly DemandOf<Hindrance>[],
  more: number,
  plan: PlanReader,
  language: Language,
): string[] {
  const parts: string[] = []
  const holders: string[] = []
  for (const { requirement, units = [] } of hindrances) {
    const names = sayList(
      units.map((id) => sayUnit(plan, id)),
      language,
    )
    if (requirement.kind === 'busy') {
      const other = sayMission(plan, requirement.other)
      holders.push(names === '' ? other : `${other} (${names})`)
    } else if (names !== '') parts.push(`${WORDS[language][requirement.kind][1]}: ${names}`)
  }
  if (holders.length > 0) {
    const es = language === 'es'
    const rest = Math.max(0, holders.length - MOST_HOLDERS) + more
    const shown = holders.slice(0, MOST_HOLDERS).join(', ')
    const list = rest === 0 ? shown : es ? `${shown} y ${rest} más` : `${shown} and ${rest} more`
    parts.unshift(`${es ? 'ocupan fuerza' : 'force is held by'}: ${list}`)
  }
  if (parts.length === 0) return []
  const text = parts.join('; ')
  return [text.charAt(0).toUpperCase() + text.slice(1)]
}
