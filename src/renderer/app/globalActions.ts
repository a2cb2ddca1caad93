import {
  CalendarCog,
  Copy,
  Download,
  History,
  Languages,
  LayoutGrid,
  Library,
  ListTree,
  Map,
  ListChecks,
  Printer,
  Redo2,
  Save,
  Settings,
  SunMoon,
  Table2,
  Trash2,
  Undo2,
} from 'lucide-react'
import type { Action, ActionContext } from '../actions/Action.ts'
import { CommandPalette } from '../actions/CommandPalette.tsx'
import { nameOfRecord } from '../../domain/commands/nameOfRecord.ts'
import { PLAN_FILE_EXTENSION } from '../../domain/formats/planFile.ts'
import type { Id } from '../../domain/records/ids.ts'
import type { Place, SessionState } from '../session/SessionState.ts'
import { createElement } from 'react'
import { backUpNow } from './keepBackups.ts'
import { nextTheme } from './themes.ts'
import { fileNameFrom } from '../platform/fileNameFrom.ts'
import { openPrint } from '../planning/map/print/printView.ts'
import { removeUnits } from '../planning/forces/forcesCommands.tsx'

const isOpen = (s: SessionState): boolean => s.open.state === 'open'
const selected = <K extends 'unit' | 'mission'>(s: SessionState, kind: K): Id<K>[] =>
  [...s.selection].filter((id): id is Id<K> & Id => id.startsWith(`${kind}:`))
const editsMissions = (s: SessionState): boolean => s.canEdit && selected(s, 'mission').length > 0

const go = (place: Place, icon: Action['icon'], digit: number): Action => ({
  id: `go.${place}`,
  label: `action.go-${place}`,
  group: 'go',
  ...(icon === undefined ? {} : { icon }),
  shortcut: `Mod+${digit}`,
  perform: ({ session }) => session.goTo(place),
})

