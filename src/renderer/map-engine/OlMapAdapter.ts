import { noModifierKeys, primaryAction, shiftKeyOnly } from 'ol/events/condition.js'
import DragBox from 'ol/interaction/DragBox.js'
import DragPan from 'ol/interaction/DragPan.js'
import MouseWheelZoom from 'ol/interaction/MouseWheelZoom.js'
import PinchZoom from 'ol/interaction/PinchZoom.js'
import Kinetic from 'ol/Kinetic.js'
import LayerGroup from 'ol/layer/Group.js'
import OlMap from 'ol/Map.js'
import type { Position } from '../../domain/records/common.ts'
import { GroundView } from './base/GroundView.ts'
import { SceneView } from './draw/SceneView.ts'
import { extentOf, type Frame } from './Frame.ts'
import { groundAt } from './groundAt.ts'
import { hitScene } from './hitScene.ts'
import { itemsIn } from './itemsIn.ts'
import { OwnLayerGroup } from './layers/OwnLayerGroup.ts'
import type { OwnFeatureHit, OwnLayerView } from './layers/OwnLayerView.ts'
import { Listeners } from './Listeners.ts'
import type {
  BoxOnMap,
  GroundHit,
  Hit,
  MapAdapter,
  MapTheme,
  MapTool,
  MapView,
  Pixel,
  PointerEventOnMap,
  SymbolDrag,
} from './MapAdapter.ts'
import { MapCamera } from './MapCamera.ts'
import { MapInks } from './MapInks.ts'
import type { SceneItem, SceneLayer } from './Scene.ts'
import { SceneStore } from './SceneStore.ts'
import { snapshotOf } from './snapshotOf.ts'
import { SymbolDragger } from './SymbolDragger.ts'
import { type RunningTool, toolFor } from './tools/toolFor.ts'
import { watchPointer } from './watchPointer.ts'

/** Milliseconds in which two clicks are a double click, and some more. */
const AFTER_TOOL = 400

/** The map on screen, by OpenLayers. */
export class OlMapAdapter implements MapAdapter {
  /** Other parts of this folder put their layers here: between base map and scene. */
  readonly ownLayers = new LayerGroup({ zIndex: 10 })
  readonly #own: OwnLayerGroup
  readonly map: OlMap
  readonly #target: HTMLElement
  readonly #camera = new MapCamera(() => this.map.getSize())
  readonly #scene: SceneStore
  readonly #groundView: GroundView
  readonly #sceneView: SceneView
  readonly #dragger: SymbolDragger
  readonly #abort = new AbortController()
  #inks: MapInks
  #tool: RunningTool | null = null
  #toolEnded = -Infinity
  #told: Frame | null = null
  readonly #onView = new Listeners<MapView>()
  readonly #onPointer = new Listeners<PointerEventOnMap>()
  readonly #onBox = new Listeners<BoxOnMap>()
  readonly #onDrag = new Listeners<SymbolDrag>()

