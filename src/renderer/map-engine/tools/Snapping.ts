import Collection from 'ol/Collection.js'
import type Feature from 'ol/Feature.js'
import Snap from 'ol/interaction/Snap.js'
import type OlMap from 'ol/Map.js'
import type { Id } from '../../../domain/records/ids.ts'
import type { SceneStore } from '../SceneStore.ts'
import { snapFeatures } from './snapFeatures.ts'
import { type XY, xyOf } from './xy.ts'

/** Pixels. */
const REACH = 10

/** Draws points to what lies near them in view, as long as it is on. */
export class Snapping {
  readonly #map: OlMap
  readonly #scene: SceneStore
  readonly #without: Id | null
  readonly #features = new Collection<Feature>()
  readonly #snap = new Snap({ features: this.#features, pixelTolerance: REACH })
  readonly #look = (): void => this.refresh()

  constructor(map: OlMap, scene: SceneStore, without: Id | null) {
    this.#map = map
    this.#scene = scene
    this.#without = without
    this.refresh()
    map.on('moveend', this.#look)
    // The last one added hears of an event first, and gives the others the place it has snapped to.
    map.addInteraction(this.#snap)
  }

  /** Looks again at what is in view. */
  refresh(): void {
    const [west = 0, south = 0, east = 0, north = 0] = this.#map.getView().calculateExtent(this.#map.getSize())
    const margin = REACH * (this.#map.getView().getResolution() ?? 1)
    const extent = [west - margin, south - margin, east + margin, north + margin] as const
    this.#features.clear()
    this.#features.extend(snapFeatures(this.#map, this.#scene, extent, this.#without))
  }

  /** The place near `at` to snap to, else `at` itself. */
  near(at: XY): XY {
    const pixel = this.#map.getPixelFromCoordinate([...at])
    // Null before the first frame is drawn.
    if ((pixel as number[] | null) === null) return at
    const snapped = this.#snap.snapTo(pixel, [...at], this.#map)
    return snapped?.vertex ? xyOf(snapped.vertex) : at
  }

  end(): void {
    this.#map.un('moveend', this.#look)
    this.#map.removeInteraction(this.#snap)
  }
}
