import { useEffect, useRef } from 'react'
import type { MapAdapter } from '../../map-engine/MapAdapter.ts'
import { useMapView } from './mapView.ts'
import { OBJECT_LAYERS, positionOf } from './objectsInView.ts'

/** Shows where the keyboard is; follows the map without rendering anew. */
export function ActiveRing({ map }: { map: MapAdapter }) {
  const active = useMapView((v) => v.active)
  const ring = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active === null) return undefined
    const item = OBJECT_LAYERS.flatMap((layer) => map.items(layer)).find(({ record }) => record === active)
    const place = (): void => {
      const pixel = item === undefined ? null : map.toPixel(positionOf(item))
      if (ring.current === null) return
      ring.current.hidden = pixel === null
      if (pixel !== null) ring.current.style.transform = `translate(${pixel[0]}px, ${pixel[1]}px)`
    }
    place()
    return map.onView(place)
  }, [map, active])
  return active === null ? null : <div className="map-active" ref={ring} aria-hidden />
}
