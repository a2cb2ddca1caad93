import type { Position } from '../../records/common.ts'

/*
 * Provisional South American Datum 1956, on which the older sheets of Peru stand: International 1924, and the mean
 * translation for Peru of NIMA TR8350.2, which EPSG lists as "PSAD56 to WGS 84 (8)", accurate to 16 m. The loss report
 * says so.
 */
const A = 6_378_388
const F = 1 / 297
const SHIFT = [-279, 175, -379] as const
const WGS_A = 6_378_137
const WGS_F = 1 / 298.257223563

const RADIANS = Math.PI / 180
const N = F / (2 - F)
const RADIUS = ((0.9996 * A) / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64)

/** Krüger's series backwards, to the fourth power of the third flattening: to well under a millimetre in a zone. */
const BETA = [
  N / 2 - (2 * N ** 2) / 3 + (37 * N ** 3) / 96 - N ** 4 / 360,
  N ** 2 / 48 + N ** 3 / 15 - (437 * N ** 4) / 1440,
  (17 * N ** 3) / 480 - (37 * N ** 4) / 840,
  (4397 * N ** 4) / 161_280,
]
/** From the conformal to the geodetic latitude. */
const DELTA = [
  2 * N - (2 * N ** 2) / 3 - 2 * N ** 3 + (116 * N ** 4) / 45,
  (7 * N ** 2) / 3 - (8 * N ** 3) / 5 - (227 * N ** 4) / 45,
  (56 * N ** 3) / 15 - (136 * N ** 4) / 35,
  (4279 * N ** 4) / 630,
]

/** Degrees on PSAD56, of metres in a southern UTM zone of it. */
export function psad56FromUtm(zone: number, easting: number, northing: number): Position {
  const xi = (northing - 10_000_000) / RADIUS
  const eta = (easting - 500_000) / RADIUS
  let x = xi
  let y = eta
  for (const [i, b] of BETA.entries()) {
    const j = 2 * (i + 1)
    x -= b * Math.sin(j * xi) * Math.cosh(j * eta)
    y -= b * Math.cos(j * xi) * Math.sinh(j * eta)
  }
  const conformal = Math.asin(Math.sin(x) / Math.cosh(y))
  let lat = conformal
  for (const [i, d] of DELTA.entries()) lat += d * Math.sin(2 * (i + 1) * conformal)
  const lon = zone * 6 - 183 + Math.atan2(Math.sinh(y), Math.cos(x)) / RADIANS
  return [lon, lat / RADIANS]
}

/** WGS 84 degrees, of degrees on PSAD56 at height 0. */
export function wgs84FromPsad56([lon, lat]: Position): Position {
  const sin = Math.sin(lat * RADIANS)
  const cos = Math.cos(lat * RADIANS)
  const e2 = F * (2 - F)
  const normal = A / Math.sqrt(1 - e2 * sin * sin)
  const x = normal * cos * Math.cos(lon * RADIANS) + SHIFT[0]
  const y = normal * cos * Math.sin(lon * RADIANS) + SHIFT[1]
  const z = normal * (1 - e2) * sin + SHIFT[2]
  // Bowring's formula: exact to far under a millimetre near the ellipsoid.
  const b = WGS_A * (1 - WGS_F)
  const f2 = WGS_F * (2 - WGS_F)
  const p = Math.hypot(x, y)
  const theta = Math.atan2(z * WGS_A, p * b)
  const second = f2 / (1 - f2)
  const latitude = Math.atan2(z + second * b * Math.sin(theta) ** 3, p - f2 * WGS_A * Math.cos(theta) ** 3)
  return [Math.atan2(y, x) / RADIANS, latitude / RADIANS]
}
