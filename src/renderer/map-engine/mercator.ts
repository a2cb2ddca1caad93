import type { Position } from '../../domain/records/common.ts'

/** Metres of EPSG:3857, the view's projection; true on the ground only at the equator. */
export type Point = readonly [number, number]

const RADIUS = 6378137
const TO_RADIANS = Math.PI / 180
/** Mercator ends where its sheet is square. */
const MAX_LATITUDE = 85.051128779806604

export function toMercator([longitude, latitude]: Position): Point {
  const bounded = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude))
  return [RADIUS * longitude * TO_RADIANS, RADIUS * Math.log(Math.tan(Math.PI / 4 + (bounded * TO_RADIANS) / 2))]
}

export function fromMercator([x, y]: Point): [number, number] {
  return [x / RADIUS / TO_RADIANS, (2 * Math.atan(Math.exp(y / RADIUS)) - Math.PI / 2) / TO_RADIANS]
}

/** Metres of the sheet that a metre on the ground takes at this latitude. */
export function stretchAt(latitude: number): number {
  const bounded = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude))
  return 1 / Math.cos(bounded * TO_RADIANS)
}
