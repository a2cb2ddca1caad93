import { type RefObject, useEffect, useRef, useState } from 'react'
import type { MapAdapter, MapTheme } from '../../map-engine/MapAdapter.ts'
import { OlMapAdapter } from '../../map-engine/OlMapAdapter.ts'
import { usePlan } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { MapContext } from './MapContext.tsx'
import './MapPlace.css'
import { MapToolbar } from './MapToolbar.tsx'
import { SceneLayers } from './SceneLayers.tsx'
import { TimeBar } from './time/TimeBar.tsx'
import { UnitDrag } from './units/UnitDrag.tsx'
import { MapModelProvider, useNewMapModel } from './useMapModel.ts'
import { lookAtPlan, mapView, useMapView } from './mapView.ts'

/** Where everything is at the chosen time. */
export function MapPlace() {
  const { t } = useTexts()
  const plan = usePlan()
  // Before the first look at the view; another plan mounts another place.
  useState(() => lookAtPlan(plan.meta.id))
  const target = useRef<HTMLDivElement>(null)
  const map = useMapOn(target)
  const model = useNewMapModel()
  return (
    <MapModelProvider value={model}>
      <MapContext value={map}>
        <div className="map">
          <MapToolbar />
          <div className="map-body">
            <div className="map-frame">
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- all keys of the map are handled here */}
              <div className="map-sheet" ref={target} role="application" aria-label={t('map.sheet')} tabIndex={0} />
              {map === null ? null : <MapParts />}
            </div>
          </div>
          <TimeBar />
        </div>
      </MapContext>
    </MapModelProvider>
  )
}

/** What puts items on the map; each part shows nothing itself but what floats over it. */
function MapParts() {
  return (
    <>
      <SceneLayers />
      <UnitDrag />
    </>
  )
}

/** The map lives as long as the element it is in; `mapView` holds it meanwhile. */
function useMapOn(target: RefObject<HTMLDivElement | null>): MapAdapter | null {
  const map = useMapView((v) => v.map)
  useEffect(() => {
    if (target.current === null) return undefined
    const made = new OlMapAdapter(target.current, themeNow())
    const { center, metresPerPixel } = mapView.getState()
    if (center !== null) made.setView(center, metresPerPixel)
    const stop = made.onView((view) => mapView.setState({ center: view.center, metresPerPixel: view.metresPerPixel }))
    const observer = new MutationObserver(() => made.setTheme(themeNow()))
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    mapView.setState({ map: made })
    return () => {
      stop()
      observer.disconnect()
      mapView.setState({ map: null })
      made.dispose()
    }
  }, [target])
  return map
}

function themeNow(): MapTheme {
  const theme = document.documentElement.dataset['theme']
  return theme === 'dark' || theme === 'night' ? theme : 'light'
}
