import type { Position } from '../../records/common.ts'
import { crsOfEpsg, type Crs } from './crs.ts'
import { GeoRefusal } from './GeoFault.ts'
import type {
  GeoBounds,
  GeoFeature,
  GeoFormat,
  GeoGeometry,
  GeoLayerData,
  GeoLoss,
  GeoLossCode,
  GeoProperties,
  GeoStyle,
} from './GeoLayerData.ts'
import { GEO_LIMITS } from './geoLimits.ts'

/** Where swapped axes give themselves away: Peru with a margin, west, south, east, north. */
const PERU: GeoBounds = [-84, -20, -67, 2]

/** Beyond this no number is a degree, however wrong: metres of some projection. */
const SURELY_METRES = 400

interface FeatureParts {
  readonly name: string | null
  readonly properties: GeoProperties
  readonly style: GeoStyle | null
}

/** One feature's shape as it is read; a part with an unreadable vertex is left out whole, never bent. */
export class ShapeDraft {
  readonly points: Position[] = []
  readonly lines: Position[][] = []
  readonly areas: Position[][][] = []
  hasBadPart = false
  hasAltitude = false
  readonly #draft: LayerDraft

  constructor(draft: LayerDraft) {
    this.#draft = draft
  }

  get isEmpty(): boolean {
    return this.points.length === 0 && this.lines.length === 0 && this.areas.length === 0
  }

  point(raw: unknown): void {
    const at = this.#vertex(raw)
    if (at === null) this.hasBadPart = true
    else this.points.push(at)
  }

  line(raw: unknown): void {
    const path = this.#path(raw)
    if (path === null || path.length < 2) this.hasBadPart = true
    else this.lines.push(path)
  }

  area(raw: unknown): void {
    if (!Array.isArray(raw) || raw.length === 0) {
      this.hasBadPart = true
      return
    }
    const rings: Position[][] = []
    for (const rawRing of raw) {
      const ring = this.#ring(rawRing)
      if (ring === null) {
        this.hasBadPart = true
        return
      }
      rings.push(ring)
    }
    this.areas.push(rings)
  }

  #ring(raw: unknown): Position[] | null {
    const path = this.#path(raw)
    if (path === null || path.length < 3) return null
    const first = path[0]
    const last = path.at(-1)
    if (first === undefined || last === undefined) return null
    if (first[0] !== last[0] || first[1] !== last[1]) path.push([first[0], first[1]])
    return path.length < 4 ? null : path
  }

  #path(raw: unknown): Position[] | null {
    if (!Array.isArray(raw)) return null
    const path: Position[] = []
    for (const rawVertex of raw) {
      const at = this.#vertex(rawVertex)
      if (at === null) return null
      path.push(at)
    }
    return path
  }

  #vertex(raw: unknown): Position | null {
    if (!Array.isArray(raw)) return null
    const [x, y, z] = raw as unknown[]
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) return null
    if (typeof z === 'number' && z !== 0) this.hasAltitude = true
    return this.#draft.place(x, y)
  }
}

/** Gathers a layer feature by feature, holds it to the limits, and judges its positions as a whole at the end. */
export class LayerDraft {
  title: string | null = null
  readonly #format: GeoFormat
  readonly #features: GeoFeature[] = []
  readonly #losses = new Map<GeoLossCode, number>()
  #crs: Crs = crsOfEpsg(4326) as Crs
  #vertices = 0
  #west = Infinity
  #south = Infinity
  #east = -Infinity
  #north = -Infinity
  #outside: { readonly x: number; readonly y: number } | null = null
  #furthest = 0

  constructor(format: GeoFormat) {
    this.#format = format
  }

  /** Before the first vertex. */
  setCrs(crs: Crs): void {
    this.#crs = crs
  }

  shape(): ShapeDraft {
    return new ShapeDraft(this)
  }

  lose(code: GeoLossCode, count = 1): void {
    if (count > 0) this.#losses.set(code, (this.#losses.get(code) ?? 0) + count)
  }

  losses(): readonly GeoLoss[] {
    return [...this.#losses].map(([code, count]) => ({ code, count }))
  }

  /** The vertex in degrees; throws where the layer would become too large. */
  place(x: number, y: number): Position {
    this.#vertices += 1
    if (this.#vertices > GEO_LIMITS.vertices) {
      throw new GeoRefusal('too-many-vertices', { limit: GEO_LIMITS.vertices })
    }
    const [lon, lat] = this.#crs.toLonLat(x, y)
    const at: Position = [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7]
    if (!(Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90)) {
      this.#outside ??= { x, y }
      this.#furthest = Math.max(this.#furthest, Math.abs(x), Math.abs(y))
      return at
    }
    this.#west = Math.min(this.#west, at[0])
    this.#east = Math.max(this.#east, at[0])
    this.#south = Math.min(this.#south, at[1])
    this.#north = Math.max(this.#north, at[1])
    return at
  }

  /** Takes the feature in, or counts why not. Its number in the layer, or null. */
  add(shape: ShapeDraft, parts: FeatureParts): number | null {
    if (shape.hasAltitude) this.lose('altitude')
    if (shape.hasBadPart) this.lose('bad-geometry')
    if (shape.isEmpty) {
      if (!shape.hasBadPart) this.lose('null-geometry')
      return null
    }
    if (this.#features.length >= GEO_LIMITS.features) {
      throw new GeoRefusal('too-many-features', { limit: GEO_LIMITS.features })
    }
    const { points, lines, areas } = shape
    const geometry: GeoGeometry = { points, lines, areas }
    this.#features.push({ ...parts, geometry })
    return this.#features.length - 1
  }

  restyle(index: number, style: GeoStyle): void {
    const feature = this.#features[index]
    if (feature !== undefined) this.#features[index] = { ...feature, style }
  }

  /** The layer whole; throws where there is nothing to show or where the positions cannot be meant. */
  finish(): GeoLayerData {
    const outside = this.#outside
    if (outside !== null) {
      if (this.#crs.kind === 'wgs84' && this.#furthest > SURELY_METRES) throw new GeoRefusal('projected', outside)
      const areSwapped = this.#crs.kind === 'wgs84' && Math.abs(outside.y) <= 180 && Math.abs(outside.x) <= 90
      throw new GeoRefusal(areSwapped ? 'swapped' : 'out-of-range', outside)
    }
    if (this.#features.length === 0) {
      const dropped = [...this.#losses].reduce((sum, [code, count]) => (DROPS.has(code) ? sum + count : sum), 0)
      throw new GeoRefusal('empty', { dropped, links: this.#losses.get('network-link') ?? 0 })
    }
    const bounds: GeoBounds = [this.#west, this.#south, this.#east, this.#north]
    if (isInside([bounds[1], bounds[0], bounds[3], bounds[2]], PERU)) {
      throw new GeoRefusal('swapped', { x: bounds[0], y: bounds[1] })
    }
    if (this.#crs.kind === 'psad56') this.lose('psad56', this.#features.length)
    else if (this.#crs.kind !== 'wgs84') this.lose('reprojected', this.#features.length)
    return {
      format: this.#format,
      title: this.title,
      features: this.#features,
      bounds,
      vertices: this.#vertices,
      losses: this.losses(),
    }
  }
}

const DROPS = new Set<GeoLossCode>(['null-geometry', 'bad-geometry', 'not-a-feature', 'overlay-image', 'tour'])

function isInside(inner: GeoBounds, outer: GeoBounds): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
}
