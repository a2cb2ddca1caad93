import PointerInteraction from 'ol/interaction/Pointer.js'
import type MapBrowserEvent from 'ol/MapBrowserEvent.js'
import { isNear, type XY, xyOf } from './xy.ts'

/** Pixels. */
const REACH = 14

interface HandleAnswers {
  /** Where the handle is now. */
  readonly at: () => XY
  readonly begin: () => void
  /** Sheet metres since the last call. */
  readonly move: (east: number, north: number) => void
  readonly end: () => void
}

/**
 * Drags one handle. The library's own interaction for this asks for the pixels of every layer at each move of the pointer,
 * which a large scene feels.
 */
export class HandleDrag extends PointerInteraction {
  readonly #answers: HandleAnswers
  #last: XY | null = null

  constructor(answers: HandleAnswers) {
    super()
    this.#answers = answers
  }

  override handleDownEvent(event: MapBrowserEvent): boolean {
    const at = xyOf(event.coordinate)
    const reach = REACH * (event.map.getView().getResolution() ?? 1)
    if (!isNear(at, this.#answers.at(), reach)) return false
    this.#last = at
    this.#answers.begin()
    return true
  }

  override handleDragEvent(event: MapBrowserEvent): void {
    const at = xyOf(event.coordinate)
    const last = this.#last
    if (last === null) return
    this.#last = at
    this.#answers.move(at[0] - last[0], at[1] - last[1])
  }

  override handleUpEvent(): boolean {
    if (this.#last !== null) this.#answers.end()
    this.#last = null
    return false
  }

  /** The rest of the drag moves nothing. */
  letGo(): void {
    this.#last = null
  }
}
