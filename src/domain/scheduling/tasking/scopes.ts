import type { Finding } from '../../check/Finding.ts'
import type { PlanReader } from '../../plan/PlanDocument.ts'
import { type Id, isIdOf } from '../../records/ids.ts'
import type { Mission, MissionStatus } from '../../records/mission.ts'

/** Of missions under way, done or cancelled nothing is proposed. */
const OPEN_STATUSES: ReadonlySet<MissionStatus> = new Set<MissionStatus>(['draft', 'planned', 'ordered'])

export const mayBeTasked = ({ status }: Mission): boolean => OPEN_STATUSES.has(status)

/** Missions without time, without units, or whose units do not cover what they ask, in the plan's order. */
export function missionsInNeed(plan: PlanReader, findings: Iterable<Finding>): Id<'mission'>[] {
  const short = new Set<unknown>()
  for (const { rule, params } of findings) if (rule === 'capability-short') short.add(params.mission)
  return [...plan.all('mission')]
    .filter((m) => mayBeTasked(m) && (m.start === null || short.has(m.id) || !hasForce(plan, m)))
    .map((m) => m.id)
}

const hasForce = (plan: PlanReader, { id }: Mission): boolean =>
  plan.indexes.assignmentsOfMission.get(id).some((a) => a.part !== 'reserve')

/** Missions that errors are about, in the order of the findings. */
export function missionsInError(plan: PlanReader, findings: Iterable<Finding>): Id<'mission'>[] {
  const missions = new Set<Id<'mission'>>()
  for (const { severity, records } of findings) {
    if (severity !== 'error') continue
    for (const id of records) {
      const mission = isIdOf('mission', id) ? plan.get(id) : undefined
      if (mission !== undefined && mayBeTasked(mission)) missions.add(mission.id)
    }
  }
  return [...missions]
}
