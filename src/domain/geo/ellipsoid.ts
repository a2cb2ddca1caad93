import * as geodesicModule from 'geographiclib-geodesic'
import type { Position } from '../records/common.ts'

type Geographic = Pick<typeof geodesicModule, 'Geodesic'>

/** The package is one CommonJS file: Node hands it over under `default`, bundlers by name. */
const { Geodesic }: Geographic =
  'Geodesic' in geodesicModule ? geodesicModule : (geodesicModule as unknown as { default: Geographic }).default

const WGS84 = Geodesic.WGS84

export interface Leg {
  readonly metres: number
  /** True bearings, degrees clockwise from north, 0 to 360: on leaving and on arriving. */
  readonly initialBearing: number
  readonly finalBearing: number
}

/** The shortest way between two positions on the WGS 84 ellipsoid, to a nanometre. Equal positions give bearing 0. */
export function legBetween([fromLon, fromLat]: Position, [toLon, toLat]: Position): Leg {
  const { s12 = 0, azi1 = 0, azi2 = 0 } = WGS84.Inverse(fromLat, fromLon, toLat, toLon)
  if (s12 === 0) return { metres: 0, initialBearing: 0, finalBearing: 0 }
  return { metres: s12, initialBearing: turned(azi1), finalBearing: turned(azi2) }
}

/** Where one arrives after so many metres on a true bearing in degrees. */
export function destination([lon, lat]: Position, bearing: number, metres: number): Position {
  const { lon2 = lon, lat2 = lat } = WGS84.Direct(lat, lon, bearing, metres)
  return [lon2, lat2]
}

/** Positions along the shortest way, `count` legs of equal length, both ends included. */
export function alongGeodesic([fromLon, fromLat]: Position, [toLon, toLat]: Position, count: number): Position[] {
  const line = WGS84.InverseLine(fromLat, fromLon, toLat, toLon)
  return Array.from({ length: count + 1 }, (_, i): Position => {
    if (i === 0) return [fromLon, fromLat]
    if (i === count) return [toLon, toLat]
    const { lon2 = fromLon, lat2 = fromLat } = line.Position((line.s13 * i) / count)
    return [lon2, lat2]
  })
}

/** Length of a way through all positions in turn, metres. */
export function pathMetres(path: readonly Position[]): number {
  let metres = 0
  for (const [i, at] of path.entries()) {
    const before = path[i - 1]
    if (before !== undefined) metres += legBetween(before, at).metres
  }
  return metres
}

export interface RingMeasure {
  /** Whichever way the ring turns; the part of the Earth that it encloses the shorter way. */
  readonly squareMetres: number
  /** The closing side included, metres. */
  readonly perimeterMetres: number
}

/** Area and girth of a ring whose sides are shortest ways; it need not be closed. Fewer than three corners have no area. */
export function measureRing(ring: readonly Position[]): RingMeasure {
  const polygon = WGS84.Polygon()
  const first = ring[0]
  const last = ring.at(-1)
  const isClosed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
  for (const [lon, lat] of isClosed ? ring.slice(0, -1) : ring) polygon.AddPoint(lat, lon)
  const { area = 0, perimeter } = polygon.Compute(false, true)
  return { squareMetres: Math.abs(area), perimeterMetres: perimeter }
}

const turned = (azimuth: number): number => (azimuth < 0 ? azimuth + 360 : azimuth)
