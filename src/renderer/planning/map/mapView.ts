import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Position } from '../../../domain/records/common.ts'
import type { Id } from '../../../domain/records/ids.ts'
import type { MapAdapter } from '../../map-engine/MapAdapter.ts'
import type { StoredMapView } from '../../session/PlanStorage.ts'
import type { MapPanel } from './mapPanels.ts'
import { fromStored } from './storedMapView.ts'
import type { SceneLayer } from '../../map-engine/Scene.ts'

/** What the pointer does. Only one is on at a time; Escape comes back to choosing. */
export type MapMode = 'choose' | 'measure' | 'draw' | 'pick'

export interface MapViewState {
  readonly plan: Id<'plan'> | null
  readonly panel: MapPanel
  readonly mode: MapMode
  readonly isGridShown: boolean
  /** Matrix and map beside each other. */
  readonly isSplit: boolean
  readonly hiddenLayers: ReadonlySet<SceneLayer>
  /** Where the map was left; null until the first look, which fits the plan. */
  readonly center: Position | null
  /** On the ground at the centre. */
  readonly metresPerPixel: number
  /** The record that the keyboard is at, before it is chosen. */
  readonly active: Id | null
  /** A record that is to be brought into view once its items are there. */
  readonly toShow: Id | null
  /** What was last said to screen readers; the count makes the same words news again. */
  readonly said: { readonly text: string; readonly count: number }
  /** The map on screen, for actions; null while none is. */
  readonly map: MapAdapter | null
}

const FRESH: MapViewState = {
  plan: null,
  panel: 'none',
  mode: 'choose',
  isGridShown: false,
  isSplit: false,
  hiddenLayers: new Set(),
  center: null,
  metresPerPixel: 500,
  active: null,
  toShow: null,
  said: { text: '', count: 0 },
  map: null,
}

/** How the map is looked at; outlives the place, so that one comes back to what one left. */
export const mapView = createStore<MapViewState>(() => FRESH)

export function useMapView<T>(select: (view: MapViewState) => T): T {
  return useStore(mapView, select)
}

/** Another plan begins as it was left, or with a fresh view. */
export function lookAtPlan(plan: Id<'plan'>, stored: Readonly<Record<string, StoredMapView>>): void {
  if (mapView.getState().plan !== plan) mapView.setState({ ...FRESH, ...fromStored(stored[plan]), plan })
}

export function say(text: string): void {
  mapView.setState(({ said }) => ({ said: { text, count: said.count + 1 } }))
}

export function toggleLayer(layer: SceneLayer): void {
  mapView.setState(({ hiddenLayers }) => {
    const next = new Set(hiddenLayers)
    if (!next.delete(layer)) next.add(layer)
    return { hiddenLayers: next }
  })
}

/** Enters a mode, which ends the one before. */
export function enterMode(mode: MapMode): void {
  if (mapView.getState().mode !== mode) mapView.setState({ mode })
}

export function togglePanel(panel: Exclude<MapPanel, 'none'>): void {
  mapView.setState((view) => ({ panel: view.panel === panel ? 'none' : panel }))
}
