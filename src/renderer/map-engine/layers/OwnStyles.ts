import CircleStyle from 'ol/style/Circle.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import Text from 'ol/style/Text.js'
import type { GeoStyle } from '../../../domain/formats/geo/GeoLayerData.ts'
import { TILE_KINDS } from '../../../domain/formats/geo/GeoTile.ts'
import type { MapInks } from '../MapInks.ts'
import type { OwnFeatureData } from './ownFeatures.ts'
import type { OwnLayerView } from './OwnLayerView.ts'

const FONT = '500 11px "Inter Variable", "Segoe UI", system-ui, sans-serif'

/** Styles of one layer under one theme, each made once. By night colours of files give way to the theme's red. */
export class OwnStyles {
  readonly #inks: MapInks
  readonly #color: string
  readonly #styles: readonly GeoStyle[]
  readonly #known = new Map<string, Style>()

  constructor(layer: Pick<OwnLayerView, 'color' | 'styles'>, inks: MapInks) {
    this.#inks = inks
    this.#color = inks.of(`--map-own-${layer.color}`)
    this.#styles = inks.theme === 'night' ? [] : layer.styles
  }

  of(data: OwnFeatureData): Style {
    if (data.kind === TILE_KINDS.label) return this.#label(data.text ?? '')
    const key = `${data.kind} ${data.style}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const made = this.#make(data, this.#styles[data.style] ?? {})
    this.#known.set(key, made)
    return made
  }

  #make({ kind }: OwnFeatureData, style: GeoStyle): Style {
    const color = withOpacity(style.stroke ?? this.#color, style.strokeOpacity ?? 1)
    const width = style.width ?? 1.5
    if (kind === TILE_KINDS.area) {
      const fill = withOpacity(style.fill ?? style.stroke ?? this.#color, style.fillOpacity ?? 0.1)
      return new Style({
        fill: new Fill({ color: fill }),
        ...(width === 0 ? {} : { stroke: new Stroke({ color, width: style.width ?? 1.25 }) }),
      })
    }
    if (kind === TILE_KINDS.line) return new Style({ stroke: new Stroke({ color, width: Math.max(0.5, width) }) })
    return new Style({
      image: new CircleStyle({
        radius: 4,
        // Points are thinned where they are read; names alone make room for one another.
        declutterMode: 'none',
        fill: new Fill({ color: style.marker ?? style.fill ?? style.stroke ?? this.#color }),
        stroke: new Stroke({ color: this.#inks.of('--map-halo'), width: 1.25 }),
      }),
    })
  }

  #label(text: string): Style {
    const known = this.#known.get(`label ${text}`)
    if (known !== undefined) return known
    const made = new Style({
      text: new Text({
        text,
        font: FONT,
        overflow: true,
        offsetY: 12,
        fill: new Fill({ color: this.#inks.of('--map-label') }),
        stroke: new Stroke({ color: this.#inks.of('--map-halo'), width: 2.5 }),
      }),
    })
    // Of a layer with a hundred thousand names only those in view are worth keeping.
    if (this.#known.size > 4_000) this.#known.clear()
    this.#known.set(`label ${text}`, made)
    return made
  }
}

/** `#rrggbb` with an opacity. */
function withOpacity(color: string, opacity: number): string {
  return `${color}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')}`
}
