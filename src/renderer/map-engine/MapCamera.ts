import View from 'ol/View.js'
import type { Position } from '../../domain/records/common.ts'
import { extentOf, type Frame, pixelX, pixelY } from './Frame.ts'
import type { MapView, Pixel } from './MapAdapter.ts'
import { fromMercator, stretchAt, toMercator } from './mercator.ts'

const START: Position = [-74, -12.3]
const START_RESOLUTION = 500
/** Metres of the sheet per pixel. */
const FINEST = 0.25
const COARSEST = 20_000
const FINEST_FIT = 5
/** Pixels. */
const FIT_PADDING = 64
/** Milliseconds: as long as motion may last (look of the program). */
const MOTION = 120

const bounded = (resolution: number): number => Math.min(COARSEST, Math.max(FINEST, resolution))

/** Where the map looks. */
export class MapCamera {
  readonly view = new View({
    center: [...toMercator(START)],
    resolution: START_RESOLUTION,
    enableRotation: false,
    minResolution: FINEST,
    maxResolution: COARSEST,
    constrainResolution: false,
  })
  readonly #sizeNow: () => readonly number[] | undefined

  /** `sizeNow` in pixels; undefined while the map has no element. */
  constructor(sizeNow: () => readonly number[] | undefined) {
    this.#sizeNow = sizeNow
  }

  get frame(): Frame {
    const [x = 0, y = 0] = this.view.getCenter() ?? []
    const resolution = this.view.getResolution() ?? START_RESOLUTION
    const [width = 0, height = 0] = this.#sizeNow() ?? []
    return { x, y, resolution, width, height, ratio: window.devicePixelRatio }
  }

  get isMoving(): boolean {
    return this.view.getAnimating()
  }

  look(): MapView {
    const frame = this.frame
    const [west, south, east, north] = extentOf(frame)
    const center = fromMercator([frame.x, frame.y])
    return {
      center,
      metresPerPixel: frame.resolution / stretchAt(center[1]),
      size: [frame.width, frame.height],
      bounds: [...fromMercator([west, south]), ...fromMercator([east, north])],
    }
  }

  lookAt(center: Position, metresPerPixel: number): void {
    this.view.cancelAnimations()
    this.view.setCenter([...toMercator(center)])
    this.view.setResolution(bounded(metresPerPixel * stretchAt(center[1])))
  }

  fit(positions: readonly Position[]): void {
    const points = positions.map(toMercator)
    const first = points[0]
    if (first === undefined) return
    this.view.cancelAnimations()
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    for (const [x, y] of points) {
      west = Math.min(west, x)
      south = Math.min(south, y)
      east = Math.max(east, x)
      north = Math.max(north, y)
    }
    if (west === east && south === north) return this.view.setCenter([...first])
    const padding = [FIT_PADDING, FIT_PADDING, FIT_PADDING, FIT_PADDING]
    this.view.fit([west, south, east, north], { padding, minResolution: FINEST_FIT })
  }

  panBy([right, down]: Pixel): void {
    const { x, y, resolution } = this.frame
    this.view.cancelAnimations()
    this.view.setCenter([x + right * resolution, y - down * resolution])
  }

  zoomBy(factor: number): void {
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches || this.isMoving
    this.view.cancelAnimations()
    const resolution = bounded(this.frame.resolution / factor)
    if (isStill) this.view.setResolution(resolution)
    else this.view.animate({ resolution, duration: MOTION })
  }

  toPixel(at: Position): Pixel | null {
    const frame = this.frame
    const [x, y] = toMercator(at)
    return frame.width === 0 ? null : [pixelX(frame, x), pixelY(frame, y)]
  }

  toPosition([right, down]: Pixel): Position | null {
    const { x, y, resolution, width, height } = this.frame
    if (width === 0) return null
    return fromMercator([x + (right - width / 2) * resolution, y - (down - height / 2) * resolution])
  }
}
