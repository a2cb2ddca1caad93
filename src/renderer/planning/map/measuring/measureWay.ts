import { legBetween, measureRing } from '../../../../domain/geo/ellipsoid.ts'
import { magneticNorth } from '../../../../domain/geo/magnetic.ts'
import type { Instant, Position } from '../../../../domain/records/common.ts'

export interface MeasuredLeg {
  readonly from: Position
  readonly to: Position
  readonly metres: number
  /** On leaving, degrees clockwise from true north, 0 to 360. */
  readonly trueBearing: number
  /** From magnetic north where the leg begins; null in years that no model covers. */
  readonly magneticBearing: number | null
}

export interface MeasuredWay {
  readonly legs: readonly MeasuredLeg[]
  readonly metres: number
  /** Of a closed way; null for one that is open. */
  readonly squareMetres: number | null
  /** By which magnetic bearings were found. */
  readonly model: { readonly name: string; readonly validFrom: Instant; readonly validTo: Instant } | null
}

const NOTHING: MeasuredWay = { legs: [], metres: 0, squareMetres: null, model: null }

/** Lengths and bearings of a way on the ellipsoid at a date; a closed way has the leg back to its start, and an area. */
export function measureWay(points: readonly Position[], isClosed: boolean, at: Instant): MeasuredWay {
  const [first] = points
  if (first === undefined || points.length < 2) return NOTHING
  const ring = isClosed && points.length > 2
  const way = ring ? [...points, first] : points
  const legs: MeasuredLeg[] = []
  for (const [i, to] of way.entries()) {
    const from = way[i - 1]
    if (from === undefined) continue
    const { metres, initialBearing } = legBetween(from, to)
    const north = magneticNorth(from, at)
    const magneticBearing = north === null ? null : (initialBearing - north.declination + 360) % 360
    legs.push({ from, to, metres, trueBearing: initialBearing, magneticBearing })
  }
  const north = magneticNorth(first, at)
  return {
    legs,
    metres: legs.reduce((sum, leg) => sum + leg.metres, 0),
    squareMetres: ring ? measureRing(points).squareMetres : null,
    model: north === null ? null : { name: north.model, validFrom: north.validFrom, validTo: north.validTo },
  }
}
