import { sayUnit } from '../../../check/saying.ts'
import type { PlanReader } from '../../../plan/PlanDocument.ts'
import { assertNever } from '../../../result.ts'
import type { Language } from '../../../time/dtg.ts'
import { formatSpan } from '../../../time/planTime.ts'
import type { UnitReason } from '../Proposal.ts'

/** Why a mission gets a unit, in one sentence. Never throws, also where the unit is gone. */
export function sayUnitReason(reason: UnitReason, plan: PlanReader, language: Language): string {
  const parts = language === 'es' ? inSpanish(reason) : inEnglish(reason)
  return `${sayUnit(plan, reason.unit)}: ${parts.filter((part) => part !== '').join('; ')}`
}

function inSpanish({ why, able, free, travel, work }: UnitReason): readonly string[] {
  const others = able > 1 && why !== 'only' ? `${free} ${free === 1 ? 'libre' : 'libres'} de ${able} que podrían` : ''
  const way = travel === null ? '' : `${formatSpan(travel)} de camino`
  const load = `${formatSpan(work)} de trabajo en el plan`
  switch (why) {
    case 'only':
      return [able > 1 ? `la única libre entonces de ${able} que podrían` : 'la única que puede', way, load]
    case 'present':
      return ['ya estaba en la misión', others, way, load]
    case 'nearest':
      return [travel === null ? 'la más cercana' : `la más cercana, a ${way}`, others, load]
    case 'rested':
      return [`la de menos trabajo, ${formatSpan(work)} en el plan`, others, way]
    case 'whole':
      return ['cubre sola todo lo pedido', others, way, load]
    case 'goals':
      return ['la que mejor sirve a las metas en conjunto', others, way, load]
    default:
      return assertNever(why)
  }
}

function inEnglish({ why, able, free, travel, work }: UnitReason): readonly string[] {
  const others = able > 1 && why !== 'only' ? `${free} free of ${able} that could` : ''
  const way = travel === null ? '' : `${formatSpan(travel)} on the way`
  const load = `${formatSpan(work)} of work in the plan`
  switch (why) {
    case 'only':
      return [able > 1 ? `the only one free then of ${able} that could` : 'the only one that can', way, load]
    case 'present':
      return ['was on the mission before', others, way, load]
    case 'nearest':
      return [travel === null ? 'the nearest' : `the nearest, ${way}`, others, load]
    case 'rested':
      return [`the one with least work, ${formatSpan(work)} in the plan`, others, way]
    case 'whole':
      return ['alone covers all that is asked', others, way, load]
    case 'goals':
      return ['serves the goals together best', others, way, load]
    default:
      return assertNever(why)
  }
}
