import { type Cluster, cellFor, clusterSymbols } from '../clusterSymbols.ts'
import type { GroundShapes } from '../base/GroundShapes.ts'
import { innermostPoint } from '../base/innermostPoint.ts'
import { extentOf, type Frame, pixelX, pixelY } from '../Frame.ts'
import { curvedLabels } from '../labels/curvedLabel.ts'
import { boxAround, placeBeside } from '../labels/placeBeside.ts'
import { type NamedPlace, planGround } from '../labels/planGround.ts'
import { planTexts } from '../labels/planTexts.ts'
import { type Box, RoomGrid } from '../labels/RoomGrid.ts'
import { type AreaItem, type LineItem, SCENE_LAYERS, type SceneLayer, type SymbolItem } from '../Scene.ts'
import type { SceneStore } from '../SceneStore.ts'
import { type Extent, isIn, shapeOf } from '../Shape.ts'
import type { ScenePlan, SpriteMark, SymbolMark } from './ScenePlan.ts'
import { badgeSign, countSign } from './signs.ts'
import type { Sprites, TextStyle } from './sprites.ts'

/** Pixels: as wide as a symbol with its frame. */
const CELL = 48
const FADED = 0.35
const LABEL: TextStyle = { size: 11, weight: 500, color: '--map-label' }
const SELECTED_LABEL: TextStyle = { ...LABEL, weight: 600 }
const TONES = ['error', 'warning', 'note'] as const

interface KeptClusters {
  readonly version: number
  readonly cell: number
  readonly clusters: readonly Cluster[]
}

/** Says where every symbol and label goes. */
export class ScenePlanner {
  readonly #scene: SceneStore
  readonly #clusters = new Map<SceneLayer, KeptClusters>()

  constructor(scene: SceneStore) {
    this.#scene = scene
  }

  /** For all that lies in the frame; `key` is handed through. */
  plan(key: string, frame: Frame, sprites: Sprites, ground: GroundShapes | null): ScenePlan {
    const extent = extentOf(frame)
    const room = new RoomGrid()
    const symbols = SCENE_LAYERS.flatMap((layer) => this.#symbols(layer, frame, extent, sprites))
    symbols.sort((a, b) => Number(a.item.emphasis === 'selected') - Number(b.item.emphasis === 'selected'))
    for (const mark of symbols) {
      room.take(boxOf(mark, frame))
      for (const box of extraBoxesOf(mark, frame)) room.take(box)
    }
    const texts = planTexts(this.#scene, frame, sprites, room)
    const labels = [
      ...texts.above,
      ...symbolLabels(symbols, frame, sprites, room),
      ...this.#pathLabels(frame, extent, sprites, room),
    ]
    const { marks, points } =
      ground === null ? { marks: [], points: [] } : planGround(ground, frame, sprites, room, namedPlaces(symbols))
    return { key, frame, symbols, labels, texts: texts.below, ground: marks, groundPoints: points }
  }

  #symbols(layer: SceneLayer, frame: Frame, [west, south, east, north]: Extent, sprites: Sprites): SymbolMark[] {
    const marks: SymbolMark[] = []
    for (const cluster of this.#clustersOf(layer, cellFor(frame.resolution, CELL))) {
      const { x, y, items } = cluster
      const item = items[0]
      if (item === undefined || x < west || x > east || y < south || y > north) continue
      const { picture } = item
      const left = -picture.anchor[0]
      const top = -picture.anchor[1]
      const extras: SymbolMark['extras'][number][] = []
      const badge = badgeOf(items)
      if (badge !== null) {
        const sprite = badgeSign(sprites, badge.tone, items.length === 1 ? badge.text : '')
        extras.push({ sprite, left: left + picture.width - sprite.width / 2, top: top - sprite.height / 2 })
      }
      if (items.length > 1) {
        const sprite = countSign(sprites, items.length)
        extras.push({
          sprite,
          left: left + picture.width - sprite.width / 2,
          top: top + picture.height - sprite.height / 2,
        })
      }
      marks.push({ layer, cluster, item, sprite: sprites.picture(picture), left, top, extras })
    }
    return marks
  }

  /** The same while neither items nor zoom change. */
  #clustersOf(layer: SceneLayer, cell: number): readonly Cluster[] {
    const version = this.#scene.version(layer)
    const kept = this.#clusters.get(layer)
    if (kept !== undefined && kept.version === version && kept.cell === cell) return kept.clusters
    const symbols = this.#scene.shown(layer).filter((item): item is SymbolItem => item.kind === 'symbol')
    const clusters = clusterSymbols(symbols, cell)
    this.#clusters.set(layer, { version, cell, clusters })
    return clusters
  }

