import type { SpriteMark } from '../draw/ScenePlan.ts'
import type { Sprite, Sprites } from '../draw/sprites.ts'
import { extentOf, type Frame, pixelX, pixelY } from '../Frame.ts'
import { SCENE_LAYERS, type SceneLayer, type TextItem } from '../Scene.ts'
import type { SceneStore } from '../SceneStore.ts'
import { isIn, shapeOf } from '../Shape.ts'
import { boxAround } from './placeBeside.ts'
import { type Box, RoomGrid } from './RoomGrid.ts'

const FADED = 0.35
/** Pixels of a sprite's edge that hold its halo only. */
const EDGE = 2
/** What is measured or written right now, and the grid, are never left out. */
const ALWAYS: ReadonlySet<SceneLayer> = new Set<SceneLayer>(['grid', 'notes'])
/** Layers whose texts symbols may cover. */
const BELOW: ReadonlySet<SceneLayer> = new Set<SceneLayer>(['grid', 'districts', 'measures', 'missions', 'links'])

interface PlannedTexts {
  readonly below: readonly SpriteMark[]
  readonly above: readonly SpriteMark[]
}

/**
 * Texts that stand for themselves, as those of control measures: they may lie on symbols, but not on one another, and
 * labels keep off them.
 */
export function planTexts(scene: SceneStore, frame: Frame, sprites: Sprites, room: RoomGrid): PlannedTexts {
  const extent = extentOf(frame)
  const found: { readonly layer: SceneLayer; readonly item: TextItem }[] = []
  for (const layer of SCENE_LAYERS) {
    for (const item of scene.shown(layer)) {
      if (item.kind === 'text' && isIn(shapeOf(item), extent)) found.push({ layer, item })
    }
  }
  const own = new RoomGrid()
  const below: SpriteMark[] = []
  const above: SpriteMark[] = []
  const urgency = ({ layer, item }: (typeof found)[number]): number =>
    ALWAYS.has(layer) || item.emphasis === 'selected' ? 0 : item.emphasis === 'normal' ? 1 : 2
  for (const each of found.sort((a, b) => urgency(a) - urgency(b) || a.item.rank - b.item.rank)) {
    const mark = textMark(each.item, sprites)
    const boxes = boxesOf(mark, frame)
    if (!own.claim(boxes) && urgency(each) > 0) continue
    for (const box of boxes) room.take(box)
    if (BELOW.has(each.layer)) below.push(mark)
    else above.push(mark)
  }
  return { below, above }
}

function textMark(item: TextItem, sprites: Sprites): SpriteMark {
  const sprite: Sprite = sprites.text(item.text, {
    size: item.size,
    weight: item.isStrong ? 600 : 400,
    color: item.color,
  })
  const [x, y] = shapeOf(item).paths[0] as unknown as readonly [number, number]
  const angle = (item.angle * Math.PI) / 180
  const shift = item.align === 'center' ? 0 : (item.align === 'start' ? 1 : -1) * (sprite.width / 2 - EDGE)
  const alpha = item.emphasis === 'faded' ? FADED : 1
  return { sprite, x, y, dx: shift * Math.cos(angle), dy: shift * Math.sin(angle), angle, alpha }
}

/** A row of squares along the text, as one box around a slanting text would take far more room than it needs. */
function boxesOf({ sprite, x, y, dx, dy, angle }: SpriteMark, frame: Frame): Box[] {
  const middleX = pixelX(frame, x) + dx
  const middleY = pixelY(frame, y) + dy
  const width = sprite.width - 2 * EDGE
  const height = sprite.height - 4 * EDGE
  if (Math.abs(Math.sin(angle)) < 0.05) return [boxAround(middleX, middleY, width, height)]
  const count = Math.max(1, Math.ceil(width / height))
  return Array.from({ length: count }, (_, i) => {
    const along = ((i + 0.5) / count - 0.5) * width
    return boxAround(middleX + along * Math.cos(angle), middleY + along * Math.sin(angle), height, height)
  })
}
