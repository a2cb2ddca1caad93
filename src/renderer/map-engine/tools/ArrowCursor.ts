import type OlMap from 'ol/Map.js'
import { type XY, xyOf } from './xy.ts'

/** Pixels from the edge where the map begins to move with the crosshair. */
const EDGE = 48

/** A crosshair that arrow keys move over the map; begins in its middle. */
export class ArrowCursor {
  readonly #map: OlMap
  #at: XY | null = null

  constructor(map: OlMap) {
    this.#map = map
  }

  /** Null while the pointer is used. */
  get at(): XY | null {
    return this.#at
  }

  hide(): void {
    this.#at = null
  }

  /** Moves it by pixels; the first key only brings it up. The map follows at the edges. */
  move(right: number, down: number): XY {
    const view = this.#map.getView()
    const resolution = view.getResolution() ?? 1
    const [x, y] = xyOf(view.getCenter() ?? [])
    if (this.#at === null) return (this.#at = [x, y])
    const moved: XY = [this.#at[0] + right * resolution, this.#at[1] - down * resolution]
    const [width = 0, height = 0] = this.#map.getSize() ?? []
    const over = (along: number, size: number): number => {
      const most = Math.max(0, (size / 2 - EDGE) * resolution)
      return Math.max(0, Math.abs(along) - most) * Math.sign(along)
    }
    view.setCenter([x + over(moved[0] - x, width), y + over(moved[1] - y, height)])
    this.#at = moved
    return moved
  }
}