  #pathLabels(frame: Frame, extent: Extent, sprites: Sprites, room: RoomGrid): SpriteMark[] {
    const named: (LineItem | AreaItem)[] = []
    for (const layer of SCENE_LAYERS) {
      for (const item of this.#scene.shown(layer)) {
        if ((item.kind === 'line' || item.kind === 'area') && item.label !== null && isIn(shapeOf(item), extent)) {
          named.push(item)
        }
      }
    }
    named.sort((a, b) => order(a) - order(b) || a.rank - b.rank)
    return named.flatMap((item) => {
      const style = item.emphasis === 'selected' ? SELECTED_LABEL : LABEL
      const text = item.label ?? ''
      const alpha = item.emphasis === 'faded' ? FADED : 1
      if (item.kind === 'area') return areaLabel(item, text, style, alpha, frame, sprites, room)
      return curvedLabels(shapeOf(item), text, style, frame, sprites, room).map((mark) => ({ ...mark, alpha }))
    })
  }
}

const order = ({ emphasis }: { emphasis: 'normal' | 'selected' | 'faded' }): number =>
  emphasis === 'selected' ? 0 : emphasis === 'normal' ? 1 : 2

function namedPlaces(symbols: readonly SymbolMark[]): NamedPlace[] {
  return symbols.flatMap(({ layer, item, cluster: { x, y } }) =>
    layer === 'places' && item.label !== null ? [{ name: item.label, x, y }] : [],
  )
}

/** The worst of what the items carry. */
function badgeOf(items: readonly SymbolItem[]): SymbolItem['badge'] {
  for (const tone of TONES) {
    const found = items.find((item) => item.badge?.tone === tone)
    if (found !== undefined) return found.badge
  }
  return null
}

function boxOf({ cluster, item, left, top }: SymbolMark, frame: Frame): Box {
  const x = pixelX(frame, cluster.x) + left
  const y = pixelY(frame, cluster.y) + top
  return [x, y, x + item.picture.width, y + item.picture.height]
}

function extraBoxesOf({ cluster, extras }: SymbolMark, frame: Frame): Box[] {
  const x = pixelX(frame, cluster.x)
  const y = pixelY(frame, cluster.y)
  return extras.map(({ sprite, left, top }) => [x + left, y + top, x + left + sprite.width, y + top + sprite.height])
}

/** Beside single symbols only: what stands beside a cluster would name one of many. */
function symbolLabels(symbols: readonly SymbolMark[], frame: Frame, sprites: Sprites, room: RoomGrid): SpriteMark[] {
  const marks: SpriteMark[] = []
  const inOrder = symbols
    .filter(({ item, cluster }) => item.label !== null && cluster.items.length === 1)
    .sort((a, b) => order(a.item) - order(b.item) || a.item.rank - b.item.rank)
  for (const mark of inOrder) {
    const { item, cluster } = mark
    const sprite = sprites.text(item.label ?? '', item.emphasis === 'selected' ? SELECTED_LABEL : LABEL)
    const box = boxOf(mark, frame)
    const beside = placeBeside(room, box, { width: sprite.width - 3, height: sprite.height - 6 })
    if (beside === null) continue
    const dx = beside[0] + (box[0] + box[2]) / 2 - pixelX(frame, cluster.x)
    const dy = beside[1] + (box[1] + box[3]) / 2 - pixelY(frame, cluster.y)
    marks.push({ sprite, x: cluster.x, y: cluster.y, dx, dy, angle: 0, alpha: item.emphasis === 'faded' ? FADED : 1 })
  }
  return marks
}

const middles = new WeakMap<AreaItem, { readonly x: number; readonly y: number }>()

function areaLabel(
  item: AreaItem,
  text: string,
  style: TextStyle,
  alpha: number,
  frame: Frame,
  sprites: Sprites,
  room: RoomGrid,
): SpriteMark[] {
  const shape = shapeOf(item)
  const sprite = sprites.text(text, style)
  if ((shape.maxX - shape.minX) / frame.resolution < sprite.width * 0.8) return []
  let middle = middles.get(item)
  if (middle === undefined) middles.set(item, (middle = innermostPoint(shape.paths, 10)))
  const { x, y } = middle
  const box = boxAround(pixelX(frame, x), pixelY(frame, y), sprite.width - 3, sprite.height - 6)
  return room.claim([box]) ? [{ sprite, x, y, dx: 0, dy: 0, angle: 0, alpha }] : []
}
