import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { Mission } from '../../../domain/records/mission.ts'

export interface TrayMission {
  readonly mission: Readonly<Mission>
  readonly needsUnit: boolean
  readonly needsStart: boolean
}

/** Missions that still need a unit or a start, cancelled ones left out; by priority, then code. */
export function trayMissions(plan: PlanReader, fits: ((text: string) => boolean) | null): TrayMission[] {
  const found: TrayMission[] = []
  for (const mission of plan.all('mission')) {
    const needsStart = mission.start === null
    const needsUnit = plan.indexes.assignmentsOfMission.get(mission.id).length === 0
    if ((!needsStart && !needsUnit) || mission.status === 'cancelled') continue
    if (fits !== null && !fits(`${mission.code} ${mission.title}`)) continue
    found.push({ mission, needsUnit, needsStart })
  }
  return found.sort((a, b) => a.mission.priority - b.mission.priority || compare(a.mission.code, b.mission.code))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
