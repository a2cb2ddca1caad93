import { extentOf, type Frame, pixelX, pixelY } from './Frame.ts'
import type { MapInks } from './MapInks.ts'
import { pictureImage } from './pictureImages.ts'
import {
  SCENE_LAYERS,
  type AreaItem,
  type LineItem,
  type SceneItem,
  type Stroke,
  type SymbolItem,
  type TextItem,
} from './Scene.ts'
import type { SceneStore } from './SceneStore.ts'
import { shapeOf } from './Shape.ts'

interface Sheet {
  readonly context: CanvasRenderingContext2D
  readonly frame: Frame
  readonly inks: MapInks
  readonly onReady: () => void
}

/** Draws all that is shown and lies in the frame; the context counts in CSS pixels. */
export function drawScene(sheet: Sheet, scene: SceneStore): void {
  const [west, south, east, north] = extentOf(sheet.frame, 100)
  for (const layer of SCENE_LAYERS) {
    for (const item of scene.shown(layer)) {
      const shape = shapeOf(item)
      if (shape.maxX < west || shape.minX > east || shape.maxY < south || shape.minY > north) continue
      sheet.context.globalAlpha = item.emphasis === 'faded' ? 0.35 : 1
      drawItem(sheet, item)
    }
  }
  sheet.context.globalAlpha = 1
}

function drawItem(sheet: Sheet, item: SceneItem): void {
  switch (item.kind) {
    case 'symbol':
      return drawSymbol(sheet, item)
    case 'line':
      return drawLine(sheet, item)
    case 'area':
      return drawArea(sheet, item)
    case 'text':
      return drawText(sheet, item)
  }
}

function drawSymbol({ context, frame, inks, onReady }: Sheet, item: SymbolItem): void {
  const path = shapeOf(item).paths[0] as Float64Array
  const x = pixelX(frame, path[0] as number)
  const y = pixelY(frame, path[1] as number)
  const { picture } = item
  const image = pictureImage(picture, inks, onReady)
  if (image !== null) {
    context.drawImage(image, x - picture.anchor[0], y - picture.anchor[1], picture.width, picture.height)
  }
  if (item.emphasis === 'selected') {
    context.strokeStyle = inks.of('--accent')
    context.lineWidth = 2
    context.strokeRect(x - picture.anchor[0] - 3, y - picture.anchor[1] - 3, picture.width + 6, picture.height + 6)
  }
}

function trace({ context, frame }: Sheet, paths: readonly Float64Array[], isClosed: boolean): void {
  context.beginPath()
  for (const path of paths) {
    for (let i = 0; i < path.length; i += 2) {
      const x = pixelX(frame, path[i] as number)
      const y = pixelY(frame, path[i + 1] as number)
      if (i === 0) context.moveTo(x, y)
      else context.lineTo(x, y)
    }
    if (isClosed) context.closePath()
  }
}

function stroke({ context, inks }: Sheet, { color, width, dash, halo }: Stroke): void {
  if (halo > 0) {
    context.strokeStyle = inks.of('--map-halo')
    context.lineWidth = width + 2 * halo
    context.setLineDash([])
    context.stroke()
  }
  context.strokeStyle = inks.of(color)
  context.lineWidth = width
  context.setLineDash([...dash])
  context.stroke()
  context.setLineDash([])
}

function drawLine(sheet: Sheet, item: LineItem): void {
  trace(sheet, shapeOf(item).paths, false)
  stroke(sheet, item.stroke)
}

function drawArea(sheet: Sheet, item: AreaItem): void {
  trace(sheet, shapeOf(item).paths, true)
  if (item.fill !== null) {
    const { context } = sheet
    const alpha = context.globalAlpha
    context.globalAlpha = alpha * item.fill.opacity
    context.fillStyle = sheet.inks.of(item.fill.color)
    context.fill('evenodd')
    context.globalAlpha = alpha
  }
  if (item.stroke !== null) stroke(sheet, item.stroke)
}

function drawText({ context, frame, inks }: Sheet, item: TextItem): void {
  const path = shapeOf(item).paths[0] as Float64Array
  context.save()
  context.translate(pixelX(frame, path[0] as number), pixelY(frame, path[1] as number))
  context.rotate((item.angle * Math.PI) / 180)
  context.font = `${item.isStrong ? 600 : 400} ${item.size}px "Inter Variable", sans-serif`
  context.textAlign = item.align
  context.textBaseline = 'middle'
  context.lineWidth = 3
  context.lineJoin = 'round'
  context.strokeStyle = inks.of('--map-halo')
  context.strokeText(item.text, 0, 0)
  context.fillStyle = inks.of(item.color)
  context.fillText(item.text, 0, 0)
  context.restore()
}
