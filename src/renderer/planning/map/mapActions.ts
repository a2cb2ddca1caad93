import { List } from 'lucide-react'
import type { Action } from '../../actions/Action.ts'
import type { SessionState } from '../../session/SessionState.ts'
import { togglePanel } from './mapView.ts'

const isHere = (s: SessionState): boolean => s.place === 'map' && s.open.state === 'open'

/** What can be done on the map as a whole. */
export const mapActions: readonly Action[] = [
  {
    id: 'map.in-view',
    label: 'map.in-view',
    group: 'view',
    icon: List,
    isEnabled: isHere,
    perform: () => togglePanel('in-view'),
  },
]
