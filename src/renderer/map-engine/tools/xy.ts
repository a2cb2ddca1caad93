import type { Position } from '../../../domain/records/common.ts'
import { fromMercator, toMercator } from '../mercator.ts'

/** Metres of the map's sheet, as its library counts. */
export type XY = readonly [number, number]

export function isNear(a: XY, b: XY, distance: number): boolean {
  return Math.hypot(a[0] - b[0], a[1] - b[1]) <= distance
}

export const toXY = (position: Position): XY => toMercator(position)
/** To a tenth of a metre and finer: nobody draws closer, and records stay short. */
export function toPosition([x, y]: XY): Position {
  const [longitude, latitude] = fromMercator([x, y])
  return [rounded(Math.max(-180, Math.min(180, longitude))), rounded(latitude)]
}

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

/** What the library gives as a coordinate, which may have a height or lack anything. */
export const xyOf = ([x = 0, y = 0]: readonly number[]): XY => [x, y]
