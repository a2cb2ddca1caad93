import { GeoRefusal } from './GeoFault.ts'
import type { LayerDraft } from './LayerDraft.ts'
import { plainText } from './readProperties.ts'
import { readXml, type XmlListener } from './readXml.ts'

/** Takes in waypoints, routes and tracks. */
export function readGpx(text: string, draft: LayerDraft, onProgress?: (fraction: number) => void): void {
  readXml(text, new GpxReader(draft), onProgress)
}

const CARRIERS = new Set(['wpt', 'rte', 'trk', 'metadata'])
const KEPT_TEXTS = new Set(['name', 'desc', 'cmt', 'type', 'sym', 'time', 'ele', 'src'])

interface Carrier {
  readonly kind: string
  readonly texts: Map<string, string>
  /** Segments of a track; a route has one, a waypoint one vertex. */
  readonly paths: number[][][]
  hasTimes: boolean
}

/** Reads vertex by vertex: a track of a million points is not held as a tree first. */
class GpxReader implements XmlListener {
  readonly #draft: LayerDraft
  readonly #path: string[] = []
  #carrier: Carrier | null = null
  #text = ''

  constructor(draft: LayerDraft) {
    this.#draft = draft
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.#path.length === 0 && name !== 'gpx') throw new GeoRefusal('other-xml', { root: name.slice(0, 60) })
    this.#path.push(name)
    this.#text = ''
    if (this.#path.length === 2 && CARRIERS.has(name)) {
      this.#carrier = { kind: name, texts: new Map(), paths: name === 'trk' ? [] : [[]], hasTimes: false }
    }
    if (this.#carrier === null) return
    if (name === 'trkseg') this.#carrier.paths.push([])
    if (name === 'wpt' || name === 'rtept' || name === 'trkpt') {
      const vertex = [Number(attributes.get('lon') ?? Number.NaN), Number(attributes.get('lat') ?? Number.NaN)]
      this.#carrier.paths.at(-1)?.push(vertex)
    }
  }

  text(text: string): void {
    this.#text += text
  }

  close(name: string): void {
    const depth = this.#path.length
    this.#path.pop()
    const carrier = this.#carrier
    if (carrier === null) return
    const text = this.#text.trim()
    this.#text = ''
    if (depth === 3 && KEPT_TEXTS.has(name) && text !== '') carrier.texts.set(name, plainText(text, this.#draft))
    else if (depth > 3) this.#ofVertex(name, text, carrier)
    if (depth === 2) {
      this.#take(carrier)
      this.#carrier = null
    }
  }

  #ofVertex(name: string, text: string, carrier: Carrier): void {
    if (name === 'time') carrier.hasTimes = true
    else if (name === 'ele') carrier.paths.at(-1)?.at(-1)?.push(Number(text))
  }

  #take({ kind, texts, paths, hasTimes }: Carrier): void {
    if (kind === 'metadata') {
      this.#draft.title = texts.get('name')?.slice(0, 300) ?? null
      return
    }
    const shape = this.#draft.shape()
    if (kind === 'wpt') shape.point(paths[0]?.[0])
    else {
      for (const path of paths) {
        if (path.length === 1) shape.point(path[0])
        else if (path.length > 1) shape.line(path)
      }
    }
    this.#draft.lose('track-times', hasTimes ? 1 : 0)
    const name = texts.get('name')?.slice(0, 300) ?? null
    this.#draft.add(shape, { name, properties: [...texts], style: null })
  }
}
