import type { Instant, Position } from '../../../../domain/records/common.ts'
import type { Id } from '../../../../domain/records/ids.ts'
import type { LegalBasis } from '../../../../domain/records/legalBasis.ts'
import type { Place } from '../../../../domain/records/place.ts'
import type { AreaItem } from '../../../map-engine/Scene.ts'
import type { Texts } from '../../../texts/TextContext.tsx'

/** A district of the plan with the polygons of a layer that it was joined with. */
export interface DistrictOutline {
  readonly district: Id<'place'>
  readonly polygons: readonly (readonly (readonly Position[])[])[]
}

interface DistrictInputs {
  readonly outlines: readonly DistrictOutline[]
  readonly places: readonly Place[]
  readonly documents: readonly LegalBasis[]
  readonly at: Instant
  readonly selection: ReadonlySet<Id>
  readonly texts: Pick<Texts, 't'>
}

interface Made {
  readonly polygons: DistrictOutline['polygons']
  readonly title: string
  readonly isNamed: boolean
  readonly isSelected: boolean
  readonly items: readonly AreaItem[]
}

/** Below what else the plan shows: a click meant for a symbol does not choose the district under it. */
const RANK = 900

/** Joined districts as the map shows them; what has not changed stays the same object, so that time may run. */
export class DistrictScene {
  #made = new Map<Id, Made>()
  #items: readonly AreaItem[] = []

  update({ outlines, places, documents, at, selection, texts }: DistrictInputs): readonly AreaItem[] {
    const holding = documents.filter(({ from, to }) => from <= at && (to === null || at < to))
    const placeOf = new Map<Id, Place>(places.map((place) => [place.id, place]))
    const made = new Map<Id, Made>()
    for (const { district, polygons } of outlines) {
      const place = placeOf.get(district)
      if (place === undefined) continue
      const covering = holding.filter(({ districts }) => districts.length === 0 || districts.includes(district))
      const next = {
        polygons,
        title: titleOf(place, covering, texts),
        isNamed: covering.some(({ districts }) => districts.length > 0),
        isSelected: selection.has(district),
      }
      const before = this.#made.get(district)
      made.set(
        district,
        before !== undefined && isSame(before, next) ? before : { ...next, items: itemsOf(place, next) },
      )
    }
    const isUnchanged = made.size === this.#made.size && [...made].every(([id, each]) => this.#made.get(id) === each)
    this.#made = made
    if (!isUnchanged) this.#items = [...made.values()].flatMap(({ items }) => items)
    return this.#items
  }
}

function isSame(before: Made, next: Omit<Made, 'items'>): boolean {
  return (
    before.polygons === next.polygons &&
    before.title === next.title &&
    before.isNamed === next.isNamed &&
    before.isSelected === next.isSelected
  )
}

function titleOf(place: Place, covering: readonly LegalBasis[], { t }: Pick<Texts, 't'>): string {
  const cover =
    covering.length === 0
      ? t('map-layers.uncovered')
      : t('map-layers.covered', { documents: covering.map(({ document }) => document).join(', ') })
  const code = place.ubigeo === null ? '' : ` ${place.ubigeo}`
  return `${t('map-layers.district', { name: place.name })}${code} · ${cover}`
}

/** Hatched where a document names the district. */
function itemsOf({ id }: Place, { polygons, title, isNamed, isSelected }: Omit<Made, 'items'>): readonly AreaItem[] {
  const color = isSelected ? '--map-selected' : '--map-boundary'
  return polygons.map((rings, i) => ({
    kind: 'area',
    id: `${id} ${i}`,
    record: id,
    title,
    rank: RANK,
    emphasis: isSelected ? 'selected' : 'normal',
    rings,
    stroke: { color, width: isSelected ? 2 : 1, dash: [], halo: 0 },
    fill: { color, opacity: isNamed ? 0.2 : 0.04, hatch: isNamed },
    label: null,
  }))
}
