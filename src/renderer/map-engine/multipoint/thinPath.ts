import type { Position } from '../../../domain/records/common.ts'
import { stretchAt, toMercator } from '../mercator.ts'
import { significanceOf } from '../simplifyPath.ts'

/** Pixels that no eye misses. */
const TOLERANCE = 0.5
/** Fewer are drawn as they are: most symbols give each of their few points a meaning. */
const FEW = 50

const significances = new WeakMap<readonly Position[], Float32Array>()

/** Leaves out vertices that lie within half a pixel of the path without them; worked out once for each path. */
export function thinPath(path: readonly Position[], metresPerPixel: number): readonly Position[] {
  if (path.length <= FEW) return path
  const least = TOLERANCE * metresPerPixel * stretchAt(path[0]?.[1] ?? 0)
  let significance = significances.get(path)
  if (significance === undefined) {
    significance = significanceOf(Float64Array.from(path.flatMap((position) => [...toMercator(position)])))
    significances.set(path, significance)
  }
  return path.filter((_, i) => (significance[i] ?? 0) >= least)
}
