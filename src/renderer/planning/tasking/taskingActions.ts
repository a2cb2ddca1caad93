import { CalendarCheck, CalendarCog, CalendarX, Lock, Square, UserLock } from 'lucide-react'
import { type Id, isIdOf } from '../../../domain/records/ids.ts'
import type { Action, ActionContext } from '../../actions/Action.ts'
import type { SessionState } from '../../session/SessionState.ts'
import { askForProposal } from './askForProposal.ts'
import { type Fixing, toggleFixed } from './fixMissions.ts'
import { takeChanges } from './takeChanges.ts'
import { chooseScope, lookAtPlan } from './taskingView.ts'

const isOpen = (s: SessionState): boolean => s.open.state === 'open'
const isHere = (s: SessionState): boolean => isOpen(s) && s.place === 'tasking'
const selectedMissions = (s: SessionState): Id<'mission'>[] => [...s.selection].filter((id) => isIdOf('mission', id))

/** Elsewhere it opens the place, on the missions that are selected where there are any; there it puts the question. */
function propose(context: ActionContext): void {
  const { session } = context
  const state = session.store.getState()
  if (state.place === 'tasking') return askForProposal(context)
  if (state.plan === null) return
  lookAtPlan(state.plan.meta.id)
  const missions = selectedMissions(state)
  if (missions.length > 0) chooseScope('selection', missions)
  session.goTo('tasking')
}

function fix({ session, notify, texts }: ActionContext, what: Fixing): void {
  const state = session.store.getState()
  if (state.plan === null) return
  lookAtPlan(state.plan.meta.id)
  const missions = selectedMissions(state)
  const isFixed = toggleFixed(missions, what)
  const code = missions[0] === undefined ? '' : (state.plan.get(missions[0])?.code ?? '')
  notify({
    tone: 'ok',
    text: texts.t(`tasking.${isFixed ? 'now-fixed' : 'now-free'}-${what}`, { count: missions.length, code }),
  })
}

/** What can be done about proposals, from any place. */
export const taskingActions: readonly Action[] = [
  {
    id: 'tasking.propose',
    label: 'action.tasking-propose',
    keywords: 'action.tasking-propose-words',
    group: 'edit',
    icon: CalendarCog,
    shortcut: 'Mod+Enter',
    onRecords: ['mission'],
    isEnabled: isOpen,
    perform: propose,
  },
  {
    id: 'tasking.stop',
    label: 'action.tasking-stop',
    group: 'edit',
    icon: Square,
    shortcut: 'Mod+.',
    isEnabled: isHere,
    perform: ({ session }) => session.tasking.stop(),
  },
  {
    id: 'tasking.take-chosen',
    label: 'action.tasking-take',
    group: 'edit',
    icon: CalendarCheck,
    shortcut: 'Mod+Shift+Enter',
    isEnabled: (s) => isHere(s) && s.canEdit,
    perform: (context) => takeChanges(context, 'chosen'),
  },
  {
    id: 'tasking.discard',
    label: 'action.tasking-discard',
    group: 'edit',
    icon: CalendarX,
    isEnabled: isHere,
    perform: ({ session }) => session.tasking.clear(),
  },
  {
    id: 'tasking.fix-time',
    label: 'action.tasking-fix-time',
    group: 'edit',
    icon: Lock,
    onRecords: ['mission'],
    isEnabled: (s) => isOpen(s) && selectedMissions(s).length > 0,
    perform: (context) => fix(context, 'time'),
  },
  {
    id: 'tasking.fix-units',
    label: 'action.tasking-fix-units',
    group: 'edit',
    icon: UserLock,
    onRecords: ['mission'],
    isEnabled: (s) => isOpen(s) && selectedMissions(s).length > 0,
    perform: (context) => fix(context, 'units'),
  },
]
