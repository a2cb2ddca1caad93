import type MapBrowserEvent from 'ol/MapBrowserEvent.js'
import PointerInteraction from 'ol/interaction/Pointer.js'
import type { Hit, Pixel, SymbolDrag } from './MapAdapter.ts'
import { fromMercator } from './mercator.ts'
import type { SceneLayer } from './Scene.ts'

/** Pixels that the pointer moves before a press becomes a drag. */
const SLACK = 4

interface SymbolDraggerParts {
  readonly hitsAt: (pixel: Pixel) => readonly Hit[]
  readonly tell: (drag: SymbolDrag) => void
}

/** Drags single symbols of chosen layers. Escape, or `cancel`, ends a drag as if it had not been. */
export class SymbolDragger extends PointerInteraction {
  layers: readonly SceneLayer[] = []
  readonly #parts: SymbolDraggerParts
  #held: { readonly hit: Hit; readonly from: Pixel; isMoving: boolean } | null = null
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    this.cancel()
  }

  constructor(parts: SymbolDraggerParts) {
    super()
    this.#parts = parts
  }

  override handleDownEvent(event: MapBrowserEvent): boolean {
    const pointer = event.originalEvent as PointerEvent
    if (this.layers.length === 0 || pointer.button !== 0 || pointer.shiftKey || pointer.ctrlKey || pointer.metaKey) {
      return false
    }
    const from = pixelOf(event)
    const hit = this.#parts.hitsAt(from)[0]
    if (hit?.item.kind !== 'symbol' || hit.items.length > 1 || !this.layers.includes(hit.layer)) return false
    this.#held = { hit, from, isMoving: false }
    return true
  }

  override handleDragEvent(event: MapBrowserEvent): void {
    const held = this.#held
    if (held === null) return
    const [x, y] = pixelOf(event)
    if (!held.isMoving) {
      if (Math.hypot(x - held.from[0], y - held.from[1]) < SLACK) return
      held.isMoving = true
      window.addEventListener('keydown', this.#onKey, true)
      this.#tell('start', event)
    }
    this.#tell('move', event)
  }

  override handleUpEvent(event: MapBrowserEvent): boolean {
    if (this.#held?.isMoving === true) this.#tell('end', event)
    this.#release()
    return false
  }

  cancel(): void {
    const held = this.#held
    if (held?.isMoving === true && held.hit.item.kind === 'symbol') {
      const { layer, item } = held.hit
      this.#parts.tell({ phase: 'cancel', layer, item, at: held.hit.item.at })
    }
    this.#release()
  }

  #release(): void {
    this.#held = null
    window.removeEventListener('keydown', this.#onKey, true)
  }

  #tell(phase: SymbolDrag['phase'], event: MapBrowserEvent): void {
    const held = this.#held
    if (held === null) return
    const [x = 0, y = 0] = event.coordinate
    this.#parts.tell({ phase, layer: held.hit.layer, item: held.hit.item, at: fromMercator([x, y]) })
  }
}

const pixelOf = ({ pixel: [x = 0, y = 0] }: MapBrowserEvent): Pixel => [x, y]
