import { type Frame, pixelX, pixelY } from '../Frame.ts'
import type { MapInks } from '../MapInks.ts'
import type { Context2d } from './Pen.ts'
import type { ScenePlan, SpriteMark, SymbolMark } from './ScenePlan.ts'

const FADED = 0.35
/** Pixels around a symbol that is selected. */
const RING_GAP = 3
const RING = 2.5

/** Puts down what the plan says; names of the base map below symbols, their own labels above. */
export function drawPlan(context: Context2d, frame: Frame, inks: MapInks, plan: ScenePlan): void {
  for (const mark of plan.ground) drawSprite(context, frame, mark)
  for (const mark of plan.texts) drawSprite(context, frame, mark)
  for (const mark of plan.symbols) drawSymbol(context, frame, inks, mark)
  for (const mark of plan.labels) drawSprite(context, frame, mark)
  context.globalAlpha = 1
}

/** On whole device pixels, so that small drawings stay sharp. */
const snap = (pixels: number, ratio: number): number => Math.round(pixels * ratio) / ratio

function drawSprite(context: Context2d, frame: Frame, mark: SpriteMark): void {
  const { sprite, angle } = mark
  if (sprite.image === null) return
  const x = pixelX(frame, mark.x) + mark.dx
  const y = pixelY(frame, mark.y) + mark.dy
  const reach = angle === 0 ? 0 : sprite.width
  if (
    isOutside(
      frame,
      x - sprite.width / 2 - reach,
      y - sprite.height / 2 - reach,
      sprite.width + 2 * reach,
      sprite.height + 2 * reach,
    )
  )
    return
  context.globalAlpha = mark.alpha
  if (angle === 0) {
    const left = snap(x - sprite.width / 2, frame.ratio)
    const top = snap(y - sprite.height / 2, frame.ratio)
    context.drawImage(sprite.image, left, top, sprite.width, sprite.height)
    return
  }
  context.save()
  context.translate(x, y)
  context.rotate(angle)
  context.drawImage(sprite.image, -sprite.width / 2, -sprite.height / 2, sprite.width, sprite.height)
  context.restore()
}

function drawSymbol(context: Context2d, frame: Frame, inks: MapInks, mark: SymbolMark): void {
  const { sprite, item, cluster } = mark
  const x = pixelX(frame, cluster.x)
  const y = pixelY(frame, cluster.y)
  const left = snap(x + mark.left, frame.ratio)
  const top = snap(y + mark.top, frame.ratio)
  if (isOutside(frame, left - 8, top - 8, sprite.width + 16, sprite.height + 16)) return
  context.globalAlpha = item.emphasis === 'faded' ? FADED : 1
  if (item.emphasis === 'selected') {
    for (const [ink, width] of [
      ['--map-halo', RING + 3],
      ['--map-selected', RING],
    ] as const) {
      context.strokeStyle = inks.of(ink)
      context.lineWidth = width
      context.beginPath()
      context.roundRect(left - RING_GAP, top - RING_GAP, sprite.width + 2 * RING_GAP, sprite.height + 2 * RING_GAP, 4)
      context.stroke()
    }
  }
  if (sprite.image !== null) context.drawImage(sprite.image, left, top, sprite.width, sprite.height)
  for (const extra of mark.extras) {
    if (extra.sprite.image === null) continue
    const extraLeft = snap(x + extra.left, frame.ratio)
    const extraTop = snap(y + extra.top, frame.ratio)
    context.drawImage(extra.sprite.image, extraLeft, extraTop, extra.sprite.width, extra.sprite.height)
  }
}

const isOutside = (frame: Frame, left: number, top: number, width: number, height: number): boolean =>
  left > frame.width || top > frame.height || left + width < 0 || top + height < 0
