import { crsOfName } from './crs.ts'
import { GeoRefusal } from './GeoFault.ts'
import { GEO_LIMITS } from './geoLimits.ts'
import type { LayerDraft, ShapeDraft } from './LayerDraft.ts'
import { nameFrom, readProperties, simpleStyle } from './readProperties.ts'

type Json = Readonly<Record<string, unknown>>

export const isJsonObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const GEOMETRIES = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
])

/** Whether an object is one that GeoJSON knows by its `type`. */
export function isGeoJson(value: unknown): value is Json {
  if (!isJsonObject(value) || typeof value['type'] !== 'string') return false
  return value['type'] === 'FeatureCollection' || value['type'] === 'Feature' || GEOMETRIES.has(value['type'])
}

/** Takes in a feature collection, a feature or a bare geometry. */
export function readGeoJson(root: Json, draft: LayerDraft, onProgress: (fraction: number) => void = () => {}): void {
  readCrs(root, draft)
  if (typeof root['name'] === 'string' && root['name'] !== '') draft.title = root['name'].slice(0, 300)
  if (root['type'] !== 'FeatureCollection') {
    addFeature(root, draft)
    return
  }
  const features = root['features']
  if (!Array.isArray(features)) throw new GeoRefusal('broken-json', { line: 1 })
  for (const [index, feature] of features.entries()) {
    if (isJsonObject(feature)) addFeature(feature, draft)
    else draft.lose('not-a-feature')
    if (index % 2_000 === 0) onProgress(index / features.length)
  }
}

/** A member that RFC 7946 has dropped and every geographic program still writes. */
function readCrs(root: Json, draft: LayerDraft): void {
  const crs = root['crs']
  if (crs === undefined || crs === null) return
  const properties = isJsonObject(crs) ? crs['properties'] : undefined
  const given = isJsonObject(properties) ? (properties['name'] ?? properties['code'] ?? properties['href']) : undefined
  const name = typeof given === 'number' ? `EPSG:${given}` : typeof given === 'string' ? given : ''
  const known = crsOfName(name)
  if (known === null) throw new GeoRefusal('crs', { name: name.slice(0, 80) })
  draft.setCrs(known)
}

function addFeature(feature: Json, draft: LayerDraft): void {
  const { type } = feature
  const isFeature = type === 'Feature'
  if (!isFeature && !(typeof type === 'string' && GEOMETRIES.has(type))) {
    draft.lose('not-a-feature')
    return
  }
  const shape = draft.shape()
  const geometry = isFeature ? feature['geometry'] : feature
  if (isJsonObject(geometry)) readGeometry(geometry, shape, 0)
  else if (geometry !== null && geometry !== undefined) shape.hasBadPart = true
  const own = readProperties(isFeature ? feature['properties'] : null, draft)
  const id = feature['id']
  const isIdKept = (typeof id === 'string' || typeof id === 'number') && !own.some(([key]) => key === 'id')
  const properties = isIdKept && own.length < GEO_LIMITS.propertiesPerFeature ? [...own, ['id', id] as const] : own
  draft.add(shape, { name: nameFrom(properties), properties, style: simpleStyle(properties) })
}

function readGeometry(geometry: Json, shape: ShapeDraft, depth: number): void {
  const coordinates = geometry['coordinates']
  const each = (take: (part: unknown) => void): void => {
    if (!Array.isArray(coordinates)) shape.hasBadPart = true
    else for (const part of coordinates) take(part)
  }
  switch (geometry['type']) {
    case 'Point':
      // An empty array is GeoJSON's way to say that there is none.
      if (!Array.isArray(coordinates) || coordinates.length > 0) shape.point(coordinates)
      return
    case 'MultiPoint':
      return each((part) => shape.point(part))
    case 'LineString':
      return shape.line(coordinates)
    case 'MultiLineString':
      return each((part) => shape.line(part))
    case 'Polygon':
      return shape.area(coordinates)
    case 'MultiPolygon':
      return each((part) => shape.area(part))
    case 'GeometryCollection': {
      const parts = geometry['geometries']
      if (!Array.isArray(parts) || depth >= GEO_LIMITS.nesting) shape.hasBadPart = true
      else {
        for (const part of parts) {
          if (isJsonObject(part)) readGeometry(part, shape, depth + 1)
          else shape.hasBadPart = true
        }
      }
      return
    }
    default:
      shape.hasBadPart = true
  }
}
