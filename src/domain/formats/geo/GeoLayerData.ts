import type { Position } from '../../records/common.ts'

/** What an own layer can be read from. */
export const GEO_FORMATS = ['geojson', 'topojson', 'kml', 'kmz', 'gpx', 'pmtiles', 'mbtiles', 'geotiff'] as const
export type GeoFormat = (typeof GEO_FORMATS)[number]

/** Any of the three may be empty, not all. Rings are closed; the first of an area is its outer one. */
export interface GeoGeometry {
  readonly points: readonly Position[]
  readonly lines: readonly (readonly Position[])[]
  readonly areas: readonly (readonly (readonly Position[])[])[]
}

/** What a file says of a feature's look. Colours as `#rrggbb`, widths in pixels, opacities 0 to 1. */
export interface GeoStyle {
  readonly stroke?: string
  readonly width?: number
  readonly strokeOpacity?: number
  readonly fill?: string
  readonly fillOpacity?: number
  readonly marker?: string
}

/** Pairs, not an object: a file may call a property `__proto__`. */
export type GeoProperties = readonly (readonly [key: string, value: string | number])[]

export interface GeoFeature {
  readonly name: string | null
  readonly geometry: GeoGeometry
  readonly properties: GeoProperties
  readonly style: GeoStyle | null
}

/** What was left out or changed, and how often. */
export const GEO_LOSSES = [
  'null-geometry',
  'bad-geometry',
  'not-a-feature',
  'altitude',
  'nested-property',
  'too-many-properties',
  'text-cut',
  'reprojected',
  'psad56',
  'encoding',
  'network-link',
  'overlay-image',
  'tour',
  'model',
  'style-external',
  'style-missing',
  'icon',
  'markup',
  'track-times',
  'other-files',
  'other-kml',
] as const
export type GeoLossCode = (typeof GEO_LOSSES)[number]

export interface GeoLoss {
  readonly code: GeoLossCode
  readonly count: number
}

/** West, south, east, north, degrees. */
export type GeoBounds = readonly [number, number, number, number]

/** A file of vector data, read whole. Positions are WGS 84 degrees, to 1e-7. */
export interface GeoLayerData {
  readonly format: GeoFormat
  /** What the file calls itself. */
  readonly title: string | null
  readonly features: readonly GeoFeature[]
  readonly bounds: GeoBounds
  readonly vertices: number
  readonly losses: readonly GeoLoss[]
}
