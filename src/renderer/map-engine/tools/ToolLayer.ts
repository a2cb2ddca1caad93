import Feature from 'ol/Feature.js'
import LineString from 'ol/geom/LineString.js'
import MultiPoint from 'ol/geom/MultiPoint.js'
import Point from 'ol/geom/Point.js'
import VectorLayer from 'ol/layer/Vector.js'
import type OlMap from 'ol/Map.js'
import VectorSource from 'ol/source/Vector.js'
import CircleStyle from 'ol/style/Circle.js'
import Fill from 'ol/style/Fill.js'
import RegularShape from 'ol/style/RegularShape.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import type { MapInks } from '../MapInks.ts'
import type { XY } from './xy.ts'

/** Above all that the scene shows. */
const ON_TOP = 100

/** What tools draw over the map: the line being drawn, its vertices, the crosshair of the keyboard. */
export class ToolLayer {
  readonly #map: OlMap
  readonly #source = new VectorSource()
  readonly #layer: VectorLayer
  readonly #line = new Feature()
  readonly #vertices = new Feature()
  readonly #cursor = new Feature()

  constructor(map: OlMap, inks: () => MapInks) {
    this.#map = map
    this.#layer = new VectorLayer({ source: this.#source, zIndex: ON_TOP, updateWhileAnimating: true })
    this.#line.setStyle(() => lineStyles(inks()))
    this.#vertices.setStyle(() => vertexStyle(inks()))
    this.#cursor.setStyle(() => cursorStyles(inks()))
    this.#source.addFeatures([this.#line, this.#vertices, this.#cursor])
    map.addLayer(this.#layer)
  }

  /** `path` is the thin dashed line through the points, `vertices` the squares on them. */
  show(path: readonly XY[], vertices: readonly XY[]): void {
    this.#line.setGeometry(path.length > 1 ? new LineString(path.map((point) => [...point])) : undefined)
    this.#vertices.setGeometry(vertices.length > 0 ? new MultiPoint(vertices.map((point) => [...point])) : undefined)
  }

  showCursor(at: XY | null): void {
    this.#cursor.setGeometry(at === null ? undefined : new Point([...at]))
  }

  end(): void {
    this.#map.removeLayer(this.#layer)
    this.#layer.dispose()
  }
}

export function lineStyles(inks: MapInks): Style[] {
  return [
    new Style({ stroke: new Stroke({ color: inks.of('--map-halo'), width: 4 }) }),
    new Style({ stroke: new Stroke({ color: inks.of('--accent'), width: 1.5, lineDash: [5, 4] }) }),
  ]
}

export function vertexStyle(inks: MapInks): Style {
  return new Style({
    image: new RegularShape({
      points: 4,
      radius: 6,
      angle: Math.PI / 4,
      fill: new Fill({ color: inks.of('--map-halo') }),
      stroke: new Stroke({ color: inks.of('--accent'), width: 2 }),
    }),
  })
}

function cursorStyles(inks: MapInks): Style[] {
  const cross = (color: string, width: number): Style =>
    new Style({
      image: new RegularShape({ points: 4, radius: 14, radius2: 0, angle: 0, stroke: new Stroke({ color, width }) }),
    })
  const ring = new CircleStyle({ radius: 6, stroke: new Stroke({ color: inks.of('--accent'), width: 2 }) })
  return [cross(inks.of('--map-halo'), 4), cross(inks.of('--accent'), 2), new Style({ image: ring })]
}
