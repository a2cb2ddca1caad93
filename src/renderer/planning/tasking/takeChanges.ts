import { sayList } from '../../../domain/check/saying.ts'
import { nameOfRecord } from '../../../domain/commands/nameOfRecord.ts'
import type { ActionContext } from '../../actions/Action.ts'
import { chosenChanges } from './changeChoice.ts'
import { taskingView } from './taskingView.ts'

type Context = Pick<ActionContext, 'session' | 'texts' | 'notify'>

/** Takes the proposal, whole or what is chosen of it, as one step, and says what was taken, with a way back. */
export function takeChanges({ session, texts, notify }: Context, which: 'all' | 'chosen'): void {
  const { t, language } = texts
  const { plan, canEdit } = session.store.getState()
  const { proposal, isStale } = session.tasking.store.getState()
  if (plan === null || proposal === null || proposal.changes.length === 0) {
    return notify({ tone: 'note', text: t('tasking.nothing-to-take') })
  }
  if (!canEdit) return notify({ tone: 'note', text: t('tasking.read-only') })
  if (isStale) return notify({ tone: 'note', text: t('tasking.stale') })
  const all = proposal.changes.map((c) => c.mission)
  const chosen = which === 'all' ? all : [...chosenChanges(proposal.changes, taskingView.getState().left)]
  if (chosen.length === 0) return notify({ tone: 'note', text: t('tasking.none-chosen') })
  const codes = sayList(
    chosen.map((id) => nameOfRecord(plan, id)),
    language,
  )
  if (!session.tasking.take(chosen.length === all.length ? 'all' : chosen).ok) return
  taskingView.setState({ notice: null, change: null })
  notify({
    tone: 'ok',
    text: t('tasking.taken', { count: chosen.length, codes }),
    action: { label: t('action.undo'), onAction: () => void session.undo() },
  })
}
