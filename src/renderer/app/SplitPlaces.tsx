import { lazy, type ReactNode, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { useActionContext } from '../actions/ActionsContext.tsx'
import { lookAtPlan, useMapView } from '../planning/map/mapView.ts'
import { MatrixPlace } from '../planning/matrix/MatrixPlace.tsx'
import { usePlan } from '../session/SessionContext.tsx'
import { useTexts } from '../texts/TextContext.tsx'
import { SplitPane } from '../ui/SplitPane.tsx'

const loadMap = () => import('../planning/map/MapPlace.tsx')

/** The map and what draws it are read beside the first place, so that the window opens sooner. */
const MapOnly = lazy(() => loadMap().then(({ MapPlace }) => ({ default: MapPlace })))

const MapPlace = (): ReactNode => (
  <Suspense>
    <MapOnly />
  </Suspense>
)

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
  useEffect(() => {
    // Where it cannot be had, opening the map says so.
    const idle = requestIdleCallback(() => void loadMap().catch(() => undefined))
    return () => cancelIdleCallback(idle)
  }, [])
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
