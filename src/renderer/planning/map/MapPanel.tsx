import { InViewPanel } from './InViewPanel.tsx'
import { LayersPanel } from './layers/LayersPanel.tsx'
import { MeasuresPanel } from './measures/MeasuresPanel.tsx'
import { useMapView } from './mapView.ts'

/** The one panel that is open beside the map. */
export function MapPanel() {
  const panel = useMapView((v) => v.panel)
  switch (panel) {
    case 'in-view':
      return <InViewPanel />
    case 'measures':
      return <MeasuresPanel />
    case 'layers':
      return <LayersPanel />
    case 'none':
      return null
  }
}
