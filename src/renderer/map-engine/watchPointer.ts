import type OlMap from 'ol/Map.js'
import type { PointerEventOnMap } from './MapAdapter.ts'

type Tell = (type: PointerEventOnMap['type'], pixel: readonly number[], event: MouseEvent) => void

/** Tells of all that the pointer does besides dragging, until the signal says stop. */
export function watchPointer(map: OlMap, target: HTMLElement, signal: AbortSignal, tell: Tell): void {
  map.on('pointermove', (event) => {
    if (!event.dragging) tell('move', event.pixel, event.originalEvent as MouseEvent)
  })
  map.on('click', (event) => tell('click', event.pixel, event.originalEvent as MouseEvent))
  map.on('dblclick', (event) => tell('double', event.pixel, event.originalEvent as MouseEvent))
  target.addEventListener(
    'contextmenu',
    (event) => {
      event.preventDefault()
      tell('context', map.getEventPixel(event), event)
    },
    { signal },
  )
  target.addEventListener('pointerleave', (event) => tell('leave', map.getEventPixel(event), event), { signal })
}
