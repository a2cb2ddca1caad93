import Feature from 'ol/Feature.js'
import LineString from 'ol/geom/LineString.js'
import Point from 'ol/geom/Point.js'
import type Geometry from 'ol/geom/Geometry.js'
import BaseVectorLayer from 'ol/layer/BaseVector.js'
import VectorTileLayer from 'ol/layer/VectorTile.js'
import type OlMap from 'ol/Map.js'
import RenderFeature from 'ol/render/Feature.js'
import VectorSource from 'ol/source/Vector.js'
import type { Id } from '../../../domain/records/ids.ts'
import type { SceneItem, SceneLayer } from '../Scene.ts'
import type { SceneStore } from '../SceneStore.ts'
import { toXY } from './xy.ts'

const LAYERS: readonly SceneLayer[] = ['measures', 'missions', 'places', 'units']
/** More than this in view, and nobody could aim at one of them. */
const MOST = 4_000

type Extent = readonly [number, number, number, number]

/**
 * What one can snap to in an extent: vertices and edges of measures and missions, places, units, and of own layers where
 * they are drawn from vectors. `without` is what is being edited.
 */
export function snapFeatures(map: OlMap, scene: SceneStore, extent: Extent, without: Id | null): Feature[] {
  const features: Feature[] = []
  for (const layer of LAYERS) {
    for (const item of scene.shown(layer)) {
      // A sketch is nobody's record.
      if (item.record === null || item.record === without) continue
      for (const geometry of geometriesOf(item)) {
        if (geometry.intersectsExtent([...extent])) features.push(new Feature(geometry))
        if (features.length >= MOST) return features
      }
    }
  }
  for (const layer of map.getAllLayers()) {
    if (!layer.isVisible()) continue
    if (layer instanceof VectorTileLayer) features.push(...fromTiles(layer, extent))
    else if (layer instanceof BaseVectorLayer) features.push(...fromVectors(layer.getSource(), extent))
    if (features.length >= MOST) return features.slice(0, MOST)
  }
  return features
}

function geometriesOf(item: SceneItem): Geometry[] {
  switch (item.kind) {
    case 'symbol':
      return [new Point([...toXY(item.at)])]
    case 'line':
      // Arrowheads, teeth and arcs of a measure are drawn beside its own path, which alone carries the record's id.
      return item.record !== null && item.record.startsWith('overlay:') && item.id !== item.record
        ? []
        : [new LineString(item.path.map((position) => [...toXY(position)]))]
    case 'area':
      return item.record !== null && item.record.startsWith('overlay:')
        ? []
        : item.rings.map(
            (ring) => new LineString([...ring, ...ring.slice(0, 1)].map((position) => [...toXY(position)])),
          )
    case 'text':
      return []
  }
}

function fromVectors(source: unknown, extent: Extent): Feature[] {
  if (!(source instanceof VectorSource)) return []
  return source.getFeaturesInExtent([...extent]).filter((feature): feature is Feature => feature instanceof Feature)
}

/** Tiles hold flat coordinates; a feature that reaches over several comes once from each. */
function fromTiles(layer: VectorTileLayer, extent: Extent): Feature[] {
  return layer.getFeaturesInExtent([...extent]).flatMap((feature: unknown): Feature[] => {
    if (!(feature instanceof RenderFeature)) return []
    const flat = feature.getFlatCoordinates()
    const stride = feature.getStride()
    const points = Array.from({ length: flat.length / stride }, (_, i) => [
      flat[i * stride] ?? 0,
      flat[i * stride + 1] ?? 0,
    ])
    if (feature.getType() === 'Point') return points.map((point) => new Feature(new Point(point)))
    const ends = feature.getEnds()?.flat() ?? [flat.length]
    return ends.map((end, i) => new Feature(new LineString(points.slice((ends[i - 1] ?? 0) / stride, end / stride))))
  })
}
