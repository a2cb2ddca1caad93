import { useEffect } from 'react'
import type { SettingsStore } from '../../session/SettingsStore.ts'
import { type MapViewState, mapView } from './mapView.ts'
import { withStored } from './storedMapView.ts'

/** Milliseconds after the last change: panning and zooming write once they have come to rest. */
const REST = 800

const KEPT = ['center', 'metresPerPixel', 'hiddenLayers', 'panel', 'isGridShown', 'isSplit'] as const

const isSame = (one: MapViewState, other: MapViewState): boolean => KEPT.every((key) => one[key] === other[key])

/** Keeps how the map is looked at across restarts. */
export function useKeptMapView(settings: SettingsStore): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const keep = (): void => {
      if (timer !== null) clearTimeout(timer)
      timer = null
      const view = mapView.getState()
      if (view.plan !== null) void settings.set({ mapViews: withStored(settings.current.mapViews, view.plan, view) })
    }
    const stop = mapView.subscribe((now, before) => {
      if (isSame(now, before)) return
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(keep, REST)
    })
    return () => {
      stop()
      if (timer !== null) keep()
    }
  }, [settings])
}
