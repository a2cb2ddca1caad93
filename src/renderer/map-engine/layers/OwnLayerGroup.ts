import { buffer, getWidth } from 'ol/extent.js'
import type BaseLayer from 'ol/layer/Base.js'
import type LayerGroup from 'ol/layer/Group.js'
import TileLayer from 'ol/layer/Tile.js'
import VectorTileLayer from 'ol/layer/VectorTile.js'
import type OlMap from 'ol/Map.js'
import type RenderFeature from 'ol/render/Feature.js'
import ImageTileSource from 'ol/source/ImageTile.js'
import VectorTileSource from 'ol/source/VectorTile.js'
import { createXYZ } from 'ol/tilegrid.js'
import TileState from 'ol/TileState.js'
import type VectorTile from 'ol/VectorTile.js'
import type { MapInks } from '../MapInks.ts'
import { toMercator } from '../mercator.ts'
import { dataOf, ownFeaturesOf } from './ownFeatures.ts'
import type { OwnFeatureHit, OwnLayerView, OwnTileAddress } from './OwnLayerView.ts'
import { OwnStyles } from './OwnStyles.ts'

/** How far from a feature the hand may be, pixels. */
const REACH = 5
/** An archive that begins at some zoom is shown from this many zooms further out: else thousands of tiles would be read. */
const ZOOMS_BEFORE = 2
/** Metres of the map. */
const MARGIN = 20_000

interface Drawn {
  view: OwnLayerView
  readonly layer: BaseLayer
  readonly restyle: (inks: MapInks) => void
}

/** Own layers on the map, from the ground up as they are given from the top down. */
export class OwnLayerGroup {
  readonly #group: LayerGroup
  readonly #drawn = new Map<string, Drawn>()
  #inks: MapInks

  constructor(group: LayerGroup, inks: MapInks) {
    this.#group = group
    this.#inks = inks
  }

  /** Topmost first. What has not changed stays as it is drawn. */
  set(views: readonly OwnLayerView[]): void {
    const kept = new Set(views.map((view) => view.id))
    for (const [id, { layer }] of this.#drawn) {
      if (!kept.has(id)) {
        this.#group.getLayers().remove(layer)
        this.#drawn.delete(id)
      }
    }
    for (const [index, view] of views.entries()) {
      const drawn = this.#drawnOf(view)
      drawn.view = view
      drawn.layer.setOpacity(view.opacity)
      drawn.layer.setVisible(view.isShown)
      drawn.layer.setZIndex(1 + (views.length - index))
    }
  }

  setInks(inks: MapInks): void {
    this.#inks = inks
    for (const { restyle } of this.#drawn.values()) restyle(inks)
  }

  hitsAt(map: OlMap, pixel: readonly number[]): OwnFeatureHit[] {
    const layers = new Map([...this.#drawn].map(([id, { layer }]) => [layer, id]))
    const hits: OwnFeatureHit[] = []
    map.forEachFeatureAtPixel(
      [...pixel],
      (feature, layer) => {
        const data = dataOf(feature)
        const id = layers.get(layer)
        if (data === null || id === undefined) return
        const isKnown = hits.some((hit) => hit.layer === id && hit.feature === data.feature)
        if (!isKnown) hits.push({ layer: id, feature: data.feature, tile: data.tile })
      },
      { layerFilter: (layer) => layers.has(layer), hitTolerance: REACH },
    )
    return hits
  }

  #drawnOf(view: OwnLayerView): Drawn {
    const known = this.#drawn.get(view.id)
    if (known !== undefined && known.view.read === view.read) return known
    if (known !== undefined) this.#group.getLayers().remove(known.layer)
    const made = view.kind === 'vector' ? vectorLayer(view, this.#inks) : rasterLayer(view, this.#inks)
    const drawn: Drawn = { view, ...made }
    this.#drawn.set(view.id, drawn)
    this.#group.getLayers().push(made.layer)
    return drawn
  }
}

function gridOf({ bounds, minZoom, maxZoom, tileSize }: OwnLayerView) {
  const [west, south, east, north] = bounds
  const [left, bottom] = toMercator([west, south])
  const [right, top] = toMercator([east, north])
  const extent = [left, bottom, right, top]
  return { grid: createXYZ({ minZoom, maxZoom, tileSize }), extent }
}

function maxResolutionOf({ minZoom, tileSize }: OwnLayerView): number {
  return minZoom === 0 ? Infinity : 156_543.04 * (256 / tileSize) * 2 ** (ZOOMS_BEFORE - minZoom)
}

function vectorLayer(view: OwnLayerView, inks: MapInks): Omit<Drawn, 'view'> {
  const { grid, extent: inner } = gridOf(view)
  // Names and signs at the edge stand out beyond it.
  const extent = buffer(inner, Math.max(MARGIN, getWidth(inner) / 4))
  const source = new VectorTileSource<RenderFeature>({
    tileGrid: grid,
    wrapX: false,
    cacheSize: 64,
    transition: 0,
    // Never fetched: the address is the tile's name for the loader below.
    tileUrlFunction: ([z, x, y]) => `${z}/${x}/${y}`,
    tileLoadFunction: (tile) => {
      const vectorTile = tile as VectorTile<RenderFeature>
      const [z = 0, x = 0, y = 0] = vectorTile.tileCoord
      const at: OwnTileAddress = { z, x, y }
      vectorTile.setLoader(() => {
        void view.read(at, false, undefined).then((read) => {
          if (read === null) vectorTile.setState(TileState.ERROR)
          else vectorTile.setFeatures(read.kind === 'features' ? ownFeaturesOf(read, at) : [])
        })
      })
    },
  })
  let styles = new OwnStyles(view, inks)
  const layer = new VectorTileLayer({
    source,
    extent,
    declutter: 'own',
    renderBuffer: 32,
    maxResolution: maxResolutionOf(view),
    style: (feature) => {
      const data = dataOf(feature)
      return data === null ? undefined : styles.of(data)
    },
  })
  return {
    layer,
    restyle: (next) => {
      styles = new OwnStyles(view, next)
      layer.changed()
    },
  }
}

function rasterLayer(view: OwnLayerView, inks: MapInks): Omit<Drawn, 'view'> {
  const { grid, extent } = gridOf(view)
  const empty = document.createElement('canvas')
  empty.width = view.tileSize
  empty.height = view.tileSize
  let isNight = inks.theme === 'night'
  const sourceFor = (night: boolean): ImageTileSource =>
    new ImageTileSource({
      tileGrid: grid,
      wrapX: false,
      transition: 0,
      loader: async (z, x, y, { signal }) => {
        const read = await view.read({ z, x, y }, night, signal)
        return read?.kind === 'image' ? read.image : empty
      },
    })
  const layer = new TileLayer({ source: sourceFor(isNight), extent, maxResolution: maxResolutionOf(view) })
  return {
    layer,
    restyle: ({ theme }) => {
      if (isNight === (theme === 'night')) return
      isNight = theme === 'night'
      // Another source, not the same anew: no bright picture may stay until the dark one is there.
      layer.setSource(sourceFor(isNight))
    },
  }
}
