import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Finding } from '../../../domain/check/Finding.ts'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { Id } from '../../../domain/records/ids.ts'
import type { Proposal } from '../../../domain/scheduling/tasking/Proposal.ts'
import { usePlan, useSession, useSessionState } from '../../session/SessionContext.tsx'
import type { TaskingState } from '../../session/TaskingDesk.ts'
import { missionsOf, type TaskingScopes, taskingScopes } from './taskingScopes.ts'
import { taskingView } from './taskingView.ts'

/** One value of the open proposal's state; the selector must not make a new object each time. */
export function useTasking<T>(select: (state: TaskingState) => T): T {
  return useStore(useSession().tasking.store, select)
}

/** Missions of the question that are not touched as they are under way, done or cancelled; those deleted since are none. */
export function useUntouched(proposal: Proposal | null): readonly Id<'mission'>[] {
  const plan = usePlan()
  return (proposal?.untouched ?? []).filter((id) => plan.has(id))
}

/** Findings that nobody has accepted. */
export const openFindings = (plan: PlanReader, findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((f) => plan.indexes.acceptancesOfFinding.get(f.key).length === 0)

/** What may be asked about, looked at again after every change of the plan and of what the check says. */
export function useTaskingScopes(): TaskingScopes {
  const plan = usePlan()
  const findings = useSessionState((s) => s.findings)
  const version = useSessionState((s) => s.findingsVersion)
  const revision = useSessionState((s) => s.revision)
  return useMemo(
    () => taskingScopes(plan, openFindings(plan, findings.all())),
    // The findings and the plan are living collections: these two say when to look again.
    // oxlint-disable-next-line react/exhaustive-deps
    [plan, findings, version, revision],
  )
}

/** The missions that the question is about. */
export function useAskedMissions(scopes: TaskingScopes): readonly Id<'mission'>[] {
  const scope = useStore(taskingView, (s) => s.scope)
  const picked = useStore(taskingView, (s) => s.picked)
  return missionsOf(scopes, scope, picked)
}
