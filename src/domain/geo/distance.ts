import type { Position } from '../records/common.ts'

/** Mean radius of the Earth, km (IUGG, R1). */
const EARTH_RADIUS_KM = 6_371.0088

const RADIANS = Math.PI / 180

/**
 * Great-circle distance in km on the mean sphere, by the haversine, which keeps its digits at short distances.
 * Positions are WGS 84 degrees, longitude first; against the ellipsoid it is off by at most half a percent.
 */
export function distanceKm(from: Position, to: Position): number {
  const [fromLon, fromLat] = from
  const [toLon, toLat] = to
  const halfLat = Math.sin(((toLat - fromLat) * RADIANS) / 2)
  const halfLon = Math.sin(((toLon - fromLon) * RADIANS) / 2)
  const h = halfLat * halfLat + Math.cos(fromLat * RADIANS) * Math.cos(toLat * RADIANS) * halfLon * halfLon
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, h)))
}
