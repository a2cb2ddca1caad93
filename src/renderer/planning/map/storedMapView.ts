import type { Position } from '../../../domain/records/common.ts'
import { SCENE_LAYERS, type SceneLayer } from '../../map-engine/Scene.ts'
import type { StoredMapView } from '../../session/PlanStorage.ts'
import { MAP_PANELS } from './mapPanels.ts'
import type { MapViewState } from './mapView.ts'

/** Plans whose view is kept. */
const MOST_KEPT = 40

type Kept = Pick<MapViewState, 'center' | 'metresPerPixel' | 'hiddenLayers' | 'panel' | 'isGridShown' | 'isSplit'>

/** What of a stored view can be read; the rest stays as it is for a new plan. */
export function fromStored(stored: StoredMapView | undefined): Partial<Kept> {
  if (stored === undefined) return {}
  const { center, metresPerPixel, hiddenLayers, panel, isGridShown, isSplit } = stored
  const isPlaced = center !== null && isPosition(center) && Number.isFinite(metresPerPixel) && metresPerPixel > 0
  const layers = SCENE_LAYERS.filter((layer) => hiddenLayers.includes(layer))
  return {
    ...(isPlaced ? { center: [center[0], center[1]], metresPerPixel } : {}),
    hiddenLayers: new Set<SceneLayer>(layers),
    panel: MAP_PANELS.find((each) => each === panel) ?? 'none',
    isGridShown,
    isSplit,
  }
}

const isPosition = ([longitude, latitude]: Readonly<Position>): boolean =>
  Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90

/** The stored views with this one last; the oldest are dropped. */
export function withStored(
  views: Readonly<Record<string, StoredMapView>>,
  plan: string,
  view: Kept,
): Readonly<Record<string, StoredMapView>> {
  const { center, metresPerPixel, hiddenLayers, panel, isGridShown, isSplit } = view
  const others = Object.entries(views).filter(([id]) => id !== plan)
  const own: StoredMapView = { center, metresPerPixel, hiddenLayers: [...hiddenLayers], panel, isGridShown, isSplit }
  return Object.fromEntries([...others.slice(1 - MOST_KEPT), [plan, own]])
}
