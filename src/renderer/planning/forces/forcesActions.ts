import {
  ChevronsDownUp,
  ChevronsUpDown,
  ClipboardPaste,
  Copy,
  Pencil,
  Plus,
  Scissors,
  Shapes,
  SkipBack,
  SkipForward,
} from 'lucide-react'
import type { Action } from '../../actions/Action.ts'
import type { SessionState } from '../../session/SessionState.ts'
import {
  addUnit,
  chooseSymbol,
  cutUnits,
  duplicateUnit,
  editMany,
  pasteCut,
  pasteSheet,
  selectedRows,
  stepToChange,
} from './forcesCommands.tsx'
import { forcesView, setAllExpanded } from './forcesView.ts'

const isHere = (s: SessionState): boolean => s.place === 'forces' && s.plan !== null
const canEdit = (s: SessionState): boolean => isHere(s) && s.canEdit
const hasUnit = (s: SessionState): boolean => [...s.selection].some((id) => id.startsWith('unit:'))
const editsUnits = (s: SessionState): boolean => s.canEdit && hasUnit(s)

/** Cut and paste have no shortcut of their own here: the place takes the keys, so that text is cut and pasted elsewhere. */
export const forcesActions: readonly Action[] = [
  { id: 'forces.add-unit', label: 'action.add-unit', group: 'edit', icon: Plus, isEnabled: canEdit, perform: addUnit },
  {
    id: 'forces.duplicate-unit',
    label: 'action.duplicate-unit',
    group: 'edit',
    icon: Copy,
    onRecords: ['unit'],
    isEnabled: (s) => s.canEdit && selectedRows(s).length === 1,
    perform: duplicateUnit,
  },
  {
    id: 'forces.bulk-edit',
    label: 'action.bulk-edit',
    group: 'edit',
    icon: Pencil,
    onRecords: ['unit'],
    isEnabled: editsUnits,
    perform: editMany,
  },
  {
    id: 'forces.symbol',
    label: 'action.change-symbol',
    group: 'edit',
    icon: Shapes,
    onRecords: ['unit'],
    isEnabled: editsUnits,
    perform: chooseSymbol,
  },
  {
    id: 'forces.cut',
    label: 'action.cut-units',
    group: 'edit',
    icon: Scissors,
    onRecords: ['unit'],
    isEnabled: (s) => canEdit(s) && hasUnit(s),
    perform: cutUnits,
  },
  {
    id: 'forces.paste',
    label: 'action.paste-units',
    group: 'edit',
    icon: ClipboardPaste,
    onRecords: ['unit'],
    isEnabled: (s) => canEdit(s) && forcesView.getState().cut.size > 0,
    perform: pasteCut,
  },
  {
    id: 'forces.paste-sheet',
    label: 'action.paste-sheet',
    group: 'edit',
    icon: ClipboardPaste,
    isEnabled: canEdit,
    perform: (context) => pasteSheet(context),
  },
  {
    id: 'forces.expand-all',
    label: 'action.expand-all',
    keywords: 'action.forces-words',
    group: 'view',
    icon: ChevronsUpDown,
    isEnabled: isHere,
    perform: () => setAllExpanded(true),
  },
  {
    id: 'forces.collapse-all',
    label: 'action.collapse-all',
    keywords: 'action.forces-words',
    group: 'view',
    icon: ChevronsDownUp,
    isEnabled: isHere,
    perform: () => setAllExpanded(false),
  },
  {
    id: 'forces.next-change',
    label: 'action.next-change',
    keywords: 'action.forces-words',
    group: 'view',
    icon: SkipForward,
    shortcut: 'Alt+PageDown',
    isEnabled: isHere,
    perform: (context) => void stepToChange(context, 1),
  },
  {
    id: 'forces.previous-change',
    label: 'action.previous-change',
    keywords: 'action.forces-words',
    group: 'view',
    icon: SkipBack,
    shortcut: 'Alt+PageUp',
    isEnabled: isHere,
    perform: (context) => void stepToChange(context, -1),
  },
]