/** What can be done anywhere. */
export const globalActions: readonly Action[] = [
  {
    id: 'palette',
    label: 'action.palette',
    group: 'edit',
    shortcut: 'Mod+K',
    perform: ({ showDialog }) => showDialog((close) => createElement(CommandPalette, { close })),
  },
  {
    id: 'undo',
    label: 'action.undo',
    group: 'edit',
    icon: Undo2,
    shortcut: 'Mod+Z',
    isEnabled: (s) => s.canEdit && s.undoable !== null,
    perform: async ({ session }) => void (await session.undo()),
  },
  {
    id: 'redo',
    label: 'action.redo',
    group: 'edit',
    icon: Redo2,
    shortcut: 'Mod+Shift+Z',
    isEnabled: (s) => s.canEdit && s.redoable !== null,
    perform: async ({ session }) => void (await session.redo()),
  },
  {
    id: 'missions.duplicate',
    label: 'action.duplicate',
    group: 'edit',
    icon: Copy,
    shortcut: 'Mod+D',
    onRecords: ['mission'],
    isEnabled: editsMissions,
    perform: ({ session }) => {
      session.dispatch({ type: 'duplicateMissions', missions: selected(session.store.getState(), 'mission') })
    },
  },
  {
    id: 'missions.unschedule',
    label: 'action.unschedule',
    group: 'edit',
    onRecords: ['mission'],
    isEnabled: editsMissions,
    perform: ({ session }) => {
      const missions = selected(session.store.getState(), 'mission')
      session.dispatch({ type: 'moveMissions', moves: missions.map((mission) => ({ mission, start: null })) })
    },
  },
  {
    id: 'delete',
    label: 'action.delete',
    group: 'edit',
    icon: Trash2,
    shortcut: 'Delete',
    onRecords: ['mission', 'unit', 'overlay'],
    isEnabled: (s) => s.canEdit && s.selection.size > 0,
    perform: (context) => {
      const { session } = context
      const ids = [...session.store.getState().selection]
      if (ids.every((id) => id.startsWith('unit:'))) return removeUnits(context)
      const { plan } = session.store.getState()
      const name = plan === null ? '' : nameOfRecord(plan, ids[0] ?? plan.meta.id)
      if (!session.dispatch({ type: 'removeRecords', ids }).ok) return
      const { t } = context.texts
      context.notify({
        tone: 'note',
        text: t('delete.done', { count: ids.length, name }),
        action: { label: t('action.undo'), onAction: () => void session.undo() },
      })
    },
  },
  {
    id: 'select-none',
    label: 'action.select-none',
    group: 'edit',
    isEnabled: (s) => s.selection.size > 0,
    perform: ({ session }) => session.select([]),
  },
  go('library', Library, 1),
  go('forces', ListTree, 2),
  go('map', Map, 3),
  go('matrix', LayoutGrid, 4),
  go('missions', Table2, 5),
  go('check', ListChecks, 6),
  go('tasking', CalendarCog, 7),
  go('history', History, 8),
  go('settings', Settings, 9),
  {
    id: 'plan.export',
    label: 'action.export',
    group: 'file',
    icon: Download,
    shortcut: 'Mod+Shift+S',
    isEnabled: isOpen,
    perform: exportPlan,
  },
  {
    id: 'plan.back-up',
    label: 'action.back-up',
    group: 'file',
    icon: Save,
    isEnabled: (s) => isOpen(s) && !s.isFollower,
    perform: async (context) => {
      const isWritten = await backUpNow(context)
      const { t } = context.texts
      context.notify(isWritten ? { tone: 'ok', text: t('backup.done') } : { tone: 'error', text: t('backup.failed') })
    },
  },
  {
    id: 'plan.print',
    label: 'action.print',
    group: 'file',
    icon: Printer,
    shortcut: 'Mod+P',
    isEnabled: isOpen,
    perform: async ({ platform, session, texts, notify }) => {
      const { place, plan } = session.store.getState()
      // The map makes a sheet of its own, at a scale.
      if (place === 'map' && plan !== null) return openPrint(plan.meta.id)
      const title = plan?.meta.title ?? ''
      const suggestedName = `${fileNameFrom(title)}.pdf`
      const printed = await platform.printToPdf({ suggestedName, pageSize: 'A3', landscape: true })
      if (!printed.ok) notify({ tone: 'error', text: texts.t(`file.${printed.code}`) })
      else if (printed.value !== null) {
        notify({ tone: 'ok', text: texts.t('print.done', { name: printed.value.name }) })
      }
    },
  },
  {
    id: 'plan.close',
    label: 'action.close-plan',
    group: 'file',
    isEnabled: isOpen,
    perform: async ({ session }) => session.close(),
  },
  {
    id: 'view.theme',
    label: 'action.theme',
    keywords: 'action.theme-words',
    group: 'view',
    icon: SunMoon,
    perform: async ({ settings }) => void (await settings.set({ theme: nextTheme(settings.current.theme) })),
  },
  {
    id: 'view.language',
    label: 'action.language',
    keywords: 'action.language-words',
    group: 'view',
    icon: Languages,
    perform: async ({ settings }) =>
      void (await settings.set({ language: settings.current.language === 'es' ? 'en' : 'es' })),
  },
]

async function exportPlan({ session, platform, texts, notify }: ActionContext): Promise<void> {
  const bytes = await session.encode()
  const plan = session.store.getState().plan
  if (bytes === null || plan === null) return
  const saved = await platform.saveFile({
    suggestedName: `${fileNameFrom(plan.meta.title)}.${PLAN_FILE_EXTENSION}`,
    filter: { name: texts.t('export.filter'), extensions: [PLAN_FILE_EXTENSION] },
    bytes,
  })
  if (!saved.ok) notify({ tone: 'error', text: texts.t(`file.${saved.code}`) })
  else if (saved.value !== null) notify({ tone: 'ok', text: texts.t('export.done', { name: saved.value.name }) })
}
