import { FilePlus, FolderInput, MapPinned } from 'lucide-react'
import type { Action } from '../../actions/Action.ts'
import { createBlank, createFromCampaign, importPlan } from './createPlan.ts'

export const libraryActions: readonly Action[] = [
  {
    id: 'library.campaign',
    label: 'action.new-campaign',
    group: 'file',
    icon: MapPinned,
    perform: createFromCampaign,
  },
  {
    id: 'library.blank',
    label: 'action.new-blank',
    group: 'file',
    icon: FilePlus,
    perform: createBlank,
  },
  {
    id: 'library.import',
    label: 'action.import',
    group: 'file',
    icon: FolderInput,
    shortcut: 'Mod+O',
    perform: importPlan,
  },
]
