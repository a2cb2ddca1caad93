import { sayList, sayMission } from '../../../domain/check/saying.ts'
import { type Id, isIdOf } from '../../../domain/records/ids.ts'
import type { ActionContext } from '../../actions/Action.ts'
import type { PlanSession } from '../../session/PlanSession.ts'
import { selectHere } from './matrixView.ts'
import { withNeeds } from './withNeeds.ts'

/** Missions among these that the open proposal would change. */
export function proposedOf(session: PlanSession, ids: Iterable<Id>): readonly Id<'mission'>[] {
  const changes = session.tasking.store.getState().proposal?.changes ?? []
  const changed = new Set(changes.map((c) => c.mission))
  return [...ids].filter((id): id is Id<'mission'> => isIdOf('mission', id) && changed.has(id))
}

/** Takes the changes of some missions, with those they need, as one step, and says what was taken, with a way back. */
export function takeChange({ session, texts, notify }: ActionContext, missions: readonly Id<'mission'>[]): void {
  const { t, language } = texts
  const { plan } = session.store.getState()
  const { proposal, isStale } = session.tasking.store.getState()
  if (plan === null || proposal === null) return
  if (isStale) return notify({ tone: 'note', text: t('matrix.ghost-stale') })
  const all = withNeeds(proposal.changes, missions)
  const codes = all.map((id) => sayMission(plan, id))
  if (all.length === 0 || !session.tasking.take(all).ok) return
  notify({
    tone: 'ok',
    text: t('matrix.ghost-taken', { count: all.length, codes: sayList(codes, language) }),
    action: { label: t('action.undo'), onAction: () => void session.undo() },
  })
}

/** Goes to where the proposal is read, at the change of a mission. */
export function openChange(session: PlanSession, mission: Id<'mission'>): void {
  selectHere(session, [mission])
  session.goTo('tasking')
}
