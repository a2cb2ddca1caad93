import type { Place } from '../../../../domain/records/place.ts'
import type { Picture, SymbolItem } from '../../../map-engine/Scene.ts'
import type { Texts } from '../../../texts/TextContext.tsx'

/** How near one has to be, metres to a pixel, for a place of each kind to show its name. */
const LABEL_UNTIL: Readonly<Record<Place['kind'], number>> = {
  'district-seat': 400,
  base: 400,
  airfield: 300,
  'river-port': 200,
  'landing-zone': 150,
  town: 150,
  district: 400,
  other: 150,
}

const KINDS = Object.keys(LABEL_UNTIL) as Place['kind'][]

/** Which kinds are named at a scale: the same number while the same are, so that items need not be made anew. */
export const namedKinds = (metresPerPixel: number): number =>
  KINDS.reduce((bits, kind, i) => (metresPerPixel <= LABEL_UNTIL[kind] ? bits | (1 << i) : bits), 0)

const items = new WeakMap<Place, SymbolItem>()

/** The plan's own places by a sign of their kind; `named` comes from `namedKinds`. */
export function placeItems(
  places: readonly Place[],
  named: number,
  selected: ReadonlySet<string>,
  texts: Texts,
): SymbolItem[] {
  return places.flatMap((place) => {
    if (place.position === null) return []
    const known = items.get(place)
    const isSelected = selected.has(place.id)
    const isNamed = isSelected || (named & (1 << KINDS.indexOf(place.kind))) !== 0
    const title = `${place.name} · ${texts.t(`place-kind.${place.kind}`)}`
    const label = isNamed ? place.name : null
    const emphasis = isSelected ? 'selected' : 'normal'
    if (known?.title === title && known.label === label && known.emphasis === emphasis) return [known]
    const item: SymbolItem = {
      id: place.id,
      kind: 'symbol',
      record: place.id,
      title,
      rank: KINDS.indexOf(place.kind) + (isSelected ? -100 : 0),
      emphasis,
      at: place.position,
      picture: picture(place.kind),
      label,
      badge: null,
      cluster: null,
    }
    items.set(place, item)
    return [item]
  })
}

const SIZE = 14

/** Each kind by its own shape; all in the ink of the map's names. */
const SIGNS: Readonly<Record<Place['kind'], string>> = {
  'district-seat':
    '<rect x="3" y="3" width="8" height="8" fill="var(--map-halo)"></rect><rect x="5.5" y="5.5" width="3" height="3" fill="var(--map-label)"></rect>',
  district: '<rect x="3" y="3" width="8" height="8" fill="var(--map-halo)" stroke-dasharray="2 1.5"></rect>',
  town: '<circle cx="7" cy="7" r="3" fill="var(--map-halo)"></circle>',
  airfield:
    '<circle cx="7" cy="7" r="5" fill="var(--map-halo)"></circle><path d="M7 2.5V11.5M3 7.5H11M5.2 10.5H8.8" fill="none"></path>',
  'river-port':
    '<path d="M7 3V11.5M4.5 5H9.5M2.5 8C3 12.5 11 12.5 11.5 8" fill="none" stroke="var(--map-halo)" stroke-width="4"></path><path d="M7 3V11.5M4.5 5H9.5M2.5 8C3 12.5 11 12.5 11.5 8" fill="none"></path>',
  'landing-zone':
    '<circle cx="7" cy="7" r="5.2" fill="var(--map-halo)"></circle><path d="M5 4.2V9.8M9 4.2V9.8M5 7H9" fill="none"></path>',
  base: '<path d="M2.5 11.5V6L7 2.5L11.5 6V11.5Z" fill="var(--map-halo)"></path>',
  other: '<path d="M7 2.5L11.5 7L7 11.5L2.5 7Z" fill="var(--map-halo)"></path>',
}

const pictures = new Map<Place['kind'], Picture>()

function picture(kind: Place['kind']): Picture {
  const known = pictures.get(kind)
  if (known !== undefined) return known
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="0 0 ${SIZE} ${SIZE}">` +
    `<g stroke="var(--map-label)" stroke-width="1.3">${SIGNS[kind]}</g></svg>`
  const made: Picture = { key: `place ${kind}`, svg, width: SIZE, height: SIZE, anchor: [7, 7] }
  pictures.set(kind, made)
  return made
}
