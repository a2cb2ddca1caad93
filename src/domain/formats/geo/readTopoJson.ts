import { feature as expand } from 'topojson-client'
import { GeoRefusal } from './GeoFault.ts'
import { GEO_LIMITS } from './geoLimits.ts'
import type { LayerDraft } from './LayerDraft.ts'
import { isGeoJson, isJsonObject, readGeoJson } from './readGeoJson.ts'

type Json = Readonly<Record<string, unknown>>

export const isTopoJson = (value: unknown): value is Json => isJsonObject(value) && value['type'] === 'Topology'

const broken = (): GeoRefusal => new GeoRefusal('broken-topology')

/** Takes in every object of a topology. Arcs may be used again and again, so what they unfold to is counted first. */
export function readTopoJson(root: Json, draft: LayerDraft, onProgress: (fraction: number) => void = () => {}): void {
  const lengths = arcLengths(root['arcs'])
  checkTransform(root['transform'])
  const objects = root['objects']
  if (!isJsonObject(objects)) throw broken()
  const count = new VertexCount(lengths)
  for (const object of Object.values(objects)) count.add(object, 0)
  const names = Object.keys(objects)
  for (const [index, object] of Object.values(objects).entries()) {
    // Checked above: every arc that it names exists and is a list of number pairs.
    const unfolded: unknown = expand(root as never, object as never)
    if (!isGeoJson(unfolded)) throw broken()
    readGeoJson(unfolded, draft)
    onProgress((index + 1) / names.length)
  }
  if (names.length === 1) draft.title = names[0]?.slice(0, 300) ?? null
}

function arcLengths(arcs: unknown): readonly number[] {
  if (!Array.isArray(arcs)) throw broken()
  return arcs.map((arc: unknown) => {
    if (!Array.isArray(arc) || arc.length < 2) throw broken()
    for (const vertex of arc) if (!isNumbers(vertex)) throw broken()
    return arc.length
  })
}

function isNumbers(vertex: unknown): boolean {
  return Array.isArray(vertex) && vertex.length >= 2 && vertex.every((number) => typeof number === 'number')
}

function checkTransform(transform: unknown): void {
  if (transform === undefined) return
  const isWhole = isJsonObject(transform) && isNumbers(transform['scale']) && isNumbers(transform['translate'])
  if (!isWhole) throw broken()
}

/** Walks the geometries of a topology: every reference must lead to an arc, and all of them together fit the limit. */
class VertexCount {
  #count = 0
  readonly #lengths: readonly number[]

  constructor(lengths: readonly number[]) {
    this.#lengths = lengths
  }

  add(geometry: unknown, depth: number): void {
    if (!isJsonObject(geometry) || depth > GEO_LIMITS.nesting) throw broken()
    const { type, arcs, coordinates, geometries } = geometry
    switch (type) {
      case null:
      case undefined:
        return
      case 'Point':
        if (!isNumbers(coordinates)) throw broken()
        return
      case 'MultiPoint':
        if (!Array.isArray(coordinates) || !coordinates.every(isNumbers)) throw broken()
        return
      case 'LineString':
        return this.#refer(arcs, 1)
      case 'MultiLineString':
      case 'Polygon':
        return this.#refer(arcs, 2)
      case 'MultiPolygon':
        return this.#refer(arcs, 3)
      case 'GeometryCollection':
        if (!Array.isArray(geometries)) throw broken()
        for (const part of geometries) this.add(part, depth + 1)
        return
      default:
        throw broken()
    }
  }

  #refer(arcs: unknown, depth: number): void {
    if (depth > 0) {
      if (!Array.isArray(arcs)) throw broken()
      for (const part of arcs) this.#refer(part, depth - 1)
      return
    }
    const index = typeof arcs === 'number' && Number.isInteger(arcs) ? (arcs < 0 ? ~arcs : arcs) : -1
    const length = this.#lengths[index]
    if (length === undefined) throw broken()
    this.#count += length
    if (this.#count > GEO_LIMITS.vertices) throw new GeoRefusal('too-many-vertices', { limit: GEO_LIMITS.vertices })
  }
}