  constructor(target: HTMLElement, theme: MapTheme) {
    this.#target = target
    this.#inks = new MapInks(theme)
    this.#own = new OwnLayerGroup(this.ownLayers, this.#inks)
    this.#scene = new SceneStore(() => this.#sceneView.layer.changed())
    this.#groundView = new GroundView(
      () => this.#inks,
      () => this.#sceneView.layer.changed(),
    )
    this.#sceneView = new SceneView(
      this.#scene,
      () => this.#inks,
      () => this.#groundView.shapes,
    )
    this.#dragger = new SymbolDragger({
      hitsAt: (pixel) => this.hitsAt(pixel),
      tell: (drag) => this.#onDrag.tell(drag),
    })
    this.map = new OlMap({
      target,
      controls: [],
      layers: [this.#groundView.layer, this.ownLayers, this.#sceneView.layer],
      view: this.#camera.view,
      // Those that come later hear of an event first.
      interactions: [
        new DragPan({
          condition: (event) => noModifierKeys(event) && primaryAction(event),
          kinetic: new Kinetic(-0.005, 0.05, 100),
        }),
        new PinchZoom(),
        new MouseWheelZoom(),
        this.#boxing(),
        this.#dragger,
      ],
    })
    this.map.on('postrender', () => {
      this.#markDrawn()
      this.#tellView()
    })
    watchPointer(this.map, target, this.#abort.signal, (type, pixel, event) => this.#tellPointer(type, pixel, event))
  }

  #boxing(): DragBox {
    const box = new DragBox({ condition: (event) => shiftKeyOnly(event) && this.#tool === null, className: 'map-box' })
    box.on('boxend', (event) => {
      const [west = 0, south = 0, east = 0, north = 0] = box.getGeometry().getExtent()
      const original = event.mapBrowserEvent?.originalEvent as MouseEvent | undefined
      const items = itemsIn(this.#scene, null, [west, south, east, north], true)
      this.#onBox.tell({ items, isAdding: original?.ctrlKey === true || original?.metaKey === true })
    })
    return box
  }

  get #isDrawn(): boolean {
    return this.#groundView.layer.isDone && this.#sceneView.layer.isDone && !this.#camera.isMoving
  }

  /** How many items are on screen, on the element itself; nothing while it is still being drawn. For who looks from outside. */
  #markDrawn(): void {
    const { dataset } = this.#target
    const drawn = this.#isDrawn ? String(this.#scene.count) : undefined
    if (dataset['drawn'] === drawn) return
    if (drawn === undefined) delete dataset['drawn']
    else dataset['drawn'] = drawn
  }

  /** Once a frame, if it shows something else than the last one. */
  #tellView(): void {
    const { frame } = this.#camera
    const told = this.#told
    const isSame =
      told !== null &&
      told.x === frame.x &&
      told.y === frame.y &&
      told.resolution === frame.resolution &&
      told.width === frame.width &&
      told.height === frame.height
    if (isSame) return
    this.#told = frame
    this.#onView.tell(this.view())
  }

  #tellPointer(type: PointerEventOnMap['type'], [x = 0, y = 0]: readonly number[], event: MouseEvent): void {
    // The second click may have been the last of a drawing.
    if (type === 'double' && performance.now() - this.#toolEnded < AFTER_TOOL) return
    const pixel = [x, y] as const
    const at = this.toPosition(pixel)
    if (at === null || this.#onPointer.isEmpty) return
    this.#onPointer.tell({
      type,
      at,
      pixel,
      hits: type === 'leave' ? [] : this.hitsAt(pixel),
      isAdding: event.ctrlKey || event.metaKey || event.shiftKey,
      isPrecise: event.altKey,
    })
  }

  setTheme(theme: MapTheme): void {
    this.#inks = new MapInks(theme)
    this.#own.setInks(this.#inks)
    this.#groundView.layer.changed()
    this.#sceneView.layer.changed()
  }

  setItems(layer: SceneLayer, items: readonly SceneItem[]): void {
    this.#scene.set(layer, items)
  }

  items(layer: SceneLayer): readonly SceneItem[] {
    return this.#scene.items(layer)
  }

  showLayer(layer: SceneLayer, isShown: boolean): void {
    this.#scene.show(layer, isShown)
  }

  view(): MapView {
    return this.#camera.look()
  }

  setView(center: Position, metresPerPixel: number): void {
    this.#camera.lookAt(center, metresPerPixel)
  }

  fit(positions: readonly Position[]): void {
    this.#camera.fit(positions)
  }

  panBy(pixels: Pixel): void {
    this.#camera.panBy(pixels)
  }

  zoomBy(factor: number): void {
    this.#camera.zoomBy(factor)
  }

  toPixel(at: Position): Pixel | null {
    return this.#camera.toPixel(at)
  }

  toPosition(pixel: Pixel): Position | null {
    return this.#camera.toPosition(pixel)
  }

  hitsAt(pixel: Pixel): readonly Hit[] {
    return hitScene(this.#scene, this.#sceneView.plan?.symbols ?? [], this.#camera.frame, pixel)
  }

  groundAt(pixel: Pixel): GroundHit | null {
    return groundAt(this.#groundView.shapes, this.#sceneView.plan, this.#camera.frame, pixel)
  }

  inView(layers: readonly SceneLayer[]): readonly SceneItem[] {
    return itemsIn(this.#scene, layers, extentOf(this.#camera.frame), false)
  }

  showGround(isShown: boolean): void {
    this.#groundView.show(isShown)
  }

  setOwnLayers(layers: readonly OwnLayerView[]): void {
    this.#own.set(layers)
  }

  ownFeaturesAt(pixel: Pixel): readonly OwnFeatureHit[] {
    return this.#own.hitsAt(this.map, pixel)
  }

  setTool(tool: MapTool | null): void {
    this.#dragger.cancel()
    const before = this.#tool
    this.#tool = null
    if (before !== null) this.#toolEnded = performance.now()
    before?.end()
    if (tool !== null) this.#tool = toolFor(tool, { map: this.map, scene: this.#scene, inks: () => this.#inks })
  }

  setDraggable(layers: readonly SceneLayer[]): void {
    this.#dragger.layers = layers
  }

  onView(listener: (view: MapView) => void): () => void {
    return this.#onView.add(listener)
  }

  onPointer(listener: (event: PointerEventOnMap) => void): () => void {
    return this.#onPointer.add(listener)
  }

  onBox(listener: (box: BoxOnMap) => void): () => void {
    return this.#onBox.add(listener)
  }

  onSymbolDrag(listener: (drag: SymbolDrag) => void): () => void {
    return this.#onDrag.add(listener)
  }

  async whenDrawn(): Promise<void> {
    do {
      await new Promise((resolve) => {
        this.map.once('rendercomplete', resolve)
        this.map.render()
      })
    } while (!this.#isDrawn)
  }

  async snapshot(): Promise<Blob> {
    await this.whenDrawn()
    return snapshotOf(this.#target, this.#camera.frame)
  }

  dispose(): void {
    this.setTool(null)
    this.#abort.abort()
    this.map.setTarget(undefined)
    this.map.dispose()
  }
}
