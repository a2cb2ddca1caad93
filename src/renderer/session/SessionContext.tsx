import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { Finding } from '../../domain/check/Finding.ts'
import type { PlanReader } from '../../domain/plan/PlanDocument.ts'
import type { RecordOf } from '../../domain/records/catalog.ts'
import type { Id, RecordKind } from '../../domain/records/ids.ts'
import type { PlanSession } from './PlanSession.ts'
import type { SessionState } from './SessionState.ts'

export const SessionContext = createContext<PlanSession | null>(null)

/** The session: dispatch, undo, select. Never changes while the program runs. */
export function useSession(): PlanSession {
  const session = use(SessionContext)
  if (session === null) throw new Error('no session around this view')
  return session
}

/** One value of the session's state; the selector must not make a new object each time. */
export function useSessionState<T>(select: (state: SessionState) => T): T {
  return useStore(useSession().store, select)
}

/** The open plan, looked at again after every change. Only within a place that shows an open plan. */
export function usePlan(): PlanReader {
  useSessionState((s) => s.revision)
  const plan = useSessionState((s) => s.plan)
  if (plan === null) throw new Error('no plan is open')
  return plan
}

/** One record; shown again only when that record changes. */
export function useRecord<K extends RecordKind>(id: Id<K> | null): RecordOf<K> | undefined {
  return useSessionState((s) => (id === null || s.plan === null || s.revision < 0 ? undefined : s.plan.get(id)))
}

const NONE: readonly Finding[] = []

/** The findings about one record; shown again only when they change. */
export function useFindingsOf(id: Id | null): readonly Finding[] {
  return useSessionState((s) => (id === null || s.findingsVersion < 0 ? NONE : s.findings.of(id)))
}
