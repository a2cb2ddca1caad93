import type { Position } from '../../../../domain/records/common.ts'
import { mapView } from '../mapView.ts'
import { type FoundSpot, findView } from './findView.ts'

/** Metres per pixel at which a spot is looked at: near enough to see what lies around it. */
const NEAR = 120

/** Coordinates that are coarse are shown with all that they may mean, as so many pixels. */
const COARSE_PIXELS = 300

/** Marks a spot and brings it to the middle of the map, on screen or the next time the map is looked at. */
export function goToSpot(spot: FoundSpot, precisionMetres = 1): void {
  findView.setState({ spot })
  lookAt(spot.at, Math.max(NEAR, precisionMetres / COARSE_PIXELS))
}

/** Brings a position to the middle; the map comes nearer to it, never goes away. */
function lookAt(at: Position, metresPerPixel: number): void {
  const { map, metresPerPixel: now } = mapView.getState()
  const scale = Math.min(now, metresPerPixel)
  if (map === null) mapView.setState({ center: at, metresPerPixel: scale })
  else map.setView(at, scale)
}
