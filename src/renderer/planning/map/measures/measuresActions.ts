import { Copy, EyeOff, PenLine, Pentagon, Spline } from 'lucide-react'
import type { Action } from '../../../actions/Action.ts'
import type { SessionState } from '../../../session/SessionState.ts'
import { mapView, togglePanel } from '../mapView.ts'
import { addCopies, selectedMeasures, startEditing } from './measureCommands.ts'
import { toggleHidden } from './measuresView.ts'

const isHere = (s: SessionState): boolean => s.place === 'map' && s.open.state === 'open'

/** What can be done to control measures. */
export const measuresActions: readonly Action[] = [
  {
    id: 'map.measures',
    label: 'map-measures.action-panel',
    keywords: 'map-measures.action-draw',
    group: 'view',
    icon: Pentagon,
    isEnabled: isHere,
    perform: () => togglePanel('measures'),
  },
  {
    id: 'map.draw-measure',
    label: 'map-measures.action-draw',
    group: 'edit',
    icon: PenLine,
    isEnabled: (s) => isHere(s) && s.canEdit,
    perform: () => {
      mapView.setState({ panel: 'measures' })
      // The list of what can be drawn opens where it always is; the panel may only now come up.
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.measures-draw button')?.click())
    },
  },
  {
    id: 'map.edit-measure',
    label: 'map-measures.edit-points',
    group: 'edit',
    icon: Spline,
    onRecords: ['overlay'],
    isEnabled: (s) => isHere(s) && s.canEdit && selectedMeasures(s).length === 1,
    perform: ({ session }) => {
      const [only] = selectedMeasures(session.store.getState())
      if (only !== undefined) startEditing(session, only.id)
    },
  },
  {
    id: 'map.duplicate-measure',
    label: 'map-measures.duplicate',
    group: 'edit',
    icon: Copy,
    onRecords: ['overlay'],
    isEnabled: (s) => isHere(s) && s.canEdit && selectedMeasures(s).length > 0,
    perform: ({ session, texts }) => addCopies(session, selectedMeasures(session.store.getState()), texts.t),
  },
  {
    id: 'map.hide-measure',
    label: 'map-measures.action-hide',
    group: 'view',
    icon: EyeOff,
    onRecords: ['overlay'],
    isEnabled: (s) => s.open.state === 'open' && selectedMeasures(s).length > 0,
    perform: ({ session }) => toggleHidden(selectedMeasures(session.store.getState()).map(({ id }) => id)),
  },
]
