import { Columns2, List, LocateFixed, Maximize2, Radar, ZoomIn, ZoomOut } from 'lucide-react'
import type { Id } from '../../../domain/records/ids.ts'
import type { Action } from '../../actions/Action.ts'
import { hasRecordMenu } from '../../actions/ActionsContext.tsx'
import { kindOf } from '../../../domain/records/ids.ts'
import type { SessionState } from '../../session/SessionState.ts'
import { fitPlan } from './fitPlan.ts'
import { mapView, togglePanel } from './mapView.ts'
import { fitSelection } from './fitSelection.ts'

const isHere = (s: SessionState): boolean => s.open.state === 'open' && mapView.getState().map !== null
const focusedOnMap = (s: SessionState): Id | null =>
  s.focused !== null && hasRecordMenu(kindOf(s.focused)) ? s.focused : null

/** What can be done on the map as a whole. */
export const mapActions: readonly Action[] = [
  {
    id: 'map.show',
    label: 'map.show',
    keywords: 'map.show-words',
    group: 'go',
    icon: LocateFixed,
    onRecords: ['unit', 'mission', 'place', 'overlay'],
    isEnabled: (s) => s.open.state === 'open' && focusedOnMap(s) !== null,
    perform: ({ session }) => {
      const state = session.store.getState()
      mapView.setState({ toShow: focusedOnMap(state) })
      if (mapView.getState().map === null) session.goTo('map')
    },
  },
  {
    id: 'view.split',
    label: 'map.split',
    keywords: 'map.split-words',
    group: 'view',
    icon: Columns2,
    shortcut: 'Mod+Shift+M',
    isEnabled: (s) => s.open.state === 'open' && (s.place === 'map' || s.place === 'matrix'),
    perform: () => mapView.setState(({ isSplit }) => ({ isSplit: !isSplit })),
  },
  {
    id: 'map.in-view',
    label: 'map.action-in-view',
    group: 'view',
    icon: List,
    isEnabled: isHere,
    perform: () => togglePanel('in-view'),
  },
  {
    id: 'map.fit-plan',
    label: 'map.fit-plan',
    group: 'view',
    icon: Maximize2,
    isEnabled: isHere,
    perform: ({ session }) => {
      const { plan } = session.store.getState()
      const { map } = mapView.getState()
      if (plan !== null && map !== null) fitPlan(map, plan)
    },
  },
  {
    id: 'map.fit-selection',
    label: 'map.fit-selection',
    group: 'view',
    icon: Radar,
    isEnabled: (s) => isHere(s) && s.selection.size > 0,
    perform: ({ session }) => {
      const { map } = mapView.getState()
      if (map !== null) fitSelection(map, session.store.getState().selection)
    },
  },
  {
    id: 'map.zoom-in',
    label: 'map.zoom-in',
    group: 'view',
    icon: ZoomIn,
    isEnabled: isHere,
    perform: () => mapView.getState().map?.zoomBy(1.5),
  },
  {
    id: 'map.zoom-out',
    label: 'map.zoom-out',
    group: 'view',
    icon: ZoomOut,
    isEnabled: isHere,
    perform: () => mapView.getState().map?.zoomBy(1 / 1.5),
  },
]
