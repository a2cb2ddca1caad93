import { pixelX, pixelY } from '../Frame.ts'
import type { AreaItem, LineItem } from '../Scene.ts'
import { shapeOf } from '../Shape.ts'
import { hatchPattern } from './hatch.ts'
import { type Pen, strokePath, trace } from './Pen.ts'

const FADED = 0.35
/** Pixels. */
const SELECTED_HALO = 4
const ARROW = 7

/** Lines and areas, without their labels. */
export function drawGeometry(pen: Pen, item: LineItem | AreaItem): void {
  const { context } = pen
  context.globalAlpha = item.emphasis === 'faded' ? FADED : 1
  context.lineJoin = 'round'
  context.lineCap = 'butt'
  trace(pen, shapeOf(item), item.kind === 'area')
  if (item.kind === 'area' && item.fill !== null) fill(pen, item.fill)
  if (item.stroke !== null) strokePath(pen, item.stroke)
  if (item.kind === 'line' && item.arrow !== 'none') drawArrow(pen, item, item.arrow)
  context.globalAlpha = 1
}

/** What a selected one has besides: a broad ring below its stroke. */
export function drawSelected(pen: Pen, item: LineItem | AreaItem): void {
  const { context } = pen
  context.lineJoin = 'round'
  trace(pen, shapeOf(item), item.kind === 'area')
  for (const [ink, width] of [
    ['--map-halo', SELECTED_HALO + 1.5],
    ['--map-selected', SELECTED_HALO],
  ] as const) {
    context.strokeStyle = pen.inks.of(ink)
    context.lineWidth = (item.stroke?.width ?? 0) + 2 * width
    context.stroke()
  }
  if (item.stroke !== null) strokePath(pen, { ...item.stroke, halo: 1 })
  if (item.kind === 'line' && item.arrow !== 'none') drawArrow(pen, item, item.arrow)
}

function fill(pen: Pen, { color, opacity, hatch }: NonNullable<AreaItem['fill']>): void {
  const { context } = pen
  const alpha = context.globalAlpha
  if (hatch) {
    context.globalAlpha = alpha * Math.max(0.5, opacity)
    context.fillStyle = hatchPattern(pen, color)
  } else {
    context.globalAlpha = alpha * opacity
    context.fillStyle = pen.inks.of(color)
  }
  context.fill('evenodd')
  context.globalAlpha = alpha
}

function drawArrow({ context, frame, inks }: Pen, item: LineItem, arrow: 'end' | 'middle'): void {
  const path = shapeOf(item).paths[0] as Float64Array
  const points: [number, number][] = []
  for (let i = 0; i < path.length; i += 2) {
    points.push([pixelX(frame, path[i] as number), pixelY(frame, path[i + 1] as number)])
  }
  const tip = arrow === 'end' ? alongFrom(points, 0) : alongFrom(points, lengthOf(points) / 2)
  const size = ARROW + 1.5 * item.stroke.width
  const tail = arrow === 'end' ? alongFrom(points, size) : alongFrom(points, lengthOf(points) / 2 + size)
  const length = Math.hypot(tip[0] - tail[0], tip[1] - tail[1])
  if (length < 1) return
  const dx = (tip[0] - tail[0]) / length
  const dy = (tip[1] - tail[1]) / length
  context.beginPath()
  context.moveTo(tip[0], tip[1])
  context.lineTo(tip[0] - dx * size - dy * size * 0.5, tip[1] - dy * size + dx * size * 0.5)
  context.lineTo(tip[0] - dx * size + dy * size * 0.5, tip[1] - dy * size - dx * size * 0.5)
  context.closePath()
  if (item.stroke.halo > 0) {
    context.strokeStyle = inks.of('--map-halo')
    context.lineWidth = 2 * item.stroke.halo
    context.stroke()
  }
  context.fillStyle = inks.of(item.stroke.color)
  context.fill()
}

const lengthOf = (points: readonly [number, number][]): number =>
  points.reduce((sum, [x, y], i) => {
    const before = points[i - 1]
    return before === undefined ? 0 : sum + Math.hypot(x - before[0], y - before[1])
  }, 0)

/** The point so many pixels before the end of the path. */
function alongFrom(points: readonly [number, number][], back: number): [number, number] {
  let left = back
  for (let i = points.length - 1; i > 0; i--) {
    const [bx, by] = points[i] as [number, number]
    const [ax, ay] = points[i - 1] as [number, number]
    const length = Math.hypot(bx - ax, by - ay)
    if (length >= left && length > 0) return [bx + ((ax - bx) * left) / length, by + ((ay - by) * left) / length]
    left -= length
  }
  return points[0] ?? [0, 0]
}
