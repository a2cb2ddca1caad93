import type { PlanReader } from '../../../plan/PlanDocument.ts'
import type { Id } from '../../../records/ids.ts'
import type { Language } from '../../../time/dtg.ts'

/** The light that a mission's type asks for: `luz de día`, `oscuridad`, `luna al 40 %`. */
export function sayLight(plan: PlanReader, mission: Id<'mission'>, language: Language): string {
  const record = plan.get(mission)
  const constraints = record === undefined ? undefined : plan.get(record.type)?.constraints
  const percent = constraints?.minIlluminationPercent ?? 0
  const es = language === 'es'
  const moon = percent > 0 ? (es ? `luna al ${percent} %` : `${percent} % of the moon`) : ''
  const light = constraints?.light ?? 'any'
  if (light === 'day') return es ? 'luz de día' : 'daylight'
  if (light === 'any') return moon === '' ? (es ? 'otra luz' : 'other light') : moon
  return [es ? 'oscuridad' : 'darkness', moon].filter((t) => t !== '').join(es ? ' con ' : ' with ')
}
