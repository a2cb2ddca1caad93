import { SCENE_LAYERS, type SceneItem, type SceneLayer } from './Scene.ts'
import type { SceneStore } from './SceneStore.ts'
import { type Extent, isIn, shapeOf } from './Shape.ts'

/** Shown items of the layers (null is all) that touch an extent, or lie wholly in it; in metres of EPSG:3857. */
export function itemsIn(
  scene: SceneStore,
  layers: readonly SceneLayer[] | null,
  extent: Extent,
  isWholly: boolean,
): SceneItem[] {
  const [west, south, east, north] = extent
  const isInside = (item: SceneItem): boolean => {
    const shape = shapeOf(item)
    if (!isWholly) return isIn(shape, extent)
    return shape.minX >= west && shape.maxX <= east && shape.minY >= south && shape.maxY <= north
  }
  return (layers ?? SCENE_LAYERS).flatMap((layer) => scene.shown(layer).filter(isInside))
}
