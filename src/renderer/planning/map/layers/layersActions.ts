import { Layers, Plus } from 'lucide-react'
import type { Action } from '../../../actions/Action.ts'
import type { SessionState } from '../../../session/SessionState.ts'
import { mapView, togglePanel } from '../mapView.ts'
import { addLayer, chooseLayerFile } from './addLayer.ts'

const isHere = (s: SessionState): boolean => s.open.state === 'open' && mapView.getState().map !== null

/** Own layers from menu and palette. */
export const mapLayersActions: readonly Action[] = [
  {
    id: 'map.layers',
    label: 'map-layers.action-panel',
    group: 'view',
    icon: Layers,
    isEnabled: isHere,
    perform: () => togglePanel('layers'),
  },
  {
    id: 'map.layers.add',
    label: 'map-layers.action-add',
    keywords: 'map-layers.add-words',
    group: 'file',
    icon: Plus,
    isEnabled: (s) => s.open.state === 'open',
    perform: async (context) => {
      const file = await chooseLayerFile(context)
      if (file === null) return
      context.session.goTo('map')
      await addLayer(context, file)
    },
  },
]
