import type { Position } from '../records/common.ts'

/** A position on the plane of one UTM zone, metres. Northings of the south count from a false 10 000 000. */
export interface UtmPosition {
  /** 1 to 60. */
  readonly zone: number
  readonly isNorth: boolean
  readonly easting: number
  readonly northing: number
}

/** WGS 84: semi-major axis, metres, and flattening. */
const A = 6_378_137
const F = 1 / 298.257223563
const E = Math.sqrt(F * (2 - F))
const N = F / (2 - F)

/** Scale on the central meridian, and the false origin. */
const K0 = 0.9996
const FALSE_EASTING = 500_000
const FALSE_NORTHING = 10_000_000

const RADIANS = Math.PI / 180

/** Radius of the rectifying circle, metres, already scaled. */
const RADIUS = ((K0 * A) / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64 + N ** 6 / 256)

/*
 * Krüger's series to the sixth power of the third flattening, in the form of C. F. F. Karney, "Transverse Mercator
 * with an accuracy of a few nanometers", J. Geodesy 85 (2011), equations 35 and 36.
 */
const ALPHA: readonly number[] = [
  N / 2 - (2 * N ** 2) / 3 + (5 * N ** 3) / 16 + (41 * N ** 4) / 180 - (127 * N ** 5) / 288 + (7891 * N ** 6) / 37_800,
  (13 * N ** 2) / 48 -
    (3 * N ** 3) / 5 +
    (557 * N ** 4) / 1440 +
    (281 * N ** 5) / 630 -
    (1_983_433 * N ** 6) / 1_935_360,
  (61 * N ** 3) / 240 - (103 * N ** 4) / 140 + (15_061 * N ** 5) / 26_880 + (167_603 * N ** 6) / 181_440,
  (49_561 * N ** 4) / 161_280 - (179 * N ** 5) / 168 + (6_601_661 * N ** 6) / 7_257_600,
  (34_729 * N ** 5) / 80_640 - (3_418_889 * N ** 6) / 1_995_840,
  (212_378_941 * N ** 6) / 319_334_400,
]

const BETA: readonly number[] = [
  N / 2 - (2 * N ** 2) / 3 + (37 * N ** 3) / 96 - N ** 4 / 360 - (81 * N ** 5) / 512 + (96_199 * N ** 6) / 604_800,
  N ** 2 / 48 + N ** 3 / 15 - (437 * N ** 4) / 1440 + (46 * N ** 5) / 105 - (1_118_711 * N ** 6) / 3_870_720,
  (17 * N ** 3) / 480 - (37 * N ** 4) / 840 - (209 * N ** 5) / 4480 + (5569 * N ** 6) / 90_720,
  (4397 * N ** 4) / 161_280 - (11 * N ** 5) / 504 - (830_251 * N ** 6) / 7_257_600,
  (4583 * N ** 5) / 161_280 - (108_847 * N ** 6) / 3_991_680,
  (20_648_693 * N ** 6) / 638_668_800,
]

/** Longitude of the meridian on which a zone is centred, degrees. */
export function centralMeridian(zone: number): number {
  return zone * 6 - 183
}

/** Zone in which a position is written, with the wider ones of south-western Norway and Svalbard. */
export function utmZone([lon, lat]: Position): number {
  if (lat >= 56 && lat < 64 && lon >= 3 && lon < 12) return 32
  if (lat >= 72 && lat < 84 && lon >= 0 && lon < 42) return lon < 9 ? 31 : lon < 21 ? 33 : lon < 33 ? 35 : 37
  return Math.min(60, Math.floor((lon + 180) / 6) + 1)
}

/**
 * Metres on the plane of the position's zone, or of `zone` and hemisphere where they are given, so that a sheet across
 * an edge stays on one plane. To a millimetre within some 20° of the central meridian.
 */
export function toUtm(position: Position, zone = utmZone(position), isNorth = position[1] >= 0): UtmPosition {
  const { xi, eta } = toPlane(position, zone)
  const northing = RADIUS * xi + (isNorth ? 0 : FALSE_NORTHING)
  return { zone, isNorth, easting: FALSE_EASTING + RADIUS * eta, northing }
}

/** Back from the plane; the longitude lies in -180 to 180. */
export function fromUtm({ zone, isNorth, easting, northing }: UtmPosition): Position {
  const xi = (northing - (isNorth ? 0 : FALSE_NORTHING)) / RADIUS
  const eta = (easting - FALSE_EASTING) / RADIUS
  let x = xi
  let y = eta
  for (const [i, b] of BETA.entries()) {
    const j = 2 * (i + 1)
    x -= b * Math.sin(j * xi) * Math.cosh(j * eta)
    y -= b * Math.cos(j * xi) * Math.sinh(j * eta)
  }
  const conformal = Math.sin(x) / Math.hypot(Math.sinh(y), Math.cos(x))
  const lat = Math.atan(geodeticTangent(conformal)) / RADIANS
  const lon = centralMeridian(zone) + Math.atan2(Math.sinh(y), Math.cos(x)) / RADIANS
  return [lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon, lat]
}

