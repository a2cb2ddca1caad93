import type { Finding } from '../../../domain/check/Finding.ts'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { Id } from '../../../domain/records/ids.ts'
import type { Mission } from '../../../domain/records/mission.ts'
import { mayBeTasked, missionsInError, missionsInNeed } from '../../../domain/scheduling/tasking/scopes.ts'

/**
 * Missions that may be asked about: those that lack a time or units, those with errors, those that were selected, those of a
 * phase, all.
 */
export type TaskingScope = 'lacking' | 'errors' | 'selection' | 'all' | `phase:${string}`

/** The scopes that need no choice of one's own. */
export interface TaskingScopes {
  readonly lacking: readonly Id<'mission'>[]
  readonly errors: readonly Id<'mission'>[]
  readonly all: readonly Id<'mission'>[]
  readonly byPhase: ReadonlyMap<string, readonly Id<'mission'>[]>
}

/** Every mission that may change, by what it may be asked about for. `findings` are those not accepted. */
export function taskingScopes(plan: PlanReader, findings: readonly Finding[]): TaskingScopes {
  const all: Id<'mission'>[] = []
  const byPhase = new Map<string, Id<'mission'>[]>()
  for (const mission of plan.all('mission')) {
    if (!mayBeTasked(mission)) continue
    all.push(mission.id)
    if (mission.phase === null) continue
    const ofPhase = byPhase.get(mission.phase)
    if (ofPhase === undefined) byPhase.set(mission.phase, [mission.id])
    else ofPhase.push(mission.id)
  }
  return { lacking: missionsInNeed(plan, findings), errors: missionsInError(plan, findings), all, byPhase }
}

const NONE: readonly Id<'mission'>[] = []

/** The missions of a scope. `picked` is what was selected when that was chosen. */
export function missionsOf(
  scopes: TaskingScopes,
  scope: TaskingScope,
  picked: readonly Id<'mission'>[],
): readonly Id<'mission'>[] {
  if (scope === 'selection') return picked
  if (scope === 'lacking' || scope === 'errors' || scope === 'all') return scopes[scope]
  return scopes.byPhase.get(scope.slice('phase:'.length)) ?? NONE
}

/** What a mission lacks: a time, any unit, capabilities that its type asks for. */
export interface Lacks {
  readonly time: boolean
  readonly units: boolean
  readonly capabilities: boolean
}

/** `findings` are those about the mission. */
export function lacksOf(plan: PlanReader, mission: Mission, findings: readonly Finding[]): Lacks {
  return {
    time: mission.start === null,
    units: plan.indexes.assignmentsOfMission.get(mission.id).every((a) => a.part === 'reserve'),
    capabilities: findings.some((f) => f.rule === 'capability-short' && f.params['mission'] === mission.id),
  }
}
