import { extentOf } from '../Frame.ts'
import { isIn } from '../Shape.ts'
import { type Pen, trace } from '../draw/Pen.ts'
import type { GroundShapes } from './GroundShapes.ts'

/** Pixels, by rank of the river: the five main ones, those with names, then by the data's own levels. */
const RIVER_WIDTH = [0, 2.4, 1.6, 1.4, 1.1, 0.9]
/** Metres per pixel from which on small rivers are left out. */
const SMALL_RIVERS_BELOW = 1_200

/** Land, borders and rivers, without names. */
export function* paintGround(pen: Pen, ground: GroundShapes): Generator<void> {
  const { context, frame, inks } = pen
  context.fillStyle = inks.of('--map-beyond')
  context.fillRect(0, 0, frame.width, frame.height)
  const extent = extentOf(frame)
  context.lineJoin = 'round'
  context.fillStyle = inks.of('--map-land')
  context.strokeStyle = inks.of('--map-land')
  context.lineWidth = 1
  for (const { shape } of ground.departments) {
    if (!isIn(shape, extent)) continue
    trace(pen, shape, true)
    context.fill()
    // Neighbours would else show a hair of the ground beyond between them.
    context.stroke()
    yield
  }
  context.strokeStyle = inks.of('--map-river')
  context.lineCap = 'round'
  for (const { river, shape } of ground.rivers) {
    if (!isIn(shape, extent) || (river.rank > 3 && frame.resolution > SMALL_RIVERS_BELOW)) continue
    const width = RIVER_WIDTH[river.rank] ?? 0.9
    context.lineWidth = frame.resolution > 2_000 ? width * 0.6 : width
    trace(pen, shape, false)
    context.stroke()
    yield
  }
  context.lineCap = 'butt'
  context.strokeStyle = inks.of('--map-boundary')
  context.lineWidth = 1
  context.setLineDash([6, 2, 1, 2])
  trace(pen, ground.borders, false)
  context.stroke()
  context.setLineDash([])
}
