import type { GeoProperties, GeoStyle } from './GeoLayerData.ts'
import { GEO_LIMITS } from './geoLimits.ts'
import type { LayerDraft } from './LayerDraft.ts'

/** Text as it is kept: without what terminals act on, and not longer than the limit. */
export function plainText(text: string, draft: LayerDraft): string {
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what goes
  const clean = text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ').trim()
  if (clean.length <= GEO_LIMITS.text) return clean
  draft.lose('text-cut')
  return clean.slice(0, GEO_LIMITS.text)
}

/** Properties of any JSON as plain strings and numbers; what is nested becomes its JSON, or is counted as lost. */
export function readProperties(raw: unknown, draft: LayerDraft): GeoProperties {
  if (typeof raw !== 'object' || raw === null) return []
  const pairs: (readonly [string, string | number])[] = []
  for (const [key, value] of Object.entries(raw)) {
    if (value === null || value === undefined || value === '') continue
    if (pairs.length >= GEO_LIMITS.propertiesPerFeature) {
      draft.lose('too-many-properties')
      break
    }
    const plain = plainValue(value, draft)
    if (plain !== null) pairs.push([key.slice(0, 200), plain])
  }
  return pairs
}

function plainValue(value: unknown, draft: LayerDraft): string | number | null {
  if (typeof value === 'string') return plainText(value, draft)
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'boolean') return String(value)
  draft.lose('nested-property')
  const text = JSON.stringify(value)
  return text.length <= GEO_LIMITS.text ? text : null
}

/** Keys that hold what a feature is called, the likeliest first; compared without case and marks. */
const NAME_KEYS = [
  'name',
  'nombre',
  'title',
  'titulo',
  'label',
  'etiqueta',
  'nombdist',
  'distrito',
  'nm_dist',
  'nomdist',
  'nombcp',
  'nom_cp',
  'centro_poblado',
  'nombprov',
  'provincia',
  'nombdep',
  'departamento',
  'nom_rio',
  'descripcio',
  'id',
]
const RANK_OF_NAME = new Map(NAME_KEYS.map((key, rank) => [key, rank]))

/** What the feature is called, by its likeliest property. */
export function nameFrom(properties: GeoProperties): string | null {
  let best: string | null = null
  let bestRank = Infinity
  for (const [key, value] of properties) {
    const rank = RANK_OF_NAME.get(key.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, ''))
    if (rank === undefined || rank >= bestRank) continue
    best = String(value)
    bestRank = rank
  }
  return best === null || best === '' ? null : best.slice(0, 300)
}

/** Style keys of the simplestyle specification. */
export function simpleStyle(properties: GeoProperties): GeoStyle | null {
  const style: { -readonly [K in keyof GeoStyle]: GeoStyle[K] } = {}
  for (const [key, value] of properties) {
    if (key === 'stroke') setColor(style, 'stroke', value)
    else if (key === 'fill') setColor(style, 'fill', value)
    else if (key === 'marker-color') setColor(style, 'marker', value)
    else if (key === 'stroke-width') setNumber(style, 'width', value, 20)
    else if (key === 'stroke-opacity') setNumber(style, 'strokeOpacity', value, 1)
    else if (key === 'fill-opacity') setNumber(style, 'fillOpacity', value, 1)
  }
  return Object.keys(style).length === 0 ? null : style
}

type OpenStyle = { -readonly [K in keyof GeoStyle]: GeoStyle[K] }

function setColor(style: OpenStyle, key: 'stroke' | 'fill' | 'marker', value: string | number): void {
  const text = String(value).toLowerCase()
  if (/^#?[0-9a-f]{6}$/.test(text)) style[key] = `#${text.replace('#', '')}`
  else if (/^#?[0-9a-f]{3}$/.test(text)) style[key] = text.replace(/^#?(.)(.)(.)$/, '#$1$1$2$2$3$3')
}

function setNumber(
  style: OpenStyle,
  key: 'width' | 'strokeOpacity' | 'fillOpacity',
  value: string | number,
  most: number,
): void {
  const number = Number(value)
  if (Number.isFinite(number) && number >= 0) style[key] = Math.min(number, most)
}
