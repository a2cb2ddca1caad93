import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { useActionContext } from '../actions/ActionsContext.tsx'
import { MapPlace } from '../planning/map/MapPlace.tsx'
import { lookAtPlan, useMapView } from '../planning/map/mapView.ts'
import { MatrixPlace } from '../planning/matrix/MatrixPlace.tsx'
import { usePlan } from '../session/SessionContext.tsx'
import { useTexts } from '../texts/TextContext.tsx'
import { SplitPane } from '../ui/SplitPane.tsx'

export const MapPlaceOrSplit = (): ReactNode => <OneOrBoth alone={<MapPlace />} />
export const MatrixPlaceOrSplit = (): ReactNode => <OneOrBoth alone={<MatrixPlace />} />

/** A place alone, or matrix and map beside each other; above each other where the window is narrow. */
function OneOrBoth({ alone }: { alone: ReactNode }) {
  const { t } = useTexts()
  const plan = usePlan()
  const { settings } = useActionContext()
  // Before the first look at the view; another plan mounts another place.
  useState(() => lookAtPlan(plan.meta.id, settings.current.mapViews))
  const isSplit = useMapView((v) => v.isSplit)
  const isWide = useSyncExternalStore(onWidth, () => wide.matches)
  if (!isSplit) return alone
  return (
    <SplitPane
      key={isWide ? 'row' : 'column'}
      label={t('map.split-size')}
      direction={isWide ? 'row' : 'column'}
      first={<MatrixPlace />}
      second={<MapPlace />}
      defaultSize={isWide ? Math.round(window.innerWidth * 0.36) : Math.round(window.innerHeight * 0.42)}
      min={isWide ? 360 : 220}
      max={isWide ? window.innerWidth - 800 : window.innerHeight - 320}
    />
  )
}

const wide = window.matchMedia('(min-width: 1500px)')

function onWidth(listener: () => void): () => void {
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}
