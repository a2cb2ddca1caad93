/** Why a file did not become a layer; nothing of it was taken. */
export const GEO_FAULTS = [
  'too-large',
  'too-many-features',
  'too-many-vertices',
  'too-deep',
  'inflates',
  'unknown-format',
  'other-xml',
  'shapefile',
  'truncated',
  'broken-json',
  'broken-xml',
  'broken-zip',
  'broken-topology',
  'no-kml',
  'doctype',
  'crs',
  'projected',
  'swapped',
  'out-of-range',
  'empty',
  'broken-archive',
  'tile-kind',
  'archive-too-large',
  'image-rotated',
  'image-crs',
  'image-unplaced',
  'image-kind',
  'image-too-large',
] as const
export type GeoFaultCode = (typeof GEO_FAULTS)[number]

/** `code` picks the sentence, `params` fill it. */
export interface GeoFault {
  readonly code: GeoFaultCode
  readonly params: Readonly<Record<string, string | number>>
}

/** Thrown inside the readers, from any depth; `decodeGeoLayer` makes a value of it. */
export class GeoRefusal extends Error {
  readonly fault: GeoFault

  constructor(code: GeoFaultCode, params: GeoFault['params'] = {}) {
    super(`refused: ${code}`)
    this.fault = { code, params }
  }
}
