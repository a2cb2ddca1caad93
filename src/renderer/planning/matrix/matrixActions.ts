import { CirclePlus, Link2, Maximize2, MoveHorizontal, ScanSearch, Unlink, ZoomIn, ZoomOut } from 'lucide-react'
import { isIdOf, type Id } from '../../../domain/records/ids.ts'
import type { Action } from '../../actions/Action.ts'
import type { TextKey } from '../../texts/catalog.ts'
import type { SessionState } from '../../session/SessionState.ts'
import { matrixView } from './matrixView.ts'
import type { ZoomLevel } from './timeScale.ts'

const isHere = (s: SessionState): boolean => s.place === 'matrix' && s.open.state === 'open'
const selectedMissions = (s: SessionState): Id<'mission'>[] => [...s.selection].filter((id) => isIdOf('mission', id))
const control = () => matrixView.getState().control

const zoomTo = (level: ZoomLevel, label: TextKey): Action => ({
  id: `matrix.zoom-${level}`,
  label,
  group: 'view',
  isEnabled: isHere,
  perform: () => control()?.zoomTo(level),
})

/** What can be done on the matrix, beside what is done with the hands on it. */
export const matrixActions: readonly Action[] = [
  {
    id: 'matrix.add-mission',
    label: 'matrix.action-add',
    keywords: 'matrix.action-add-words',
    group: 'edit',
    icon: CirclePlus,
    isEnabled: (s) => isHere(s) && s.canEdit,
    perform: () => control()?.addMission(),
  },
  {
    id: 'matrix.move-to',
    label: 'matrix.action-move',
    group: 'edit',
    icon: MoveHorizontal,
    onRecords: ['mission'],
    isEnabled: (s) => isHere(s) && s.canEdit && s.focused !== null && isIdOf('mission', s.focused),
    perform: () => control()?.moveTo(),
  },
  {
    id: 'matrix.link',
    label: 'matrix.action-link',
    group: 'edit',
    icon: Link2,
    onRecords: ['mission'],
    isEnabled: (s) => isHere(s) && s.canEdit && selectedMissions(s).length === 1,
    perform: () => control()?.startLink(),
  },
  {
    id: 'matrix.unassign',
    label: 'matrix.action-unassign',
    group: 'edit',
    icon: Unlink,
    onRecords: ['mission'],
    isEnabled: (s) => s.canEdit && selectedMissions(s).length > 0,
    perform: ({ session }) => {
      const state = session.store.getState()
      const ids = selectedMissions(state).flatMap((id) =>
        (state.plan?.indexes.assignmentsOfMission.get(id) ?? []).map((a) => a.id),
      )
      if (ids.length > 0) session.dispatch({ type: 'removeRecords', ids })
    },
  },
  {
    id: 'matrix.zoom-in',
    label: 'matrix.zoom-in',
    group: 'view',
    icon: ZoomIn,
    isEnabled: isHere,
    perform: () => control()?.zoomBy(1.5),
  },
  {
    id: 'matrix.zoom-out',
    label: 'matrix.zoom-out',
    group: 'view',
    icon: ZoomOut,
    isEnabled: isHere,
    perform: () => control()?.zoomBy(1 / 1.5),
  },
  {
    id: 'matrix.fit-horizon',
    label: 'matrix.fit-horizon',
    group: 'view',
    icon: Maximize2,
    isEnabled: isHere,
    perform: () => control()?.fitHorizon(),
  },
  {
    id: 'matrix.fit-selection',
    label: 'matrix.fit-selection',
    group: 'view',
    icon: ScanSearch,
    isEnabled: (s) => isHere(s) && s.selection.size > 0,
    perform: () => control()?.fitSelection(),
  },
  zoomTo('year', 'matrix.zoom-year'),
  zoomTo('quarter', 'matrix.zoom-quarter'),
  zoomTo('month', 'matrix.zoom-month'),
  zoomTo('week', 'matrix.zoom-week'),
  zoomTo('day', 'matrix.zoom-day'),
  zoomTo('hour', 'matrix.zoom-hour'),
  {
    id: 'matrix.jump-time',
    label: 'matrix.jump-time',
    group: 'view',
    isEnabled: isHere,
    perform: ({ session }) => control()?.jumpTo(session.store.getState().time),
  },
  {
    id: 'matrix.links',
    label: 'matrix.show-links',
    group: 'view',
    icon: Link2,
    isEnabled: isHere,
    perform: () => matrixView.setState(({ areLinksShown }) => ({ areLinksShown: !areLinksShown })),
  },
  {
    id: 'matrix.tray',
    label: 'matrix.show-tray',
    group: 'view',
    isEnabled: isHere,
    perform: () => matrixView.setState(({ isTrayOpen }) => ({ isTrayOpen: !isTrayOpen })),
  },
]
