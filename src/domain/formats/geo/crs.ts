import { fromUtm } from '../../geo/utm.ts'
import type { Position } from '../../records/common.ts'
import { psad56FromUtm, wgs84FromPsad56 } from './psad56.ts'

/** A reference system that files come in. */
export interface Crs {
  readonly kind: 'wgs84' | 'web-mercator' | 'utm' | 'psad56'
  /** UTM zone, always of the south. */
  readonly zone: number | null
  /** WGS 84 degrees of what the file holds: degrees or metres, east first. */
  readonly toLonLat: (x: number, y: number) => Position
}

const EARTH = 6_378_137
const DEGREES = 180 / Math.PI

const WGS_84: Crs = { kind: 'wgs84', zone: null, toLonLat: (x, y) => [x, y] }

const WEB_MERCATOR: Crs = {
  kind: 'web-mercator',
  zone: null,
  toLonLat: (x, y) => [(x / EARTH) * DEGREES, Math.atan(Math.sinh(y / EARTH)) * DEGREES],
}

const utm = (zone: number): Crs => ({
  kind: 'utm',
  zone,
  toLonLat: (easting, northing) => fromUtm({ zone, isNorth: false, easting, northing }),
})

const PSAD56: Crs = { kind: 'psad56', zone: null, toLonLat: (x, y) => wgs84FromPsad56([x, y]) }

const psad56Utm = (zone: number): Crs => ({
  kind: 'psad56',
  zone,
  toLonLat: (easting, northing) => wgs84FromPsad56(psad56FromUtm(zone, easting, northing)),
})

/** SIRGAS 2000 and Peru96 lie within centimetres of WGS 84, which no layer of a planner is drawn to. */
const BY_EPSG: Readonly<Record<number, Crs>> = {
  4326: WGS_84,
  4979: WGS_84,
  4674: WGS_84,
  5373: WGS_84,
  3857: WEB_MERCATOR,
  3785: WEB_MERCATOR,
  900913: WEB_MERCATOR,
  102100: WEB_MERCATOR,
  102113: WEB_MERCATOR,
  32717: utm(17),
  32718: utm(18),
  32719: utm(19),
  31977: utm(17),
  31978: utm(18),
  31979: utm(19),
  5388: utm(17),
  5387: utm(18),
  5389: utm(19),
  4248: PSAD56,
  24877: psad56Utm(17),
  24878: psad56Utm(18),
  24879: psad56Utm(19),
}

/** The system of an EPSG (or Esri) number; null for one that is not read. */
export function crsOfEpsg(code: number): Crs | null {
  return BY_EPSG[code] ?? null
}

/** The system of a name as files write it: `EPSG:32718`, `urn:ogc:def:crs:EPSG::3857`, `…:OGC:1.3:CRS84`. */
export function crsOfName(name: string): Crs | null {
  if (/CRS:?84$/i.test(name)) return WGS_84
  const code = /(?:EPSG|ESRI)(?::[\d.]*)?[:/](?:[\d.]*\/)?(\d{4,6})$/i.exec(name)?.[1]
  return code === undefined ? null : crsOfEpsg(Number(code))
}
