import type { GeoStyle } from './GeoLayerData.ts'
import type { LayerDraft } from './LayerDraft.ts'
import { childOf, textOf, type XmlElement } from './readXml.ts'

type OpenStyle = { -readonly [K in keyof GeoStyle]: GeoStyle[K] }

/** Styles of a KML document: shared ones may stand behind the placemarks that use them. */
export class KmlStyles {
  readonly #draft: LayerDraft
  readonly #shared = new Map<string, GeoStyle>()
  readonly #maps = new Map<string, string>()
  readonly #waiting: { readonly feature: number; readonly url: string; readonly own: GeoStyle | null }[] = []

  constructor(draft: LayerDraft) {
    this.#draft = draft
  }

  define(element: XmlElement): void {
    const id = element.attributes.get('id')
    if (id === undefined) return
    if (element.name === 'Style') this.#shared.set(id, this.#styleOf(element))
    else {
      const pairs = element.children.filter((child) => child.name === 'Pair')
      const normal = pairs.find((pair) => textOf(pair, 'key') === 'normal')
      const url = textOf(normal, 'styleUrl')
      if (url !== undefined) this.#maps.set(id, url)
    }
  }

  /** What the placemark says of itself goes before what it shares. */
  apply(feature: number, placemark: XmlElement): void {
    const inline = childOf(placemark, 'Style')
    const own = inline === undefined ? null : this.#styleOf(inline)
    const url = textOf(placemark, 'styleUrl')
    if (url !== undefined) this.#waiting.push({ feature, url, own })
    else if (own !== null) this.#draft.restyle(feature, own)
  }

  /** Once all styles are known. */
  resolve(): void {
    for (const { feature, url, own } of this.#waiting) {
      const shared = this.#find(url)
      if (shared !== null || own !== null) this.#draft.restyle(feature, { ...shared, ...own })
    }
  }

  #find(url: string): GeoStyle | null {
    if (!url.startsWith('#')) {
      this.#draft.lose('style-external')
      return null
    }
    const id = url.slice(1)
    const mapped = this.#maps.get(id)
    const style = this.#shared.get(mapped === undefined ? id : mapped.replace(/^#/, ''))
    if (style === undefined) this.#draft.lose('style-missing')
    return style ?? null
  }

  #styleOf(element: XmlElement): GeoStyle {
    const style: OpenStyle = {}
    const line = childOf(element, 'LineStyle')
    const [stroke, strokeOpacity] = colorOf(textOf(line, 'color'))
    if (stroke !== undefined) style.stroke = stroke
    if (strokeOpacity !== undefined) style.strokeOpacity = strokeOpacity
    const width = Number(textOf(line, 'width') ?? Number.NaN)
    if (Number.isFinite(width) && width >= 0) style.width = Math.min(width, 20)
    const area = childOf(element, 'PolyStyle')
    const [fill, fillOpacity] = colorOf(textOf(area, 'color'))
    if (fill !== undefined) style.fill = fill
    if (fillOpacity !== undefined) style.fillOpacity = fillOpacity
    if (textOf(area, 'fill') === '0') style.fillOpacity = 0
    const icon = childOf(element, 'IconStyle')
    const [marker] = colorOf(textOf(icon, 'color'))
    if (marker !== undefined) style.marker = marker
    if (childOf(icon, 'Icon') !== undefined) this.#draft.lose('icon')
    return style
  }
}

/** KML writes opacity, blue, green, red, two hexadecimal digits each. */
function colorOf(text: string | undefined): [color?: string, opacity?: number] {
  const found = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(text?.toLowerCase() ?? '')
  if (found === null) return []
  const [, alpha = 'ff', blue = '', green = '', red = ''] = found
  return [`#${red}${green}${blue}`, Math.round((Number.parseInt(alpha, 16) / 255) * 100) / 100]
}
