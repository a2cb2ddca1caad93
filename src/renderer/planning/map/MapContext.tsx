import { createContext, use, useEffect, useState } from 'react'
import type { MapAdapter } from '../../map-engine/MapAdapter.ts'
import type { SceneItem, SceneLayer } from '../../map-engine/Scene.ts'
import { sceneChanges } from './sceneChanges.ts'

export const MapContext = createContext<MapAdapter | null>(null)

/** The map on screen. Only below `MapPlace`, which shows its children once the map is there. */
export function useMap(): MapAdapter {
  const map = use(MapContext)
  if (map === null) throw new Error('no map around this view')
  return map
}

type Slots = Map<object, readonly SceneItem[]>
const slotsOf = new WeakMap<MapAdapter, Map<SceneLayer, Slots>>()

/** Several parts may show something on one layer; each has a slot there. */
function setSlot(map: MapAdapter, layer: SceneLayer, owner: object, items: readonly SceneItem[] | null): void {
  let layers = slotsOf.get(map)
  if (layers === undefined) slotsOf.set(map, (layers = new Map()))
  let slots = layers.get(layer)
  if (slots === undefined) layers.set(layer, (slots = new Map()))
  if (items === null) slots.delete(owner)
  else slots.set(owner, items)
  const filled = [...slots.values()].filter((each) => each.length > 0)
  map.setItems(layer, filled.length === 1 ? (filled[0] ?? []) : filled.flat())
  sceneChanges.setState(({ count }) => ({ count: count + 1 }))
}

/** Shows items on a layer as long as the calling component is there; equal arrays must be the same array. */
export function useScene(layer: SceneLayer, items: readonly SceneItem[]): void {
  const map = useMap()
  const [owner] = useState(() => ({}))
  useEffect(() => setSlot(map, layer, owner, items), [map, layer, owner, items])
  useEffect(() => () => setSlot(map, layer, owner, null), [map, layer, owner])
}
