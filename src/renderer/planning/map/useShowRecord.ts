import { useEffect } from 'react'
import type { Id } from '../../../domain/records/ids.ts'
import { useActionContext } from '../../actions/ActionsContext.tsx'
import type { MapAdapter } from '../../map-engine/MapAdapter.ts'
import type { SceneItem, SceneLayer } from '../../map-engine/Scene.ts'
import { mapView, useMapView } from './mapView.ts'
import { OBJECT_LAYERS } from './objectsInView.ts'
import { positionsOf } from './positionsOf.ts'
import { sceneChanges } from './sceneChanges.ts'

/** Milliseconds after which a record that nothing shows is said to have no place on the map. */
const PATIENCE = 2_500
/** Metres per pixel: near enough to see where a single place lies. */
const NEAR = 120

/** Brings the record that `mapView.toShow` names into view, once the map has its items. */
export function useShowRecord(map: MapAdapter | null): void {
  const { texts, notify } = useActionContext()
  const toShow = useMapView((v) => v.toShow)
  useEffect(() => {
    if (map === null || toShow === null) return undefined
    const tryNow = (): void => {
      if (show(map, toShow)) mapView.setState({ toShow: null })
    }
    const timer = setTimeout(() => {
      mapView.setState({ toShow: null })
      notify({ tone: 'warning', text: texts.t('map.show-nowhere') })
    }, PATIENCE)
    const stop = sceneChanges.subscribe(tryNow)
    tryNow()
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [map, toShow, texts, notify])
}

/** False where no item stands for the record. A layer that hides it is shown. */
function show(map: MapAdapter, record: Id): boolean {
  // Its ties and notes would lead the eye away from where it is.
  const found: [SceneLayer, SceneItem][] = OBJECT_LAYERS.flatMap((layer) =>
    map
      .items(layer)
      .filter((item) => item.record === record)
      .map((item): [SceneLayer, SceneItem] => [layer, item]),
  )
  if (found.length === 0) return false
  const layers = new Set(found.map(([layer]) => layer))
  mapView.setState(({ hiddenLayers }) =>
    [...layers].some((layer) => hiddenLayers.has(layer))
      ? { hiddenLayers: new Set([...hiddenLayers].filter((layer) => !layers.has(layer))) }
      : {},
  )
  const positions = found.flatMap(([, item]) => positionsOf(item))
  const first = positions[0]
  if (positions.length === 1 && first !== undefined) {
    map.setView(first, Math.min(NEAR, map.view().metresPerPixel))
  } else map.fit(positions)
  return true
}
