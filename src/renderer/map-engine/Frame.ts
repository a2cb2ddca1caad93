/** One look at the map: what turns metres of the sheet into pixels of a canvas. */
export interface Frame {
  /** Centre, metres of EPSG:3857. */
  readonly x: number
  readonly y: number
  /** Metres of the sheet per CSS pixel. */
  readonly resolution: number
  /** CSS pixels. */
  readonly width: number
  readonly height: number
  /** Device pixels per CSS pixel. */
  readonly ratio: number
}

export const pixelX = (frame: Frame, x: number): number => (x - frame.x) / frame.resolution + frame.width / 2
export const pixelY = (frame: Frame, y: number): number => (frame.y - y) / frame.resolution + frame.height / 2

/** West, south, east, north in metres, with so many pixels beyond each edge. */
export function extentOf(frame: Frame, margin = 0): readonly [number, number, number, number] {
  const halfWidth = (frame.width / 2 + margin) * frame.resolution
  const halfHeight = (frame.height / 2 + margin) * frame.resolution
  return [frame.x - halfWidth, frame.y - halfHeight, frame.x + halfWidth, frame.y + halfHeight]
}
