import { type RefObject, useEffect } from 'react'
import { useSession } from '../../session/SessionContext.tsx'
import type { MapAdapter, MapTheme } from '../../map-engine/MapAdapter.ts'
import { OlMapAdapter } from '../../map-engine/OlMapAdapter.ts'
import { SCENE_LAYERS } from '../../map-engine/Scene.ts'
import { fitPlan } from './fitPlan.ts'
import { mapView, useMapView } from './mapView.ts'

/** The map lives as long as the element it is in; `mapView` holds it meanwhile, and where one looked when it has gone. */
export function useMapOn(target: RefObject<HTMLDivElement | null>): MapAdapter | null {
  const session = useSession()
  const map = useMapView((v) => v.map)
  useEffect(() => {
    const element = target.current
    if (element === null) return undefined
    const made = new OlMapAdapter(element, themeNow())
    const { center, metresPerPixel } = mapView.getState()
    const { plan } = session.store.getState()
    if (center !== null) made.setView(center, metresPerPixel)
    const fitted = center === null && plan !== null ? keepFitted(made, () => fitPlan(made, plan)) : null
    const hide = (): void => {
      const { hiddenLayers } = mapView.getState()
      for (const layer of SCENE_LAYERS) made.showLayer(layer, !hiddenLayers.has(layer))
    }
    hide()
    const stops = [
      fitted ?? (() => undefined),
      made.onView((view) => mapView.setState({ center: view.center, metresPerPixel: view.metresPerPixel })),
      mapView.subscribe((now, before) => {
        if (now.hiddenLayers !== before.hiddenLayers) hide()
      }),
    ]
    const observer = new MutationObserver(() => made.setTheme(themeNow()))
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    mapView.setState({ map: made })
    return () => {
      for (const stop of stops) stop()
      observer.disconnect()
      mapView.setState({ map: null, active: null, mode: 'choose' })
      made.dispose()
    }
  }, [target, session])
  return map
}

/** Fits, and again whenever the map's size changes, until somebody looks elsewhere. */
function keepFitted(map: MapAdapter, fit: () => void): () => void {
  fit()
  let own = map.view()
  return map.onView((view) => {
    const isSame = view.center.join() === own.center.join() && view.metresPerPixel === own.metresPerPixel
    if (isSame && view.size.join() !== own.size.join()) fit()
    else if (!isSame) own = { ...own, metresPerPixel: Number.NaN }
    if (isSame) own = map.view()
  })
}

function themeNow(): MapTheme {
  const theme = document.documentElement.dataset['theme']
  return theme === 'dark' || theme === 'night' ? theme : 'light'
}
