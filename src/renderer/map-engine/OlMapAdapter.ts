import Layer from 'ol/layer/Layer.js'
import LayerGroup from 'ol/layer/Group.js'
import OlMap from 'ol/Map.js'
import type MapBrowserEvent from 'ol/MapBrowserEvent.js'
import View from 'ol/View.js'
import { defaults as defaultInteractions } from 'ol/interaction/defaults.js'
import type { Position } from '../../domain/records/common.ts'
import { drawScene } from './drawScene.ts'
import type { Frame } from './Frame.ts'
import { extentOf } from './Frame.ts'
import { hitScene } from './hitScene.ts'
import type { Hit, MapAdapter, MapTheme, MapTool, MapView, Pixel, PointerEventOnMap, SymbolDrag } from './MapAdapter.ts'
import { MapInks } from './MapInks.ts'
import { fromMercator, stretchAt, toMercator } from './mercator.ts'
import type { SceneItem, SceneLayer } from './Scene.ts'
import { SceneStore } from './SceneStore.ts'
import { shapeOf } from './Shape.ts'
import { type RunningTool, toolFor } from './tools/toolFor.ts'

const START: Position = [-74, -12.3]
const START_RESOLUTION = 500
const FIT_PADDING = 48

/** The map on screen, by OpenLayers. */
export class OlMapAdapter implements MapAdapter {
  /** Other parts of this folder put their layers between base map and scene. */
  readonly ownLayers = new LayerGroup({ zIndex: 10 })
  readonly map: OlMap
  readonly #target: HTMLElement
  readonly #view: View
  readonly #scene: SceneStore
  readonly #sceneLayer: Layer
  #inks: MapInks
  #tool: RunningTool | null = null
  readonly #viewListeners = new Set<(view: MapView) => void>()
  readonly #pointerListeners = new Set<(event: PointerEventOnMap) => void>()
  readonly #dragListeners = new Set<(drag: SymbolDrag) => void>()

