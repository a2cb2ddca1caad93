import type { ActionContext } from '../../actions/Action.ts'
import { missionsOf, taskingScopes } from './taskingScopes.ts'
import { taskingRequestOf } from './taskingRequestOf.ts'
import { lookAtPlan, taskingView } from './taskingView.ts'
import { openFindings } from './useTasking.ts'

/** Pixels. */
const NARROW = 1_000

/** Puts the question as it stands to the search; says so where it is about no mission. */
export function askForProposal({ session, texts, notify }: Pick<ActionContext, 'session' | 'texts' | 'notify'>): void {
  const { plan, findings } = session.store.getState()
  if (plan === null) return
  lookAtPlan(plan.meta.id)
  const view = taskingView.getState()
  const scopes = taskingScopes(plan, openFindings(plan, findings.all()))
  const missions = missionsOf(scopes, view.scope, view.picked).filter((id) => plan.has(id))
  if (missions.length === 0) return notify({ tone: 'note', text: texts.t('tasking.none-asked') })
  taskingView.setState({
    // On a narrow window the answer needs the room that the question takes.
    ...(window.innerWidth < NARROW ? { isQuestionShown: false } : {}),
    asked: { scope: view.scope, picked: view.picked },
    section: 'changes',
    left: new Set(),
    notice: null,
    change: null,
    unplaced: null,
  })
  session.tasking.propose(taskingRequestOf(view, missions))
}
