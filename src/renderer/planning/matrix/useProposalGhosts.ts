import { useDeferredValue, useMemo } from 'react'
import { useStore } from 'zustand'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { ProposedChange } from '../../../domain/scheduling/tasking/Proposal.ts'
import { useSession } from '../../session/SessionContext.tsx'
import { useMatrixView } from './matrixView.ts'
import { ghostsOf, type ProposalGhosts } from './proposalGhosts.ts'

const NONE: readonly ProposedChange[] = []

/** Changes of the open proposal; none where none is open. */
export function useProposedChanges(): readonly ProposedChange[] {
  return useStore(useSession().tasking.store, (s) => s.proposal?.changes ?? NONE)
}

/** The last ghosts of a plan: most of them are the same in the next proposal of one search. */
const last = new WeakMap<PlanReader, ProposalGhosts>()

/** What the open proposal would change; null where there is none, or where it is not to be seen. */
export function useProposalGhosts(plan: PlanReader): ProposalGhosts | null {
  const changes = useDeferredValue(useProposedChanges())
  const areShown = useMatrixView((v) => v.areGhostsShown)
  const { revision } = plan
  return useMemo(() => {
    if (!areShown || changes.length === 0) return null
    const ghosts = ghostsOf(changes, plan, last.get(plan) ?? null)
    last.set(plan, ghosts)
    return ghosts
    // The plan is one living document; its revision says when to look again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [changes, plan, revision, areShown])
}
