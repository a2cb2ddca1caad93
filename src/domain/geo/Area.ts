import type { Position } from '../records/common.ts'
import { distanceKm } from './distance.ts'

/** Few edges in each band, where an area has no more corners than people draw. */
const MOST_BANDS = 1_000

/** On the edge is inside: a tenth of a metre, in degrees. */
const EDGE = 1e-6

/**
 * An area on the map, its corners joined by straight lines in degrees, without holes. Longitudes run on over the date
 * line, so that an area across it is whole. What is asked of it looks only at the edges of the band of latitude it needs.
 */
export class Area {
  readonly #x: readonly number[]
  readonly #y: readonly number[]
  readonly #west: number
  readonly #east: number
  readonly #south: number
  readonly #north: number
  /** Edges, by the number of their first corner, that touch each of some bands of equal height. */
  readonly #bands: readonly (readonly number[])[]

  private constructor(x: readonly number[], y: readonly number[]) {
    this.#x = x
    this.#y = y
    ;[this.#west, this.#east] = rangeOf(x)
    ;[this.#south, this.#north] = rangeOf(y)
    const bands: number[][] = Array.from({ length: Math.min(MOST_BANDS, Math.ceil(x.length / 3)) }, () => [])
    this.#bands = bands
    for (const [i, lat] of y.entries()) {
      const next = y[this.#after(i)] ?? lat
      const last = this.#bandOf(Math.max(lat, next) + EDGE)
      for (let band = this.#bandOf(Math.min(lat, next) - EDGE); band <= last; band += 1) bands[band]?.push(i)
    }
  }

  /** Null where the corners enclose nothing: fewer than three, all in one line, or none of this Earth. */
  static of(corners: readonly Position[]): Area | null {
    const [x, y]: [number[], number[]] = [[], []]
    for (const [lon, lat] of corners) {
      if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return null
      const whole = nearTo(lon, x.at(-1) ?? lon)
      if (whole === x.at(-1) && lat === y.at(-1)) continue
      x.push(whole)
      y.push(lat)
    }
    if (x.length > 1 && x[0] === x.at(-1) && y[0] === y.at(-1)) {
      x.pop()
      y.pop()
    }
    const [firstX = 0, firstY = 0] = [x[0], y[0]]
    const isFlat = x.every((lon, i) => {
      const j = (i + 1) % x.length
      return (lon - firstX) * ((y[j] ?? 0) - firstY) === ((x[j] ?? 0) - firstX) * ((y[i] ?? 0) - firstY)
    })
    return x.length < 3 || isFlat ? null : new Area(x, y)
  }

  covers([lon, lat]: Position): boolean {
    const x = this.#near(lon)
    if (!(x >= this.#west - EDGE && x <= this.#east + EDGE && lat >= this.#south - EDGE && lat <= this.#north + EDGE)) {
      return false
    }
    let isInside = false
    for (const i of this.#bands[this.#bandOf(lat)] ?? []) {
      const j = this.#after(i)
      const [x1, y1, x2, y2] = [this.#x[i] ?? 0, this.#y[i] ?? 0, this.#x[j] ?? 0, this.#y[j] ?? 0]
      if (isNear(x, x1, x2) && isNear(lat, y1, y2) && distanceToEdge(x, lat, x1, y1, x2, y2) <= EDGE * EDGE) return true
      if (y1 > lat !== y2 > lat && x < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside
    }
    return isInside
  }

  /** Shares of a straight line (0 to 1) at which it may pass from outside to inside or back, in no order. */
  crossings(from: Position, to: Position): number[] {
    const x = this.#near(from[0])
    const y = from[1]
    const [dx, dy] = [nearTo(to[0], from[0]) - from[0], to[1] - y]
    if (Math.max(x, x + dx) < this.#west || Math.min(x, x + dx) > this.#east) return []
    if (Math.max(y, y + dy) < this.#south || Math.min(y, y + dy) > this.#north) return []
    const shares: number[] = []
    const last = this.#bandOf(Math.max(y, y + dy))
    for (let band = this.#bandOf(Math.min(y, y + dy)); band <= last; band += 1) {
      for (const i of this.#bands[band] ?? []) {
        const j = this.#after(i)
        const [ax, ay] = [(this.#x[i] ?? 0) - x, (this.#y[i] ?? 0) - y]
        const [ex, ey] = [(this.#x[j] ?? 0) - x - ax, (this.#y[j] ?? 0) - y - ay]
        const across = dx * ey - dy * ex
        if (across !== 0) {
          const share = (ax * ey - ay * ex) / across
          const along = (ax * dy - ay * dx) / across
          if (along >= 0 && along <= 1) shares.push(share)
        } else if (ax * dy === ay * dx) {
          const length = dx * dx + dy * dy
          shares.push((ax * dx + ay * dy) / length, ((ax + ex) * dx + (ay + ey) * dy) / length)
        }
      }
    }
    return shares.filter((share) => share > 0 && share < 1)
  }

  /** Distance in km to the nearest edge. */
  kmTo(position: Position): number {
    const x = this.#near(position[0])
    const narrow = Math.max(0.01, Math.cos((position[1] * Math.PI) / 180))
    let [least, nearest]: [number, Position] = [Number.POSITIVE_INFINITY, position]
    for (const [i, x1] of this.#x.entries()) {
      const j = this.#after(i)
      const [y1, x2, y2] = [this.#y[i] ?? 0, this.#x[j] ?? 0, this.#y[j] ?? 0]
      const [ax, ay, ex, ey] = [(x1 - x) * narrow, y1 - position[1], (x2 - x1) * narrow, y2 - y1]
      const length = ex * ex + ey * ey
      const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * ex + ay * ey) / length))
      const away = Math.hypot(ax + share * ex, ay + share * ey)
      if (away >= least) continue
      least = away
      nearest = [x1 + share * (x2 - x1), y1 + share * ey]
    }
    return distanceKm(position, nearest)
  }

  #after(i: number): number {
    return i + 1 === this.#x.length ? 0 : i + 1
  }

  #near(lon: number): number {
    return nearTo(lon, (this.#west + this.#east) / 2)
  }

  #bandOf(lat: number): number {
    const count = this.#bands.length
    const share = (lat - this.#south) / (this.#north - this.#south)
    return Math.min(count - 1, Math.max(0, Math.floor(share * count)))
  }
}

/** The same longitude, as near to another as it can be by whole turns. */
function nearTo(lon: number, other: number): number {
  return lon + Math.round((other - lon) / 360) * 360
}

function rangeOf(values: readonly number[]): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return [least, most]
}

const isNear = (value: number, a: number, b: number): boolean =>
  a < b ? value >= a - EDGE && value <= b + EDGE : value >= b - EDGE && value <= a + EDGE

/** Squared. */
function distanceToEdge(x: number, y: number, x1: number, y1: number, x2: number, y2: number): number {
  const [ex, ey] = [x2 - x1, y2 - y1]
  const length = ex * ex + ey * ey
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * ex + (y - y1) * ey) / length))
  const [dx, dy] = [x - x1 - share * ex, y - y1 - share * ey]
  return dx * dx + dy * dy
}
