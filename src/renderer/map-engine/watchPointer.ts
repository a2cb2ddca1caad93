import type OlMap from 'ol/Map.js'
import type { PointerEventOnMap } from './MapAdapter.ts'

/** Pixels that a hand may move between two clicks. */
const TOGETHER = 8

type Tell = (type: PointerEventOnMap['type'], pixel: readonly number[], event: MouseEvent) => void

/** Tells of all that the pointer does besides dragging, until the signal says stop. */
export function watchPointer(map: OlMap, target: HTMLElement, signal: AbortSignal, tell: Tell): void {
  map.on('pointermove', (event) => {
    if (!event.dragging) tell('move', event.pixel, event.originalEvent as MouseEvent)
  })
  let before: readonly number[] = []
  let last: readonly number[] = []
  map.on('click', (event) => {
    before = last
    last = event.pixel
    tell('click', event.pixel, event.originalEvent as MouseEvent)
  })
  map.on('dblclick', (event) => {
    // The library takes any two quick clicks for one, however far apart.
    const [x = 0, y = 0] = event.pixel
    const apart = Math.hypot(x - (before[0] ?? Infinity), y - (before[1] ?? Infinity))
    if (apart <= TOGETHER) tell('double', event.pixel, event.originalEvent as MouseEvent)
  })
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