/** Grid north of a zone at a position, degrees east of true north; and how much longer the plane is than the ground. */
export function gridNorth(
  position: Position,
  zone = utmZone(position),
): { readonly convergence: number; readonly scale: number } {
  const { tangent, conformal, lambda, x, y } = toPlane(position, zone)
  let p = 1
  let q = 0
  for (const [i, a] of ALPHA.entries()) {
    const j = 2 * (i + 1)
    p += j * a * Math.cos(j * x) * Math.cosh(j * y)
    q += j * a * Math.sin(j * x) * Math.sinh(j * y)
  }
  const convergence = Math.atan((conformal / Math.hypot(1, conformal)) * Math.tan(lambda)) + Math.atan2(q, p)
  const sine = tangent / Math.hypot(1, tangent)
  const onSphere = (Math.sqrt(1 - (E * sine) ** 2) * Math.hypot(1, tangent)) / Math.hypot(conformal, Math.cos(lambda))
  return { convergence: convergence / RADIANS, scale: (onSphere * RADIUS * Math.hypot(p, q)) / A }
}

const BANDS = 'CDEFGHJKLMNPQRSTUVWX'

/** Letter of the latitude band, C to X; null beyond 80° S and 84° N. */
export function latitudeBand(lat: number): string | null {
  if (!(lat >= -80 && lat <= 84)) return null
  // A hair south of the equator vanishes when 80 is added to it; it is south all the same.
  return BANDS[Math.min(lat < 0 ? 9 : 19, Math.floor((lat + 80) / 8))] ?? null
}

/** Southern and northern edge of a latitude band, degrees; null where no band has that letter. */
export function bandLatitudes(band: string): readonly [number, number] | null {
  const index = band.length === 1 ? BANDS.indexOf(band) : -1
  if (index < 0) return null
  return [index * 8 - 80, band === 'X' ? 84 : index * 8 - 72]
}

const COLUMNS = ['STUVWXYZ', 'ABCDEFGH', 'JKLMNPQR']
const ROWS = 'ABCDEFGHJKLMNPQRSTUV'

/** Letters of the 100 km square of MGRS that holds a point of the plane; null outside the columns that a zone has. */
export function squareLetters({ zone, easting, northing }: UtmPosition): string | null {
  const column = COLUMNS[zone % 3]?.[Math.floor(easting / 100_000) - 1]
  const row = ROWS[(((Math.floor(northing / 100_000) + (zone % 2 === 0 ? 5 : 0)) % 20) + 20) % 20]
  return column === undefined || row === undefined ? null : column + row
}

interface OnPlane {
  /** Tangents of the geodetic and of the conformal latitude. */
  readonly tangent: number
  readonly conformal: number
  /** Longitude from the central meridian, radians. */
  readonly lambda: number
  /** On the sphere's transverse Mercator, and on the ellipsoid's. */
  readonly x: number
  readonly y: number
  readonly xi: number
  readonly eta: number
}

function toPlane([lon, lat]: Position, zone: number): OnPlane {
  let degrees = lon - centralMeridian(zone)
  if (degrees > 180) degrees -= 360
  else if (degrees < -180) degrees += 360
  const lambda = degrees * RADIANS
  const tangent = Math.tan(lat * RADIANS)
  const conformal = conformalTangent(tangent)
  const x = Math.atan2(conformal, Math.cos(lambda))
  const y = Math.asinh(Math.sin(lambda) / Math.hypot(conformal, Math.cos(lambda)))
  let xi = x
  let eta = y
  for (const [i, a] of ALPHA.entries()) {
    const j = 2 * (i + 1)
    xi += a * Math.sin(j * x) * Math.cosh(j * y)
    eta += a * Math.cos(j * x) * Math.sinh(j * y)
  }
  return { tangent, conformal, lambda, x, y, xi, eta }
}

function conformalTangent(tangent: number): number {
  const secant = Math.hypot(1, tangent)
  const s = Math.sinh(E * Math.atanh((E * tangent) / secant))
  return tangent * Math.hypot(1, s) - s * secant
}

/** Newton's way back; three steps give all the digits that a number holds. */
function geodeticTangent(conformal: number): number {
  let tangent = conformal
  for (let step = 0; step < 5; step++) {
    const reached = conformalTangent(tangent)
    const change =
      ((conformal - reached) * (1 + (1 - E ** 2) * tangent ** 2)) /
      ((1 - E ** 2) * Math.hypot(1, tangent) * Math.hypot(1, reached))
    tangent += change
    if (Math.abs(change) < 1e-14 * Math.max(1, Math.abs(tangent))) break
  }
  return tangent
}
