import { type Frame, pixelX, pixelY } from '../Frame.ts'
import type { MapInks } from '../MapInks.ts'
import type { Stroke } from '../Scene.ts'
import type { Shape } from '../Shape.ts'

export type Context2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** What draws: a context that counts in CSS pixels, where it looks, and with what colours. */
export interface Pen {
  readonly context: Context2d
  readonly frame: Frame
  readonly inks: MapInks
}

/** Vertices nearer to the path than this many pixels are left out. */
const FINE = 0.6

/** Makes the shape the context's path. */
export function trace({ context, frame }: Pen, { paths, significances }: Shape, isClosed: boolean): void {
  context.beginPath()
  const least = frame.resolution * FINE
  for (const [at, path] of paths.entries()) {
    const significance = significances[at] ?? null
    for (let i = 0; i < path.length; i += 2) {
      if (significance !== null && (significance[i / 2] as number) < least) continue
      const x = pixelX(frame, path[i] as number)
      const y = pixelY(frame, path[i + 1] as number)
      if (i === 0) context.moveTo(x, y)
      else context.lineTo(x, y)
    }
    if (isClosed) context.closePath()
  }
}

/** Strokes the context's path: the halo below, then the line. */
export function strokePath({ context, inks }: Pen, { color, width, dash, halo }: Stroke): void {
  if (halo > 0) {
    context.strokeStyle = inks.of('--map-halo')
    context.lineWidth = width + 2 * halo
    context.stroke()
  }
  context.strokeStyle = inks.of(color)
  context.lineWidth = width
  if (dash.length > 0) context.setLineDash([...dash])
  context.stroke()
  if (dash.length > 0) context.setLineDash([])
}
