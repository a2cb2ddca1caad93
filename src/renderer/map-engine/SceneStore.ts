import { SCENE_LAYERS, type SceneItem, type SceneLayer } from './Scene.ts'

interface LayerState {
  items: readonly SceneItem[]
  isShown: boolean
  version: number
  /** Whether there are lines or areas among the items. */
  hasGeometry: boolean
  geometryVersion: number
}

const NONE: readonly SceneItem[] = []

/** What the map is told to show, layer by layer. */
export class SceneStore {
  readonly #layers = new Map<SceneLayer, LayerState>(
    SCENE_LAYERS.map((layer) => [
      layer,
      { items: NONE, isShown: true, version: 0, hasGeometry: false, geometryVersion: 0 },
    ]),
  )
  readonly #onChange: () => void

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  #of(layer: SceneLayer): LayerState {
    const state = this.#layers.get(layer)
    if (state === undefined) throw new Error(`no layer ${layer}`)
    return state
  }

  set(layer: SceneLayer, items: readonly SceneItem[]): void {
    const state = this.#of(layer)
    if (state.items === items || (state.items.length === 0 && items.length === 0)) return
    const hadGeometry = state.hasGeometry
    state.items = items
    state.hasGeometry = items.some(({ kind }) => kind === 'line' || kind === 'area')
    this.#changed(state, hadGeometry || state.hasGeometry)
  }

  show(layer: SceneLayer, isShown: boolean): void {
    const state = this.#of(layer)
    if (state.isShown === isShown) return
    state.isShown = isShown
    this.#changed(state, state.hasGeometry)
  }

  #changed(state: LayerState, isGeometry: boolean): void {
    state.version += 1
    if (isGeometry) state.geometryVersion += 1
    this.#onChange()
  }

  items(layer: SceneLayer): readonly SceneItem[] {
    return this.#of(layer).items
  }

  /** Items of all layers that are not hidden. */
  get count(): number {
    return SCENE_LAYERS.reduce((sum, layer) => sum + this.shown(layer).length, 0)
  }

  /** What of a layer is on the map: nothing where it is hidden. */
  shown(layer: SceneLayer): readonly SceneItem[] {
    const { items, isShown } = this.#of(layer)
    return isShown ? items : NONE
  }

  /** Goes up whenever `shown` gives something else. */
  version(layer: SceneLayer): number {
    return this.#of(layer).version
  }

  /** Goes up whenever `shown` gives other lines or areas: moving symbols leave it alone. */
  geometryVersion(layer: SceneLayer): number {
    return this.#of(layer).geometryVersion
  }
}