  constructor(target: HTMLElement, theme: MapTheme) {
    this.#target = target
    this.#inks = new MapInks(theme)
    this.#view = new View({
      center: [...toMercator(START)],
      resolution: START_RESOLUTION,
      enableRotation: false,
      minResolution: 0.25,
      maxResolution: 20_000,
    })
    const canvas = document.createElement('canvas')
    canvas.className = 'map-canvas'
    canvas.style.position = 'absolute'
    canvas.style.inset = '0'
    this.#sceneLayer = new Layer({
      zIndex: 20,
      render: ({ size, pixelRatio }) => {
        const frame = this.#frame(size, pixelRatio)
        this.#draw(canvas, frame)
        return canvas
      },
    })
    this.#scene = new SceneStore(() => this.#sceneLayer.changed())
    this.map = new OlMap({
      target,
      controls: [],
      layers: [this.ownLayers, this.#sceneLayer],
      view: this.#view,
      interactions: defaultInteractions({ altShiftDragRotate: false, pinchRotate: false, keyboard: false }),
    })
    this.map.on('moveend', () => this.#tellView())
    this.#view.addChangeListener('center', () => this.#tellView())
    this.#view.addChangeListener('resolution', () => this.#tellView())
    this.map.on('change:size', () => this.#tellView())
    this.map.on('pointermove', (event) => {
      if (!event.dragging) this.#tellPointer('move', event)
    })
    this.map.on('singleclick', (event) => this.#tellPointer('click', event))
    this.map.on('dblclick', (event) => this.#tellPointer('double', event))
    target.addEventListener('contextmenu', (event) => {
      const pixel = this.map.getEventPixel(event)
      event.preventDefault()
      this.#tell('context', [pixel[0] ?? 0, pixel[1] ?? 0], event)
    })
    target.addEventListener('pointerleave', (event) => {
      const pixel = this.map.getEventPixel(event)
      this.#tell('leave', [pixel[0] ?? 0, pixel[1] ?? 0], event)
    })
  }

  #frame(size = this.map.getSize() ?? [0, 0], ratio = window.devicePixelRatio): Frame {
    const [x = 0, y = 0] = this.#view.getCenter() ?? []
    const resolution = this.#view.getResolution() ?? START_RESOLUTION
    return { x, y, resolution, width: size[0] ?? 0, height: size[1] ?? 0, ratio }
  }

  #draw(canvas: HTMLCanvasElement, frame: Frame): void {
    const width = Math.round(frame.width * frame.ratio)
    const height = Math.round(frame.height * frame.ratio)
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width
      canvas.height = height
      canvas.style.width = `${frame.width}px`
      canvas.style.height = `${frame.height}px`
    }
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('no canvas to draw on')
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, width, height)
    context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0)
    drawScene({ context, frame, inks: this.#inks, onReady: () => this.#sceneLayer.changed() }, this.#scene)
  }

  #tellView(): void {
    const view = this.view()
    for (const listener of this.#viewListeners) listener(view)
  }

  #tellPointer(type: 'move' | 'click' | 'double', event: MapBrowserEvent): void {
    const [x = 0, y = 0] = event.pixel
    this.#tell(type, [x, y], event.originalEvent as MouseEvent)
  }

  #tell(type: PointerEventOnMap['type'], pixel: Pixel, event: MouseEvent): void {
    const at = this.toPosition(pixel)
    if (at === null || this.#pointerListeners.size === 0) return
    const told: PointerEventOnMap = {
      type,
      at,
      pixel,
      hits: type === 'leave' ? [] : this.hitsAt(pixel),
      isAdding: event.ctrlKey || event.metaKey || event.shiftKey,
      isPrecise: event.altKey,
    }
    for (const listener of this.#pointerListeners) listener(told)
  }

  setTheme(theme: MapTheme): void {
    this.#inks = new MapInks(theme)
    this.#sceneLayer.changed()
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
    const frame = this.#frame()
    const [west, south, east, north] = extentOf(frame)
    const center = fromMercator([frame.x, frame.y])
    return {
      center,
      metresPerPixel: frame.resolution / stretchAt(center[1]),
      size: [frame.width, frame.height],
      bounds: [...fromMercator([west, south]), ...fromMercator([east, north])],
    }
  }

  setView(center: Position, metresPerPixel: number): void {
    this.#view.setCenter([...toMercator(center)])
    this.#view.setResolution(metresPerPixel * stretchAt(center[1]))
  }

  fit(positions: readonly Position[]): void {
    const points = positions.map(toMercator)
    const first = points[0]
    if (first === undefined) return
    if (points.length === 1) return this.#view.setCenter([...first])
    const xs = points.map(([x]) => x)
    const ys = points.map(([, y]) => y)
    this.#view.fit([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], {
      padding: [FIT_PADDING, FIT_PADDING, FIT_PADDING, FIT_PADDING],
      maxZoom: 13,
    })
  }

  panBy([right, down]: Pixel): void {
    const { x, y, resolution } = this.#frame()
    this.#view.setCenter([x + right * resolution, y - down * resolution])
  }

  zoomBy(factor: number): void {
    this.#view.animate({
      resolution: this.#view.getConstrainedResolution(this.#frame().resolution / factor) ?? 1,
      duration: 120,
    })
  }

  toPixel(at: Position): Pixel | null {
    const [x, y] = this.map.getPixelFromCoordinate([...toMercator(at)]) ?? []
    return x === undefined || y === undefined ? null : [x, y]
  }

  toPosition(pixel: Pixel): Position | null {
    const [x, y] = this.map.getCoordinateFromPixel([...pixel]) ?? []
    return x === undefined || y === undefined ? null : fromMercator([x, y])
  }

  hitsAt(pixel: Pixel): readonly Hit[] {
    return hitScene(this.#scene, this.#frame(), pixel)
  }

  inView(layers: readonly SceneLayer[]): readonly SceneItem[] {
    const [west, south, east, north] = extentOf(this.#frame())
    return layers.flatMap((layer) =>
      this.#scene.shown(layer).filter((item) => {
        const { minX, minY, maxX, maxY } = shapeOf(item)
        return maxX >= west && minX <= east && maxY >= south && minY <= north
      }),
    )
  }

  setTool(tool: MapTool | null): void {
    this.#tool?.end()
    this.#tool = tool === null ? null : toolFor(tool, { map: this.map, scene: this.#scene, inks: () => this.#inks })
  }

  setDraggable(_layers: readonly SceneLayer[]): void {}

  onView(listener: (view: MapView) => void): () => void {
    this.#viewListeners.add(listener)
    return () => this.#viewListeners.delete(listener)
  }

  onPointer(listener: (event: PointerEventOnMap) => void): () => void {
    this.#pointerListeners.add(listener)
    return () => this.#pointerListeners.delete(listener)
  }

  onSymbolDrag(listener: (drag: SymbolDrag) => void): () => void {
    this.#dragListeners.add(listener)
    return () => this.#dragListeners.delete(listener)
  }

  whenDrawn(): Promise<void> {
    return new Promise((resolve) => {
      this.map.once('rendercomplete', () => resolve())
      this.map.render()
    })
  }

  async snapshot(): Promise<Blob> {
    await this.whenDrawn()
    const canvas = document.createElement('canvas')
    const [width = 0, height = 0] = this.map.getSize() ?? []
    canvas.width = width * window.devicePixelRatio
    canvas.height = height * window.devicePixelRatio
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('no canvas to draw on')
    for (const each of this.#target.querySelectorAll('canvas')) {
      context.drawImage(each, 0, 0, canvas.width, canvas.height)
    }
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture was made')) : resolve(blob)), 'image/png'),
    )
  }

  dispose(): void {
    this.setTool(null)
    this.map.setTarget(undefined)
    this.map.dispose()
  }
}
