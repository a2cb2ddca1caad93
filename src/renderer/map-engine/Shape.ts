import type { Position } from '../../domain/records/common.ts'
import { toMercator } from './mercator.ts'
import type { SceneItem } from './Scene.ts'
import { significanceOf } from './simplifyPath.ts'

/** Where something lies on the sheet, metres of EPSG:3857. */
export interface Shape {
  /** Each path as x, y, x, y…; one of one point for symbols and texts. */
  readonly paths: readonly Float64Array[]
  /** For each path the coarseness up to which each vertex is needed; null where the path is short. */
  readonly significances: readonly (Float32Array | null)[]
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** Vertices from which on simplifying pays. */
const LONG = 40

const shapes = new WeakMap<SceneItem, Shape>()

/** Worked out once for each item. */
export function shapeOf(item: SceneItem): Shape {
  const known = shapes.get(item)
  if (known !== undefined) return known
  const shape = shapeOfPaths(positionsOf(item))
  shapes.set(item, shape)
  return shape
}

function positionsOf(item: SceneItem): readonly (readonly Position[])[] {
  switch (item.kind) {
    case 'symbol':
    case 'text':
      return [[item.at]]
    case 'line':
      return [item.path]
    case 'area':
      return item.rings
  }
}

export function shapeOfPaths(positions: readonly (readonly Position[])[]): Shape {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  const paths = positions.map((path) => {
    const xy = new Float64Array(path.length * 2)
    for (let i = 0; i < path.length; i++) {
      const [x, y] = toMercator(path[i] as Position)
      xy[2 * i] = x
      xy[2 * i + 1] = y
      minX = Math.min(minX, x)
      minY = Math.min(minY, y)
      maxX = Math.max(maxX, x)
      maxY = Math.max(maxY, y)
    }
    return xy
  })
  const significances = paths.map((path) => (path.length < 2 * LONG ? null : significanceOf(path)))
  return { paths, significances, minX, minY, maxX, maxY }
}

/** West, south, east, north. */
export type Extent = readonly [number, number, number, number]

export const isIn = ({ minX, minY, maxX, maxY }: Shape, [west, south, east, north]: Extent): boolean =>
  maxX >= west && minX <= east && maxY >= south && minY <= north
