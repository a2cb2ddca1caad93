import { Plus, SquarePen } from 'lucide-react'
import { createElement } from 'react'
import type { Action } from '../../actions/Action.ts'
import type { Id } from '../../../domain/records/ids.ts'
import type { SessionState } from '../../session/SessionState.ts'
import { AddMissionDialog } from './AddMissionDialog.tsx'
import { EditManyDialog } from './EditManyDialog.tsx'

const selectedMissions = (state: SessionState): Id<'mission'>[] =>
  [...state.selection].filter((id): id is Id<'mission'> & Id => id.startsWith('mission:'))

export const missionsActions: readonly Action[] = [
  {
    id: 'missions.add',
    label: 'action.add-mission',
    group: 'edit',
    icon: Plus,
    shortcut: 'Mod+M',
    isEnabled: (s) => s.canEdit && s.plan !== null,
    perform: ({ showDialog }) => showDialog((close) => createElement(AddMissionDialog, { close })),
  },
  {
    id: 'missions.edit-many',
    label: 'action.edit-many',
    keywords: 'action.edit-many-words',
    group: 'edit',
    icon: SquarePen,
    shortcut: 'Mod+B',
    onRecords: ['mission'],
    isEnabled: (s) => s.canEdit && selectedMissions(s).length > 0,
    perform: ({ showDialog, session }) => {
      const missions = selectedMissions(session.store.getState())
      showDialog((close) => createElement(EditManyDialog, { missions, close }))
    },
  },
]
