import type { GroundShapes } from '../base/GroundShapes.ts'
import { extentOf, type Frame } from '../Frame.ts'
import type { MapInks } from '../MapInks.ts'
import { type AreaItem, type LineItem, SCENE_LAYERS, type SceneLayer } from '../Scene.ts'
import type { SceneStore } from '../SceneStore.ts'
import { isIn, shapeOf } from '../Shape.ts'
import { CanvasLayer } from './CanvasLayer.ts'
import { drawGeometry, drawSelected } from './drawGeometry.ts'
import { drawPlan } from './drawPlan.ts'
import { GeometryBuffer } from './GeometryBuffer.ts'
import type { Context2d, Pen } from './Pen.ts'
import type { ScenePlan } from './ScenePlan.ts'
import { ScenePlanner } from './ScenePlanner.ts'
import { forgetWidths, Sprites } from './sprites.ts'

/** Share of the map's size planned beyond each edge. */
const MARGIN = 0.25
/** Milliseconds for which a zoom under way keeps the places of labels. */
const PATIENCE = 250

/** Drawn with every frame, as what lies on it follows the pointer. */
const LIVE: SceneLayer = 'notes'

/** What the plan shows, over the base map and own layers. */
export class SceneView {
  readonly layer: CanvasLayer
  readonly #scene: SceneStore
  readonly #planner: ScenePlanner
  readonly #buffer: GeometryBuffer
  readonly #inks: () => MapInks
  readonly #ground: () => GroundShapes | null
  #sprites: Sprites | null = null
  #plan: ScenePlan | null = null
  #plannedAt = 0
  #fontVersion = 0

  constructor(scene: SceneStore, inks: () => MapInks, ground: () => GroundShapes | null) {
    this.#scene = scene
    this.#inks = inks
    this.#ground = ground
    this.#planner = new ScenePlanner(scene)
    this.#buffer = new GeometryBuffer((pen) => paintGeometry(pen, scene))
    this.layer = new CanvasLayer(20, (context, frame, isMoving) => this.#draw(context, frame, isMoving))
    void loadFonts().then(() => {
      forgetWidths()
      this.#fontVersion += 1
      this.#sprites = null
      this.layer.changed()
    })
  }

  /** The places of symbols and labels that were last drawn. */
  get plan(): ScenePlan | null {
    return this.#plan
  }

  #draw(context: Context2d, frame: Frame, isMoving: boolean): boolean {
    if (frame.width === 0 || frame.height === 0) return true
    const inks = this.#inks()
    const sprites = this.#spritesFor(inks, frame.ratio)
    const geometryKey = `${inks.theme} ${SCENE_LAYERS.map((layer) => this.#scene.geometryVersion(layer)).join(' ')}`
    const isSharp = this.#buffer.show(context, frame, inks, geometryKey, isMoving)
    const plan = this.#planFor(frame, sprites, isMoving)
    drawLive({ context, frame, inks }, this.#scene)
    drawPlan(context, frame, inks, plan)
    return isSharp && isPlannedFor(plan, frame) && sprites.waiting === 0
  }

  #spritesFor(inks: MapInks, ratio: number): Sprites {
    if (this.#sprites?.inks !== inks || this.#sprites.ratio !== ratio) {
      this.#sprites = new Sprites(inks, ratio, () => this.layer.changed())
    }
    return this.#sprites
  }

  #planFor(frame: Frame, sprites: Sprites, isMoving: boolean): ScenePlan {
    const versions = SCENE_LAYERS.map((layer) => this.#scene.version(layer)).join(' ')
    const key = `${versions} ${sprites.inks.theme} ${frame.ratio} ${this.#fontVersion} ${this.#ground() !== null}`
    const plan = this.#plan
    if (plan !== null && plan.key === key) {
      if (isPlannedFor(plan, frame)) return plan
      const isZooming = isMoving && plan.frame.resolution !== frame.resolution
      if (isZooming && performance.now() - this.#plannedAt < PATIENCE) return plan
    }
    if (plan !== null) release(plan)
    const wide = { ...frame, width: frame.width * (1 + 2 * MARGIN), height: frame.height * (1 + 2 * MARGIN) }
    this.#plan = this.#planner.plan(key, wide, sprites, this.#ground())
    this.#plannedAt = performance.now()
    return this.#plan
  }
}

/** Pictures are freed at once: the collector does not see how much they hold. */
function release({ labels, ground }: ScenePlan): void {
  for (const { sprite, isOwn } of [...labels, ...ground]) {
    if (isOwn !== true || !(sprite.image instanceof ImageBitmap)) continue
    sprite.image.close()
    sprite.image = null
  }
}

function isPlannedFor({ frame: planned }: ScenePlan, frame: Frame): boolean {
  return (
    planned.resolution === frame.resolution &&
    Math.abs(planned.x - frame.x) / frame.resolution <= (planned.width - frame.width) / 2 &&
    Math.abs(planned.y - frame.y) / frame.resolution <= (planned.height - frame.height) / 2
  )
}

type Geometry = LineItem | AreaItem

function* paintGeometry(pen: Pen, scene: SceneStore): Generator<void> {
  const extent = extentOf(pen.frame, 20)
  for (const layer of SCENE_LAYERS) {
    if (layer === LIVE) continue
    const items = scene.shown(layer).filter((item): item is Geometry => item.kind === 'line' || item.kind === 'area')
    // What covers others lies below them, whatever the order in which they come.
    for (const kind of ['area', 'line']) {
      for (const item of items) {
        if (item.kind !== kind || !isIn(shapeOf(item), extent)) continue
        drawGeometry(pen, item)
        yield
      }
    }
  }
}

/** Selected lines stand out above all others; what follows the pointer, above them. */
function drawLive(pen: Pen, scene: SceneStore): void {
  const extent = extentOf(pen.frame, 20)
  for (const layer of SCENE_LAYERS) {
    for (const item of scene.shown(layer)) {
      if ((item.kind !== 'line' && item.kind !== 'area') || !isIn(shapeOf(item), extent)) continue
      if (item.emphasis === 'selected') drawSelected(pen, item)
      if (layer === LIVE) drawGeometry(pen, item)
    }
  }
}

/** Canvas text does not ask for a font that no element on the page uses. */
async function loadFonts(): Promise<void> {
  await Promise.all(
    ['400', '500', '600', 'italic 500'].map((style) => document.fonts.load(`${style} 12px "Inter Variable"`)),
  ).catch(() => undefined)
}
