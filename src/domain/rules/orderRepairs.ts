import type { CheckContext } from '../check/CheckContext.ts'
import type { Finding, Repair } from '../check/Finding.ts'
import { firstFit, predecessorStart, startBounds, successorStart } from '../check/fit.ts'
import { sayMission, sayTime, textOf } from '../check/saying.ts'
import { shiftRepair } from '../check/shift.ts'
import type { Dependency } from '../records/dependency.ts'
import type { Id } from '../records/ids.ts'
import type { Mission } from '../records/mission.ts'
import type { Language } from '../time/dtg.ts'

/** Ways to mend a broken order: move what comes too soon or too late, another phase, or open the circle. */
export function orderRepairs(context: CheckContext, finding: Finding, language: Language): Repair[] {
  const what = textOf(finding, 'what')
  if (what === 'circle') return openCircle(context, finding, language)
  const mission = context.plan.get(textOf(finding, 'mission') as Id<'mission'>)
  if (mission === undefined || mission.start === null) return []
  switch (what) {
    case 'earliest':
      return shiftWithin(context, mission, mission.earliest, null, finding, language)
    case 'latest':
      return shiftWithin(context, mission, null, mission.latest, finding, language)
    case 'phase':
      return phaseRepairs(context, mission, finding, language)
    default:
      return dependencyRepairs(context, mission, finding, language)
  }
}

/** Moves a mission to the nearest start that keeps it within bounds, whole if its units can, else at the bound. */
function shiftWithin(
  context: CheckContext,
  mission: Mission,
  from: number | null,
  to: number | null,
  finding: Finding,
  language: Language,
): Repair[] {
  const first = from ?? Number.NEGATIVE_INFINITY
  const last = to === null ? Number.POSITIVE_INFINITY : to - mission.duration.likely
  const bounds = startBounds(context, mission)
  const nearest = Math.min(Math.max(mission.start ?? 0, first), last)
  const tries = [nearest, Math.min(nearest, bounds.last), bounds.first].filter((t) => t >= first && t <= last)
  const fits = tries.map((t) => firstFit(context, mission, t, [])).filter((t) => t !== null && t >= first && t <= last)
  const start = fits.find((t) => t !== null && t >= bounds.first && t <= bounds.last) ?? nearest
  return shiftRepair(context, mission, start, language, finding.records)
}

function phaseRepairs(context: CheckContext, mission: Mission, finding: Finding, language: Language): Repair[] {
  const { phases } = context.plan.meta
  const phase = phases.find((p) => p.key === mission.phase)
  const start = mission.start ?? 0
  const end = start + mission.duration.likely
  const repairs: Repair[] = []
  if (phase !== undefined && mission.duration.likely <= phase.to - phase.from) {
    repairs.push(...shiftWithin(context, mission, phase.from, phase.to, finding, language))
  }
  const other = phases.find((p) => p.key !== mission.phase && p.from <= start && p.to >= end)
  if (other !== undefined) {
    const name = (language === 'en' ? other.name.en : undefined) ?? other.name.es
    const until = sayTime(context.plan, other.to, language)
    const text =
      language === 'es'
        ? `Pasar ${mission.code} a la fase ${name}, que va hasta ${until}`
        : `Put ${mission.code} into phase ${name}, which lasts until ${until}`
    repairs.push({ command: { type: 'editRecords', ids: [mission.id], fields: { phase: other.key } }, text })
  }
  return repairs
}

function dependencyRepairs(context: CheckContext, mission: Mission, finding: Finding, language: Language): Repair[] {
  const { plan } = context
  const dependency = plan.get(textOf(finding, 'dependency') as Id<'dependency'>)
  const before = dependency === undefined ? undefined : plan.get(dependency.predecessor)
  if (dependency === undefined || before === undefined) return []
  const from = successorStart(plan, dependency, mission.duration.likely)
  const later = from === null ? null : firstFit(context, mission, from, [])
  const earlier = predecessorStart(plan, dependency, before.duration.likely)
  return [
    ...shiftRepair(context, mission, later, language, finding.records),
    ...shiftRepair(context, before, earlier, language, finding.records),
    removeDependencies(context, [dependency], language),
  ]
}

function openCircle(context: CheckContext, finding: Finding, language: Language): Repair[] {
  const circle = context.circles().find((c) => c.missions[0] === finding.records[0])
  return circle === undefined ? [] : [removeDependencies(context, circle.closing, language)]
}

function removeDependencies(context: CheckContext, dependencies: readonly Dependency[], language: Language): Repair {
  const { plan } = context
  const ties = dependencies
    .slice(0, 3)
    .map((d) => `${sayMission(plan, d.predecessor)} → ${sayMission(plan, d.successor)}`)
    .join(', ')
  const rest = dependencies.length - 3
  const more = rest > 0 ? (language === 'es' ? ` y ${rest} más` : ` and ${rest} more`) : ''
  const verb = language === 'es' ? 'Quitar la dependencia' : 'Remove the dependency'
  return {
    command: { type: 'removeRecords', ids: dependencies.map((d) => d.id) },
    text: `${verb} ${ties}${more}`,
  }
}
