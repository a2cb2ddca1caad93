import type { GeoBounds } from '../../../domain/formats/geo/GeoLayerData.ts'
import type { TileAddress } from './LayerReader.ts'

/** Half the width of the world in EPSG:3857, metres. */
export const HALF_WORLD = 20_037_508.342789244

/** Latitude at which the square world ends, degrees. */
const LAST_LATITUDE = 85.0511287798066

export interface TileExtent {
  readonly west: number
  readonly north: number
  /** Metres of one side. */
  readonly side: number
}

export function tileExtent({ z, x, y }: TileAddress): TileExtent {
  const side = (2 * HALF_WORLD) / 2 ** z
  return { west: x * side - HALF_WORLD, north: HALF_WORLD - y * side, side }
}

/** Share of the world from the west and from the north. */
export function worldShare(lon: number, lat: number): [x: number, y: number] {
  const bounded = Math.max(-LAST_LATITUDE, Math.min(LAST_LATITUDE, lat))
  const sin = Math.sin((bounded * Math.PI) / 180)
  return [lon / 360 + 0.5, 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI]
}

/** Numbers that a file states as its bounds, put right; the whole world where they are none. */
export function soundBounds(west: unknown, south: unknown, east: unknown, north: unknown): GeoBounds {
  const numbers = [west, south, east, north].map(Number)
  const [w = 0, s = 0, e = 0, n = 0] = numbers
  const isSound = numbers.every(Number.isFinite) && w < e && s < n && w >= -181 && e <= 181 && s >= -91 && n <= 91
  if (!isSound) return [-180, -LAST_LATITUDE, 180, LAST_LATITUDE]
  return [Math.max(-180, w), Math.max(-LAST_LATITUDE, s), Math.min(180, e), Math.min(LAST_LATITUDE, n)]
}
