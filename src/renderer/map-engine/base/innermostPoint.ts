/** Columns and rows of the grid. */
const STEPS = 24

/** The point of a polygon farthest from its edges, of a grid laid over it, and how far: where a name has most room. */
export function innermostPoint(rings: readonly Float64Array[], steps = STEPS): { x: number; y: number; room: number } {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      west = Math.min(west, ring[i] as number)
      east = Math.max(east, ring[i] as number)
      south = Math.min(south, ring[i + 1] as number)
      north = Math.max(north, ring[i + 1] as number)
    }
  }
  let best = { x: (west + east) / 2, y: (south + north) / 2, room: -Infinity }
  for (let column = 1; column < steps; column++) {
    for (let row = 1; row < steps; row++) {
      const x = west + ((east - west) * column) / steps
      const y = south + ((north - south) * row) / steps
      const room = roomAt(rings, x, y)
      if (room > best.room) best = { x, y, room }
    }
  }
  return best
}

/** Metres to the nearest vertex; less than nothing outside. */
function roomAt(rings: readonly Float64Array[], x: number, y: number): number {
  let isInside = false
  let nearest = Infinity
  for (const ring of rings) {
    const count = ring.length / 2
    for (let i = 0, j = count - 1; i < count; j = i++) {
      const [ax, ay] = [ring[2 * i] as number, ring[2 * i + 1] as number]
      const [bx, by] = [ring[2 * j] as number, ring[2 * j + 1] as number]
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside
      nearest = Math.min(nearest, (ax - x) ** 2 + (ay - y) ** 2)
    }
  }
  return isInside ? Math.sqrt(nearest) : -Math.sqrt(nearest)
}
