import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTexts } from '../../texts/TextContext.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { mapView } from './mapView.ts'

interface MapPanelFrameProps {
  title: string
  count?: string
  children: ReactNode
}

/** What every panel beside the map has: a title, and a way to close it. */
export function MapPanelFrame({ title, count, children }: MapPanelFrameProps) {
  const { t } = useTexts()
  return (
    <aside className="map-panel" aria-label={title}>
      <header className="map-panel-head">
        <h2>{title}</h2>
        {count === undefined ? null : <span className="map-panel-count">{count}</span>}
        <span className="map-panel-space" />
        <IconButton icon={X} label={t('map.close-panel')} onPress={() => mapView.setState({ panel: 'none' })} />
      </header>
      {children}
    </aside>
  )
}
