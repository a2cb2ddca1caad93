import { nextMissionCode } from '../../../domain/commands/nextMissionCode.ts'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { NewRecord } from '../../../domain/plan/PlanEdit.ts'
import type { Id } from '../../../domain/records/ids.ts'
import type { MissionType } from '../../../domain/records/missionType.ts'

/** A draft mission of a type with the next free code, in the phase its start (minutes from H-hour) falls in. */
export function newMission(
  plan: PlanReader,
  { id, type, title, start }: { id: Id<'mission'>; type: MissionType; title: string; start: number | null },
): NewRecord<'mission'> {
  const phase = start === null ? undefined : plan.meta.phases.find((p) => p.from <= start && start < p.to)
  return {
    id,
    code: nextMissionCode(plan),
    title,
    type: type.id,
    task: '',
    purpose: '',
    verb: '',
    phase: phase?.key ?? null,
    places: [],
    earliest: null,
    latest: null,
    duration: type.duration,
    start,
    objectives: [],
    priority: 3,
    status: 'draft',
    legalBasis: null,
    enablers: [],
    risk: '',
    notes: '',
  }
}
