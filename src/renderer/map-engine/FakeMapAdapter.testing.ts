import type { Position } from '../../domain/records/common.ts'
import { extentOf, type Frame } from './Frame.ts'
import type { SymbolMark } from './draw/ScenePlan.ts'
import { hitScene } from './hitScene.ts'
import { itemsIn } from './itemsIn.ts'
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
import { fromMercator, stretchAt, toMercator } from './mercator.ts'
import { SCENE_LAYERS, type SceneItem, type SceneLayer } from './Scene.ts'
import { SceneStore } from './SceneStore.ts'

/** A map without a screen: keeps what it is told, answers by the same geometry, and does what a test's hand does. */
export class FakeMapAdapter implements MapAdapter {
  theme: MapTheme = 'light'
  tool: MapTool | null = null
  draggable: readonly SceneLayer[] = []
  isDisposed = false
  #frame: Frame = { x: 0, y: 0, resolution: 500, width: 800, height: 600, ratio: 1 }
  isGroundShown = true
  ownLayers: readonly OwnLayerView[] = []
  /** What a test lays under the pointer. */
  ownFeatures: readonly OwnFeatureHit[] = []
  readonly #scene = new SceneStore(() => undefined)
  readonly #onView = new Listeners<MapView>()
  readonly #onPointer = new Listeners<PointerEventOnMap>()
  readonly #onBox = new Listeners<BoxOnMap>()
  readonly #onDrag = new Listeners<SymbolDrag>()

  constructor(center: Position = [-74, -12.3], metresPerPixel = 500) {
    this.setView(center, metresPerPixel)
  }

  setTheme(theme: MapTheme): void {
    this.theme = theme
  }

  showGround(isShown: boolean): void {
    this.isGroundShown = isShown
  }

  setOwnLayers(layers: readonly OwnLayerView[]): void {
    this.ownLayers = layers
  }

  ownFeaturesAt(): readonly OwnFeatureHit[] {
    return this.ownFeatures
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
    const [west, south, east, north] = extentOf(this.#frame)
    const center = fromMercator([this.#frame.x, this.#frame.y])
    return {
      center,
      metresPerPixel: this.#frame.resolution / stretchAt(center[1]),
      size: [this.#frame.width, this.#frame.height],
      bounds: [...fromMercator([west, south]), ...fromMercator([east, north])],
    }
  }

  #look(change: Partial<Frame>): void {
    this.#frame = { ...this.#frame, ...change }
    this.#onView.tell(this.view())
  }

  setView(center: Position, metresPerPixel: number): void {
    const [x, y] = toMercator(center)
    this.#look({ x, y, resolution: metresPerPixel * stretchAt(center[1]) })
  }

  fit(positions: readonly Position[]): void {
    const points = positions.map(toMercator)
    if (points.length === 0) return
    const xs = points.map(([x]) => x)
    const ys = points.map(([, y]) => y)
    const [west, east] = [Math.min(...xs), Math.max(...xs)]
    const [south, north] = [Math.min(...ys), Math.max(...ys)]
    const { width, height, resolution } = this.#frame
    const needed = Math.max((east - west) / width, (north - south) / height)
    this.#look({ x: (west + east) / 2, y: (south + north) / 2, resolution: needed > 0 ? needed * 1.1 : resolution })
  }

  panBy([right, down]: Pixel): void {
    const { x, y, resolution } = this.#frame
    this.#look({ x: x + right * resolution, y: y - down * resolution })
  }

  zoomBy(factor: number): void {
    this.#look({ resolution: this.#frame.resolution / factor })
  }

  toPixel(at: Position): Pixel {
    const [x, y] = toMercator(at)
    const { resolution, width, height } = this.#frame
    return [(x - this.#frame.x) / resolution + width / 2, (this.#frame.y - y) / resolution + height / 2]
  }

  toPosition([x, y]: Pixel): Position {
    const { resolution, width, height } = this.#frame
    return fromMercator([this.#frame.x + (x - width / 2) * resolution, this.#frame.y - (y - height / 2) * resolution])
  }

  hitsAt(pixel: Pixel): readonly Hit[] {
    return hitScene(this.#scene, this.#marks(), this.#frame, pixel)
  }

  inView(layers: readonly SceneLayer[]): readonly SceneItem[] {
    return itemsIn(this.#scene, layers, extentOf(this.#frame), false)
  }

  /** Every symbol by itself: how they gather is the drawing's affair. */
  #marks(): SymbolMark[] {
    return SCENE_LAYERS.flatMap((layer) =>
      this.#scene.shown(layer).flatMap((item): SymbolMark[] => {
        if (item.kind !== 'symbol') return []
        const [x, y] = toMercator(item.at)
        const [left, top] = [-item.picture.anchor[0], -item.picture.anchor[1]]
        const sprite = { image: null, width: item.picture.width, height: item.picture.height }
        return [{ layer, cluster: { items: [item], x, y }, item, sprite, left, top, extras: [] }]
      }),
    )
  }

  groundAt(): GroundHit | null {
    return null
  }

  setTool(tool: MapTool | null): void {
    const before = this.tool
    this.tool = null
    before?.onCancel()
    this.tool = tool
  }

  setDraggable(layers: readonly SceneLayer[]): void {
    this.draggable = layers
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

  /** What a hand on the map does. */
  point(type: PointerEventOnMap['type'], at: Position, keys: { isAdding?: boolean; isPrecise?: boolean } = {}): void {
    const pixel = this.toPixel(at)
    const event = { type, at, pixel, hits: this.hitsAt(pixel), isAdding: false, isPrecise: false, ...keys }
    this.#onPointer.tell(event)
  }

  drag(drag: SymbolDrag): void {
    this.#onDrag.tell(drag)
  }

  box(box: BoxOnMap): void {
    this.#onBox.tell(box)
  }

  async whenDrawn(): Promise<void> {}

  async snapshot(): Promise<Blob> {
    return new Blob([], { type: 'image/png' })
  }

  dispose(): void {
    this.isDisposed = true
  }
}
