import { latitudeBand, bandLatitudes } from '../../../../domain/geo/utm.ts'

/** West, south, east, north, degrees; east is greater than west also across the date line. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** A cell of the grid, six degrees by eight but for the odd ones of the north, as far as it lies in the bounds. */
export interface GridCell {
  readonly zone: number
  readonly band: string
  readonly bounds: Bounds
  /** Degrees to add to a longitude of the plane to come into the bounds: 0, or 360 beyond the date line. */
  readonly turn: number
}

const BANDS = 'CDEFGHJKLMNPQRSTUVWX'

/** Cells that the bounds touch, west to east in each band, from the south. */
export function gridCells([west, south, east, north]: Bounds): readonly GridCell[] {
  const low = Math.max(-80, south)
  const high = Math.min(84, north)
  if (!(low < high && west < east)) return []
  const cells: GridCell[] = []
  const first = BANDS.indexOf(latitudeBand(low) ?? 'C')
  const last = BANDS.indexOf(latitudeBand(high) ?? 'X')
  for (const band of BANDS.slice(first, last + 1)) {
    const [bandSouth, bandNorth] = bandLatitudes(band) ?? [0, 0]
    // One zone more on each side, as the odd ones of the north reach beyond six degrees.
    for (let column = Math.floor(west / 6) - 1; column * 6 < east + 6; column++) {
      const zone = ((((column + 30) % 60) + 60) % 60) + 1
      const span = zoneSpan(zone, band)
      if (span === null) continue
      const turn = Math.floor((column + 30) / 60) * 360
      const bounds: Bounds = [
        Math.max(west, span[0] + turn),
        Math.max(low, bandSouth),
        Math.min(east, span[1] + turn),
        Math.min(high, bandNorth),
      ]
      if (bounds[0] < bounds[2] && bounds[1] < bounds[3]) cells.push({ zone, band, bounds, turn })
    }
  }
  return cells
}

/** Longitudes between which a zone is used in a band; null where its neighbours take all of it. */
function zoneSpan(zone: number, band: string): readonly [number, number] | null {
  const west = zone * 6 - 186
  if (band === 'V' && zone === 31) return [0, 3]
  if (band === 'V' && zone === 32) return [3, 12]
  if (band === 'X' && zone >= 31 && zone <= 37) {
    if (zone % 2 === 0) return null
    return [zone === 31 ? 0 : west - 3, zone === 37 ? 42 : west + 9]
  }
  return [west, west + 6]
}
