import { pixelX, pixelY } from '../Frame.ts'
import type { ColorToken } from '../Scene.ts'
import type { Pen } from './Pen.ts'

/** Pixels from line to line, along either axis. */
const SPACING = 8
const WIDTH = 1.25

const tiles = new Map<string, OffscreenCanvas>()

/** Diagonal lines that lie still on the ground while one pans. */
export function hatchPattern({ context, frame, inks }: Pen, color: ColorToken): CanvasPattern {
  const ink = inks.of(color)
  const key = `${ink} ${frame.ratio}`
  let tile = tiles.get(key)
  if (tile === undefined) tiles.set(key, (tile = drawTile(ink, frame.ratio)))
  const pattern = context.createPattern(tile, 'repeat')
  if (pattern === null) throw new Error('no pattern was made')
  const size = tile.width / frame.ratio
  pattern.setTransform(
    new DOMMatrix()
      .translateSelf(pixelX(frame, 0) % size, pixelY(frame, 0) % size)
      .scaleSelf(1 / frame.ratio, 1 / frame.ratio),
  )
  return pattern
}

function drawTile(ink: string, ratio: number): OffscreenCanvas {
  const size = Math.round(SPACING * ratio)
  const tile = new OffscreenCanvas(size, size)
  const context = tile.getContext('2d')
  if (context === null) throw new Error('no canvas to draw on')
  context.strokeStyle = ink
  context.lineWidth = WIDTH * ratio
  context.beginPath()
  for (const shift of [-1, 0, 1]) {
    context.moveTo((shift - 0.5) * size, 1.5 * size)
    context.lineTo((shift + 1.5) * size, -0.5 * size)
  }
  context.stroke()
  return tile
}
